import Popup from '@taroify/core/popup'
import { Button, Text, View } from '@tarojs/components'
import '@taroify/core/popup/style'
import Taro from '@tarojs/taro'
import { PRIVACY_REFUSED, PRIVACY_SHEET } from '../../copy/privacy'
import {
  AGREE_BUTTON,
  agreeToPrivacy,
  askPrivacyAgain,
  refusePrivacy,
  usePrivacy,
  wechatContractName,
} from '../../privacy/consent'
import { ROUTES } from '../../routes'
import { accessible } from '../../theme/accessible'
import { EmptyState } from '../empty-state'
import { Pressable } from '../pressable'
import { PrimaryButton } from '../primary-button'
import './index.css'

/** Asks before anything personal is typed. A tap beside the sheet is no answer, so it stays. */
export function PrivacySheet({ open }: { readonly open: boolean }) {
  return (
    <Popup className='fs-privacy' open={open} placement='bottom' rounded>
      {open ? <Sheet /> : null}
    </Popup>
  )
}

function Sheet() {
  const { wechatAsks } = usePrivacy()
  const contract = wechatAsks ? wechatContractName() : null
  return (
    <View className='fs-privacy__body' {...accessible({ role: 'dialog', label: PRIVACY_SHEET.title })}>
      <View className='fs-privacy__title' {...accessible({ role: 'heading', level: 2 })}>
        {PRIVACY_SHEET.title}
      </View>
      <View>{PRIVACY_SHEET.text}</View>
      {PRIVACY_SHEET.points.map((point) => (
        <View key={point} className='fs-privacy__point'>
          <Text className='fs-privacy__mark' {...accessible({ hidden: true })}>
            ·
          </Text>
          <Text className='fs-privacy__words'>{point}</Text>
        </View>
      ))}
      <Pressable
        id='privacy-whole'
        className='fs-privacy__link'
        onPress={() => void Taro.navigateTo({ url: ROUTES.privacy })}
      >
        <Text>{PRIVACY_SHEET.whole}</Text>
      </Pressable>
      {contract === null ? null : (
        <Pressable className='fs-privacy__link' onPress={() => Taro.openPrivacyContract()}>
          <Text>{PRIVACY_SHEET.contract(contract)}</Text>
        </Pressable>
      )}
      <View className='fs-privacy__buttons'>
        {wechatAsks ? (
          // WeChat takes an agreement from this button alone, and says afterwards that it has taken it.
          <Button
            id={AGREE_BUTTON}
            className='fs-button fs-button--primary fs-privacy__agree'
            openType='agreePrivacyAuthorization'
            hoverClass='fs-pressable--down'
            onAgreePrivacyAuthorization={agreeToPrivacy}
            {...accessible({ role: 'button', label: PRIVACY_SHEET.agree })}
          >
            {PRIVACY_SHEET.agree}
          </Button>
        ) : (
          <PrimaryButton id={AGREE_BUTTON} label={PRIVACY_SHEET.agree} onPress={agreeToPrivacy} />
        )}
        <PrimaryButton
          id='privacy-refuse'
          kind='quiet'
          label={PRIVACY_SHEET.refuse}
          onPress={refusePrivacy}
        />
      </View>
      <View className='fs-privacy__refuse'>{PRIVACY_SHEET.refuseMeans}</View>
    </View>
  )
}

/** Stands where the form would: nothing was asked, and there are three ways on. */
export function PrivacyRefused() {
  return (
    <EmptyState
      title={PRIVACY_REFUSED.title}
      text={PRIVACY_REFUSED.text}
      action={
        <View className='fs-privacy__buttons'>
          <PrimaryButton id='privacy-again' label={PRIVACY_REFUSED.again} onPress={askPrivacyAgain} />
          <PrimaryButton
            kind='quiet'
            label={PRIVACY_REFUSED.rules}
            onPress={() => void Taro.redirectTo({ url: ROUTES.chooseRegion })}
          />
          <PrimaryButton
            kind='quiet'
            label={PRIVACY_REFUSED.home}
            onPress={() => void Taro.switchTab({ url: ROUTES.home })}
          />
        </View>
      }
    />
  )
}

/** The way to the whole text, from wherever something personal is asked for or shown. */
export function PrivacyLink() {
  return (
    <Pressable className='fs-privacy__link' onPress={() => void Taro.navigateTo({ url: ROUTES.privacy })}>
      <Text>{PRIVACY_SHEET.whole}</Text>
    </Pressable>
  )
}
