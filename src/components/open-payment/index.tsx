import Taro, { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { openPayments } from '../../cloud/open-payment'
import { OPEN_PAYMENT } from '../../copy/open-payment'
import { addressOf, ROUTES } from '../../routes'
import { Notice } from '../notice'
import { PrimaryButton } from '../primary-button'

/** A payment of which this phone does not know what became of it: also after the app was closed in between. */
export function OpenPaymentNotice() {
  const [paymentId, setPaymentId] = useState(newest)
  useDidShow(() => setPaymentId(newest()))
  if (paymentId === null) return null
  return (
    <Notice kind='attention' title={OPEN_PAYMENT.title} text={OPEN_PAYMENT.text}>
      <PrimaryButton
        id='open-payment'
        kind='quiet'
        label={OPEN_PAYMENT.button}
        onPress={() => void Taro.navigateTo({ url: addressOf(ROUTES.payment, { paymentId }) })}
      />
    </Notice>
  )
}

function newest(): string | null {
  return openPayments()[0]?.paymentId ?? null
}
