import { Text, View } from '@tarojs/components'
import Taro, { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { call, type ValueFor } from '../../../cloud/call'
import { useNow } from '../../../cloud/now'
import type { Outcome } from '../../../cloud/outcome'
import { LIVE_EVERY_MS, useReading } from '../../../cloud/use-reading'
import { useWriting } from '../../../cloud/use-writing'
import { Card } from '../../../components/card'
import { ConfirmDialog } from '../../../components/confirm-dialog'
import { MessageOffer } from '../../../components/message-offer'
import { Obstacle } from '../../../components/obstacle'
import { Page } from '../../../components/page'
import { PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import { ShareInvitation } from '../../../components/share-invitation'
import { Steps } from '../../../components/steps'
import { INVITE_STEPS, INVITE_TITLES, kinWord, pronounOf, SHARE_COPY } from '../../../copy/invite'
import { ROUTES } from '../../../routes'
import { invitationIn, type SentInvitation, sexInMask, wayOf } from '../sign/model'
import { ClosedInvitation, SAID } from './closed-invitation'
import { mayResend, shareCardOf, shareViewOf } from './model'
import './index.css'

type Sending = ValueFor<'invitations', 'send'>

export default function InviteSharePage() {
  const { invitationId = '' } = useRouter().params
  const { reading, reload } = useReading<SentInvitation | null>(
    `sent:${invitationId}`,
    () => readSent(invitationId),
    { everyMs: LIVE_EVERY_MS },
  )
  const invitation = reading.phase === 'ready' ? reading.value : null
  const view = reading.phase === 'ready' ? shareViewOf(invitation) : null
  const sending = useWriting('invitations', 'send')
  const resending = useWriting('invitations', 'resend')
  const revoking = useWriting('invitations', 'revoke')
  const [sent, setSent] = useState<Sending | null>(null)
  const [asking, setAsking] = useState<'revoke' | 'resend' | null>(null)
  const now = useNow()

  const send = async () => {
    const outcome = await sending.send({ invitationId })
    if (outcome?.kind === 'value') setSent(outcome.value)
  }
  const sendNow = useRef(send)
  sendNow.current = send
  const hasCard = sent !== null
  useEffect(() => {
    // The same card each time: making it again gives the same token until it is sent anew.
    if (view === 'share' && !hasCard) void sendNow.current()
  }, [view, hasCard])

  const sex = sexInMask(invitation?.relative.idNumber)
  const who = invitation === null ? '' : kinWord(invitation.relation, sex)
  const forParent = invitation !== null && wayOf(invitation) === 'parent-of-child'

  useShareAppMessage(() =>
    shareCardOf(view === 'share' && sent !== null ? sent.path : null, forParent ? SHARE_COPY.parent : who),
  )

  const resend = async () => {
    const outcome = await resending.send({ invitationId })
    setAsking(null)
    if (outcome?.kind === 'value') setSent(outcome.value)
    void reload()
  }
  const revoke = async () => {
    await revoking.send({ invitationId })
    setAsking(null)
    void reload()
  }

  const leadOf = () => {
    if (view !== 'share' || invitation === null) return undefined
    return forParent ? SHARE_COPY.toParent : SHARE_COPY.lead(who, invitation.relative.name)
  }
  const titleOf = () => {
    if (view === null) return INVITE_TITLES.share
    return view === 'share' ? SHARE_COPY.pendingTitle(forParent ? SHARE_COPY.parent : who) : SAID[view].title
  }
  return (
    <Page
      title={titleOf()}
      lead={leadOf()}
      reading={reading}
      floating={
        <>
          <ConfirmDialog
            open={asking === 'revoke'}
            kind='attention'
            title={SHARE_COPY.revoke}
            text={SHARE_COPY.revokeAsk(forParent ? SHARE_COPY.parent : who)}
            confirmLabel={SHARE_COPY.revokeYes}
            cancelLabel={SHARE_COPY.revokeNo}
            loading={revoking.sending}
            onConfirm={() => void revoke()}
            onCancel={() => setAsking(null)}
          />
          <ConfirmDialog
            open={asking === 'resend'}
            title={SHARE_COPY.resend}
            text={SHARE_COPY.resendText}
            confirmLabel={SHARE_COPY.resendYes}
            loading={resending.sending}
            onConfirm={() => void resend()}
            onCancel={() => setAsking(null)}
          />
        </>
      }
    >
      <ReadingView reading={reading} onRetry={() => void reload()}>
        {(found) => {
          const shown = shareViewOf(found)
          if (shown !== 'share') {
            return (
              <>
                <ClosedInvitation
                  view={shown}
                  invitation={found}
                  resending={resending.sending}
                  onResend={mayResend(shown) ? () => void resend() : null}
                />
                <Obstacle obstacle={resending.obstacle} onRetry={() => void resend()} />
              </>
            )
          }
          return (
            <>
              <Steps names={INVITE_STEPS} current={3} />
              {sent === null ? null : (
                <ShareInvitation
                  path={sent.path}
                  expiresAt={sent.expiresAt}
                  now={now}
                  who={forParent ? SHARE_COPY.parent : who}
                  safe={forParent ? SHARE_COPY.safeParent : SHARE_COPY.safe(pronounOf(sex))}
                />
              )}
              <Obstacle obstacle={sending.obstacle} onRetry={() => void send()} />
              {sent === null ? null : <MessageOffer moment='invitation-sent' />}
              <Card title={SHARE_COPY.willSee(forParent ? SHARE_COPY.parent : who)}>
                {SHARE_COPY.willSeeList.map((line) => (
                  <View key={line} className='fs-share-page__line'>
                    <Text>{`· ${line}`}</Text>
                  </View>
                ))}
                <View className='fs-share-page__line fs-share-page__line--not'>{SHARE_COPY.willNotSee}</View>
              </Card>
              <Obstacle obstacle={revoking.obstacle ?? resending.obstacle} />
              <View className='fs-share-page__buttons'>
                <PrimaryButton
                  id='share-done'
                  kind='quiet'
                  label={SHARE_COPY.toFamily}
                  onPress={() => void Taro.switchTab({ url: ROUTES.family })}
                />
                <PrimaryButton kind='quiet' label={SHARE_COPY.resend} onPress={() => setAsking('resend')} />
                <PrimaryButton
                  id='share-revoke'
                  kind='attention'
                  label={SHARE_COPY.revoke}
                  onPress={() => setAsking('revoke')}
                />
              </View>
            </>
          )
        }}
      </ReadingView>
    </Page>
  )
}

async function readSent(invitationId: string): Promise<Outcome<SentInvitation | null>> {
  const outcome = await call('invitations', 'list', {})
  return outcome.kind === 'value'
    ? { kind: 'value', value: invitationIn(outcome.value.sent, invitationId) }
    : outcome
}
