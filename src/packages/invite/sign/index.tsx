import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { regionWords } from '../../../../shared/rules/region-words'
import { call, type ValueFor } from '../../../cloud/call'
import { type Me, readMe } from '../../../cloud/me'
import type { Outcome } from '../../../cloud/outcome'
import { useReading } from '../../../cloud/use-reading'
import { EmptyState } from '../../../components/empty-state'
import { SignLetterPage } from '../../../components/letter-reader/sign-letter-page'
import { Page } from '../../../components/page'
import { PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import { Steps } from '../../../components/steps'
import { INVITE_STEPS, INVITE_TITLES, kinWord, SHARE_COPY, SIGN_COPY } from '../../../copy/invite'
import { addressOf, ROUTES } from '../../../routes'
import { AddChild } from './add-child'
import { DonePage } from './done-page'
import { HandOver } from './hand-over'
import { JoinInPerson } from './join-in-person'
import { invitationIn, letterCount, type SentInvitation, sexInMask, stepOf } from './model'
import { VerifyHere } from './verify-here'

type Joined = ValueFor<'invitations', 'accept-for-child'>

/** Everything that is signed on this phone, one thing after the other, and always from where it stands. */
export default function InviteSignPage() {
  const { invitationId = '' } = useRouter().params
  const { reading, reload } = useReading<SentInvitation | null>(`sent:${invitationId}`, () =>
    readSent(invitationId),
  )
  const me = useReading<Me>('me', readMe).reading
  const regionCode = me.phase === 'ready' ? (me.value.person?.regionCode ?? null) : null
  const { name: regionName, tickLabel } =
    regionCode === null ? { name: null, tickLabel: null } : regionWords(regionCode)
  const [joined, setJoined] = useState<Joined | null>(null)
  const [handedOver, setHandedOver] = useState(false)
  const justSigned = useRef(false)

  const invitation = reading.phase === 'ready' ? reading.value : null
  const step = invitation === null ? null : stepOf(invitation)
  const leaves = joined === null && (step?.kind === 'share' || step?.kind === 'over')
  useEffect(() => {
    // What is shared or over has its own page; this one would only show it a second time on the way back.
    if (leaves) void Taro.redirectTo({ url: addressOf(ROUTES.inviteShare, { invitationId }) })
  }, [leaves, invitationId])

  if (invitation === null || step === null || leaves) {
    return (
      <Page title={INVITE_TITLES.sign} reading={reading}>
        <ReadingView reading={reading} onRetry={() => void reload()}>
          {(found) =>
            found !== null ? null : (
              <EmptyState
                title={SHARE_COPY.missing}
                text={SHARE_COPY.missingText}
                action={
                  <PrimaryButton
                    label={SHARE_COPY.toFamily}
                    onPress={() => void Taro.switchTab({ url: ROUTES.family })}
                  />
                }
              />
            )
          }
        </ReadingView>
      </Page>
    )
  }

  const who = kinWord(invitation.relation, sexInMask(invitation.relative.idNumber))
  const wasInPerson = invitation.acceptance === 'in-person'
  if (joined !== null) return <DonePage joined={joined} who={who} handBack={wasInPerson} />

  const onSigned = () => {
    justSigned.current = true
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
    void reload()
  }
  const count = 'letterId' in step ? letterCount(invitation, step.letterId) : null
  const above = <Steps names={INVITE_STEPS} current={2} />
  const lead = (sentence: string) =>
    count === null ? sentence : `${SIGN_COPY.letterProgress(count.index, count.count)}：${sentence}`

  switch (step.kind) {
    case 'sign':
      return (
        <SignLetterPage
          key={step.letterId}
          letterId={step.letterId}
          title={INVITE_TITLES.sign}
          lead={lead(step.who === 'guardian' ? SIGN_COPY.childLetter(who) : SIGN_COPY.yourLetter)}
          padTitle={SIGN_COPY.yourName}
          regionName={regionName}
          tickLabel={tickLabel}
          above={above}
          onSigned={onSigned}
        />
      )
    case 'add-child':
      return (
        <AddChild invitationId={invitationId} who={who} atOnce={justSigned.current} onJoined={setJoined} />
      )
    case 'sign-in-person':
      if (!handedOver) return <HandOver who={who} onTaken={() => setHandedOver(true)} />
      return (
        <SignLetterPage
          key={step.letterId}
          letterId={step.letterId}
          title={SIGN_COPY.relativeTitle(who)}
          lead={lead(SIGN_COPY.relativeLetter(who))}
          padTitle={SIGN_COPY.yourName}
          regionName={regionName}
          tickLabel={tickLabel}
          verify={(onToken) => (
            <VerifyHere
              invitationId={invitationId}
              title={SIGN_COPY.verifySign(who)}
              why={SIGN_COPY.verifySignWhy}
              onToken={onToken}
            />
          )}
          onSigned={onSigned}
        />
      )
    case 'join-in-person':
      return <JoinInPerson invitationId={invitationId} who={who} onJoined={setJoined} />
    default:
      return null
  }
}

async function readSent(invitationId: string): Promise<Outcome<SentInvitation | null>> {
  const outcome = await call('invitations', 'list', {})
  return outcome.kind === 'value'
    ? { kind: 'value', value: invitationIn(outcome.value.sent, invitationId) }
    : outcome
}
