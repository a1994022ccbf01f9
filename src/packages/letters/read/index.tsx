import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { regionWords } from '../../../../shared/rules/region-words'
import { parseId } from '../../../../shared/values/ids'
import { call } from '../../../cloud/call'
import { openPaper, saveTextFile } from '../../../cloud/papers'
import { useReading } from '../../../cloud/use-reading'
import { useTaking } from '../../../cloud/use-taking'
import { Card } from '../../../components/card'
import { EmptyState } from '../../../components/empty-state'
import { type Letter, SignedLetter } from '../../../components/letter-reader/sign-letter-page'
import { Obstacle } from '../../../components/obstacle'
import { Page } from '../../../components/page'
import { PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import { LETTER_PAPER, LETTER_PURPOSES, MY_LETTERS } from '../../../copy/letter'
import { ROUTES } from '../../../routes'
import { accessible } from '../../../theme/accessible'
import './index.css'

/** One letter of hers: to be read again, and to be taken along as a paper or as a file that proves itself. */
export default function ReadLetterPage() {
  const { letterId = '' } = useRouter().params
  const known = parseId<'letter'>(letterId) !== null
  const { reading, reload } = useReading<Letter>(known ? `letter:${letterId}` : null, () =>
    call('consent-letters', 'get', { letterId }),
  )
  const missing = (
    <EmptyState
      title={MY_LETTERS.missing}
      text={MY_LETTERS.missingText}
      action={
        <PrimaryButton
          label={MY_LETTERS.toList}
          onPress={() => void Taro.redirectTo({ url: ROUTES.letterList })}
        />
      }
    />
  )
  const title = reading.phase === 'ready' ? LETTER_PURPOSES[reading.value.purpose] : MY_LETTERS.title
  return (
    <Page title={title} reading={reading}>
      {!known ? (
        missing
      ) : (
        <ReadingView
          reading={reading}
          onRetry={() => void reload()}
          refused={({ code }) => (code === 'not-found' ? missing : null)}
        >
          {(letter) => (
            <>
              <SignedLetter letter={letter} regionName={regionWords(letter.regionCode).name} />
              {letter.state === 'signed' && letter.own ? <TakeAlong letterId={letter.letterId} /> : null}
            </>
          )}
        </ReadingView>
      )}
    </Page>
  )
}

function TakeAlong({ letterId }: { readonly letterId: string }) {
  const { under, said, obstacle, take } = useTaking<'paper' | 'file'>()
  const openPdf = () =>
    take(
      'paper',
      () => call('consent-letters', 'pdf', { letterId }),
      ({ url }) => openPaper(url),
      { done: LETTER_PAPER.opened, failed: LETTER_PAPER.failed },
    )
  const saveFile = () =>
    take(
      'file',
      () => call('consent-letters', 'export', { letterId }),
      ({ fileName, letter }) => saveTextFile(fileName, JSON.stringify(letter, null, 2)),
      { done: LETTER_PAPER.saved, failed: LETTER_PAPER.failed },
    )
  return (
    <Card title={LETTER_PAPER.title}>
      <View className='letter-read__words'>{LETTER_PAPER.text}</View>
      <PrimaryButton
        id='letter-pdf'
        label={LETTER_PAPER.open}
        loading={under === 'paper'}
        onPress={() => void openPdf()}
      />
      <View className='letter-read__words letter-read__words--after'>{LETTER_PAPER.saveText}</View>
      <PrimaryButton
        id='letter-export'
        kind='quiet'
        label={LETTER_PAPER.save}
        loading={under === 'file'}
        onPress={() => void saveFile()}
      />
      {said === null ? null : (
        <View className='letter-read__said' {...accessible({ role: 'status' })}>
          {said}
        </View>
      )}
      <Obstacle obstacle={obstacle} />
    </Card>
  )
}
