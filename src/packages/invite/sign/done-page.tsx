import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ValueFor } from '../../../cloud/call'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { SIGN_COPY } from '../../../copy/invite'
import { addressOf, ROUTES } from '../../../routes'
import { accessible } from '../../../theme/accessible'
import './index.css'

export interface DonePageProps {
  readonly joined: ValueFor<'invitations', 'accept-for-child'>
  readonly who: string
  /** The phone is still in the relative's hands. */
  readonly handBack: boolean
}

/** 已添加: true here, because the one who had to agree has agreed on this phone. */
export function DonePage({ joined, who, handBack }: DonePageProps) {
  const isBound = joined.state === 'bound'
  const resultOf = () => {
    if (!isBound) return SIGN_COPY.reviewText
    // While the relative holds the phone, 您 would be she and not the one whose money it is.
    return handBack
      ? SIGN_COPY.boundHereText(who, joined.effectiveFrom)
      : SIGN_COPY.boundText(who, joined.effectiveFrom)
  }
  return (
    <Page
      title={isBound ? SIGN_COPY.boundTitle : SIGN_COPY.reviewTitle}
      bottom={
        <BottomBar>
          <PrimaryButton
            id='see-binding'
            label={SIGN_COPY.seeBinding}
            onPress={() =>
              void Taro.redirectTo({ url: addressOf(ROUTES.memberDetail, { bindingId: joined.bindingId }) })
            }
          />
          <PrimaryButton
            kind='quiet'
            label={SIGN_COPY.backToFamily}
            onPress={() => void Taro.switchTab({ url: ROUTES.family })}
          />
        </BottomBar>
      }
    >
      <View className='fs-sign__done' {...accessible({ role: 'status' })}>
        <Text className='fs-sign__mark' {...accessible({ hidden: true })}>
          {isBound ? '✓' : '…'}
        </Text>
        <Text className='fs-sign__result'>{resultOf()}</Text>
      </View>
      {handBack ? <Notice title={SIGN_COPY.handBack} text={SIGN_COPY.handBackText(who)} /> : null}
    </Page>
  )
}
