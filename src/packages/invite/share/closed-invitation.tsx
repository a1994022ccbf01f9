import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Card } from '../../../components/card'
import { PrimaryButton } from '../../../components/primary-button'
import { SHARE_COPY } from '../../../copy/invite'
import { addressOf, ROUTES } from '../../../routes'
import type { SentInvitation } from '../sign/model'
import type { ShareView } from './model'
import './index.css'

type ClosedView = Exclude<ShareView, 'share'>

export interface ClosedInvitationProps {
  readonly view: ClosedView
  readonly invitation: SentInvitation | null
  readonly resending: boolean
  /** Null where it cannot be sent anew. */
  readonly onResend: (() => void) | null
}

/** What is said of each: the first as the page's title. */
export const SAID: Readonly<Record<ClosedView, { readonly title: string; readonly text: string }>> = {
  draft: { title: SHARE_COPY.draft, text: SHARE_COPY.draftText },
  here: { title: SHARE_COPY.here, text: SHARE_COPY.hereText },
  accepted: { title: SHARE_COPY.accepted, text: SHARE_COPY.acceptedText },
  'in-review': { title: SHARE_COPY.inReview, text: SHARE_COPY.inReviewText },
  declined: { title: SHARE_COPY.declined, text: SHARE_COPY.declinedText },
  'could-not-join': { title: SHARE_COPY.couldNotJoin, text: SHARE_COPY.couldNotJoinText },
  revoked: { title: SHARE_COPY.revoked, text: SHARE_COPY.revokedText },
  expired: { title: SHARE_COPY.expired, text: SHARE_COPY.expiredText },
  missing: { title: SHARE_COPY.missing, text: SHARE_COPY.missingText },
}

/** An invitation with no card to forward: what became of it, and the one next step. */
export function ClosedInvitation({ view, invitation, resending, onResend }: ClosedInvitationProps) {
  const bindingId = invitation?.bindingId
  const toSign = view === 'draft' || view === 'here'
  return (
    <>
      <Card>
        <View>{SAID[view].text}</View>
        {invitation?.declineReason === undefined ? null : (
          <View className='fs-share-page__reason'>
            {`${SHARE_COPY.declineReason}“${invitation.declineReason}”`}
          </View>
        )}
      </Card>
      <View className='fs-share-page__buttons'>
        {invitation === null || !toSign ? null : (
          <PrimaryButton
            label={SHARE_COPY.toSign}
            onPress={() =>
              void Taro.redirectTo({
                url: addressOf(ROUTES.inviteSign, { invitationId: invitation.invitationId }),
              })
            }
          />
        )}
        {bindingId === undefined ? null : (
          <PrimaryButton
            id='see-binding'
            label={SHARE_COPY.seeBinding}
            onPress={() => void Taro.redirectTo({ url: addressOf(ROUTES.memberDetail, { bindingId }) })}
          />
        )}
        {onResend === null ? null : (
          <PrimaryButton label={SHARE_COPY.resend} loading={resending} onPress={onResend} />
        )}
        {view === 'accepted' || view === 'declined' || view === 'revoked' ? (
          <PrimaryButton
            kind='quiet'
            label={SHARE_COPY.another}
            onPress={() => void Taro.redirectTo({ url: addressOf(ROUTES.inviteForm) })}
          />
        ) : null}
        <PrimaryButton
          kind='quiet'
          label={SHARE_COPY.toFamily}
          onPress={() => void Taro.switchTab({ url: ROUTES.family })}
        />
      </View>
    </>
  )
}
