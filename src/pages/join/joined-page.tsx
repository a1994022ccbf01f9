import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ValueFor } from '../../cloud/call'
import { MessageOffer } from '../../components/message-offer'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { BottomBar, PrimaryButton } from '../../components/primary-button'
import { dayText } from '../../copy/app'
import { JOIN_COPY } from '../../copy/join'
import { addressOf, ROUTES } from '../../routes'
import { accessible } from '../../theme/accessible'
import './index.css'

export interface JoinedPageProps {
  readonly joined: ValueFor<'invitations', 'accept'>
  readonly forChild: boolean
}

export function JoinedPage({ joined, forChild }: JoinedPageProps) {
  const { state, bindingId, effectiveFrom } = joined
  const isBound = state === 'bound'
  const from = dayText(effectiveFrom)
  return (
    <Page
      title={isBound ? JOIN_COPY.boundTitle : JOIN_COPY.reviewTitle}
      bottom={
        <BottomBar>
          <PrimaryButton
            id='see-binding'
            label={JOIN_COPY.seeBinding}
            onPress={() => void Taro.redirectTo({ url: addressOf(ROUTES.memberDetail, { bindingId }) })}
          />
          <PrimaryButton
            kind='quiet'
            label={JOIN_COPY.toHome}
            onPress={() => void Taro.switchTab({ url: ROUTES.home })}
          />
        </BottomBar>
      }
    >
      <View className='fs-join__done' {...accessible({ role: 'status' })}>
        <Text className='fs-join__mark' {...accessible({ hidden: true })}>
          {isBound ? '✓' : '…'}
        </Text>
        <Text className='fs-join__result'>
          {!isBound
            ? JOIN_COPY.reviewText
            : forChild
              ? JOIN_COPY.boundChildText(from)
              : JOIN_COPY.boundText(from)}
        </Text>
      </View>
      {isBound ? <Notice text={forChild ? JOIN_COPY.boundHowChild : JOIN_COPY.boundHow} /> : null}
      <MessageOffer moment='joined' />
    </Page>
  )
}
