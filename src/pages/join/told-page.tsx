import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import type { RefusalReply } from '../../../shared/contract/fields'
import { Card } from '../../components/card'
import { Page } from '../../components/page'
import { PrimaryButton } from '../../components/primary-button'
import { JOIN_COPY } from '../../copy/join'
import { addressOf, ROUTES } from '../../routes'
import type { JoinView, OpenedInvitation } from './model'
import './index.css'

type ToldView = Exclude<JoinView, 'refused' | 'pending' | 'signed' | 'obstacle'>

export interface ToldPageProps {
  readonly view: ToldView
  readonly invitation?: OpenedInvitation
  readonly refusal?: RefusalReply
  readonly onAgain?: () => void
}

/** Where there is nothing to sign: why, and what can be done. To a stranger it tells nothing but that. */
export function ToldPage({ view, invitation, refusal, onAgain }: ToldPageProps) {
  const { title, lines, action } = told(view, { invitation, refusal, onAgain })
  return (
    <Page title={title}>
      <Card>
        {lines.map((line) => (
          <View key={line} className='fs-join__told'>
            {line}
          </View>
        ))}
      </Card>
      <View className='fs-join__buttons'>
        {action}
        <PrimaryButton
          kind='quiet'
          label={JOIN_COPY.toHome}
          onPress={() => void Taro.switchTab({ url: ROUTES.home })}
        />
      </View>
    </Page>
  )
}

interface Told {
  readonly title: string
  readonly lines: readonly string[]
  readonly action?: ReactNode
}

function told(view: ToldView, known: Omit<ToldPageProps, 'view'>): Told {
  switch (view) {
    case 'no-token':
      return { title: JOIN_COPY.noTokenTitle, lines: [JOIN_COPY.noTokenText] }
    case 'link-first':
      return {
        title: JOIN_COPY.linkFirstTitle,
        lines: [JOIN_COPY.linkFirstText],
        action: (
          <PrimaryButton
            id='link-first'
            label={JOIN_COPY.linkFirst}
            // On the way back this page shows again and reads the same invitation anew.
            onPress={() => void Taro.navigateTo({ url: addressOf(ROUTES.linkIdentity) })}
          />
        ),
      }
    case 'unknown':
      return {
        title: JOIN_COPY.unknownTitle,
        lines: [JOIN_COPY.unknownText, ...JOIN_COPY.unknownWhat],
      }
    case 'too-many-attempts':
      return { title: JOIN_COPY.tooManyTitle, lines: [known.refusal?.message ?? JOIN_COPY.unknownText] }
    case 'own':
      return {
        title: JOIN_COPY.ownTitle,
        lines: [JOIN_COPY.ownText],
        action:
          known.invitation === undefined ? undefined : (
            <PrimaryButton
              label={JOIN_COPY.ownManage}
              onPress={() =>
                void Taro.redirectTo({
                  url: addressOf(ROUTES.inviteShare, { invitationId: known.invitation?.invitationId }),
                })
              }
            />
          ),
      }
    case 'accepted':
    case 'in-review': {
      const bindingId = known.invitation?.bindingId
      return {
        title: view === 'accepted' ? JOIN_COPY.boundTitle : JOIN_COPY.reviewTitle,
        lines: [view === 'accepted' ? JOIN_COPY.acceptedText : JOIN_COPY.reviewText],
        action:
          bindingId === undefined ? undefined : (
            <PrimaryButton
              id='see-binding'
              label={JOIN_COPY.seeBinding}
              onPress={() => void Taro.redirectTo({ url: addressOf(ROUTES.memberDetail, { bindingId }) })}
            />
          ),
      }
    }
    case 'declined':
      return { title: JOIN_COPY.declinedTitle, lines: [JOIN_COPY.declinedText] }
    case 'revoked':
      return { title: JOIN_COPY.revokedTitle, lines: [JOIN_COPY.revokedText] }
    case 'expired':
      return {
        title: JOIN_COPY.expiredTitle,
        lines: [JOIN_COPY.expiredText],
        action:
          known.onAgain === undefined ? undefined : (
            <PrimaryButton label={JOIN_COPY.again} onPress={known.onAgain} />
          ),
      }
  }
}
