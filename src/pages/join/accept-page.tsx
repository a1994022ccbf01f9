import type { WritingObstacle } from '../../cloud/use-writing'
import { Card } from '../../components/card'
import { Obstacle } from '../../components/obstacle'
import { Page } from '../../components/page'
import { BottomBar, PrimaryButton } from '../../components/primary-button'
import { JOIN_COPY } from '../../copy/join'
import type { OpenedInvitation } from './model'

export interface AcceptPageProps {
  readonly invitation: OpenedInvitation
  readonly sending: boolean
  readonly obstacle: WritingObstacle | null
  readonly onAccept: () => void
  readonly onDecline: () => void
}

/** Her letter is signed. Right after the signature this only flashes by; after a lost answer she goes on from here. */
export function AcceptPage({ invitation, sending, obstacle, onAccept, onDecline }: AcceptPageProps) {
  return (
    <Page
      title={sending ? JOIN_COPY.accepting : JOIN_COPY.signedTitle}
      bottom={
        <BottomBar>
          <PrimaryButton
            id='join-accept'
            label={sending ? JOIN_COPY.accepting : JOIN_COPY.accept}
            loading={sending}
            onPress={onAccept}
          />
          {sending ? null : <PrimaryButton kind='quiet' label={JOIN_COPY.decline} onPress={onDecline} />}
        </BottomBar>
      }
    >
      <Card>{JOIN_COPY.signedText(invitation.from.name)}</Card>
      <Obstacle obstacle={obstacle} onRetry={onAccept} />
    </Page>
  )
}
