import { call } from '../../../cloud/call'
import { useReading } from '../../../cloud/use-reading'
import { type Letter, SignedLetter } from '../../../components/letter-reader/sign-letter-page'
import { Page } from '../../../components/page'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import { MEMBER_COPY } from '../../../copy/member'

export interface SignedLetterPageProps {
  readonly letterId: string
  readonly onBack: () => void
}

export function SignedLetterPage({ letterId, onBack }: SignedLetterPageProps) {
  const { reading, reload } = useReading<Letter>(`letter:${letterId}`, () =>
    call('consent-letters', 'get', { letterId }),
  )
  return (
    <Page
      title={MEMBER_COPY.lettersTitle}
      reading={reading}
      bottom={
        <BottomBar>
          <PrimaryButton kind='quiet' label={MEMBER_COPY.closeLetter} onPress={onBack} />
        </BottomBar>
      }
    >
      <ReadingView reading={reading} onRetry={() => void reload()}>
        {(letter) => <SignedLetter letter={letter} />}
      </ReadingView>
    </Page>
  )
}
