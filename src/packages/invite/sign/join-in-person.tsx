import type { ValueFor } from '../../../cloud/call'
import { useWriting } from '../../../cloud/use-writing'
import { Obstacle } from '../../../components/obstacle'
import { Page } from '../../../components/page'
import { SIGN_COPY } from '../../../copy/invite'
import { VerifyHere } from './verify-here'

export interface JoinInPersonProps {
  readonly invitationId: string
  readonly who: string
  readonly onJoined: (joined: ValueFor<'invitations', 'accept-in-person'>) => void
}

/**
 * The second and last verification in person. The contract wants one for the signature and one for joining, each for
 * one use within five minutes. They are asked for one by one, each at the moment at which it is used: asked for
 * together at the start, both would have run out before a slow reader has come to the end of her letter, and she
 * would be asked a third and a fourth time.
 */
export function JoinInPerson({ invitationId, who, onJoined }: JoinInPersonProps) {
  const { send, sending, obstacle } = useWriting('invitations', 'accept-in-person')
  const join = async (verificationToken: string) => {
    const outcome = await send({ invitationId, verificationToken })
    if (outcome?.kind === 'value') onJoined(outcome.value)
  }
  return (
    <Page title={SIGN_COPY.verifyJoinTitle} asksPersonalData>
      <Obstacle obstacle={obstacle} />
      <VerifyHere
        invitationId={invitationId}
        title={SIGN_COPY.verifyJoin(who)}
        why={SIGN_COPY.verifyJoinWhy}
        busy={sending}
        onToken={(token) => void join(token)}
      />
    </Page>
  )
}
