import Taro from '@tarojs/taro'
import { Notice } from '../../../components/notice'
import { PrimaryButton } from '../../../components/primary-button'
import { OWN_CONSENT } from '../../../copy/own-consent'
import { addressOf, ROUTES } from '../../../routes'
import type { BindingDetail } from './model'

/** She came of age since a guardian signed: she is asked, and the others see that she is. */
export function OwnConsent({ binding }: { readonly binding: BindingDetail }) {
  const { bindingId, side, counterpart, child, awaitsOwnConsent } = binding
  if (awaitsOwnConsent !== true) return null
  if (side !== 'relative') {
    const name = side === 'guardian' ? (child?.name ?? '') : counterpart.name
    return <Notice title={OWN_CONSENT.waitsTitle} text={OWN_CONSENT.waits(name)} />
  }
  return (
    <Notice kind='attention' title={OWN_CONSENT.cardTitle} text={OWN_CONSENT.cardText}>
      <PrimaryButton
        id='own-consent'
        label={OWN_CONSENT.cardButton}
        onPress={() => void Taro.navigateTo({ url: addressOf(ROUTES.memberOwnConsent, { bindingId }) })}
      />
    </Notice>
  )
}
