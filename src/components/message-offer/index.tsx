import { View } from '@tarojs/components'
import { useState } from 'react'
import { MESSAGE_OFFER } from '../../copy/messages'
import type { Moment, Subscribed } from '../../messages/model'
import { mayOffer, subscribeAt } from '../../messages/subscribe'
import { accessible } from '../../theme/accessible'
import { Card } from '../card'
import { PrimaryButton } from '../primary-button'
import './index.css'

/** Offers a message for what comes next. It asks once, after a tap, and takes any answer as an answer. */
export function MessageOffer({ moment }: { readonly moment: Moment }) {
  const [said, setSaid] = useState<Subscribed | null>(null)
  if (!mayOffer(moment)) return null
  const { text, button } = MESSAGE_OFFER[moment]
  return (
    <Card>
      {said === null ? (
        <>
          <View className='fs-message-offer__text'>{text}</View>
          <PrimaryButton
            id='message-offer'
            kind='quiet'
            label={button}
            onPress={() => void subscribeAt(moment).then(setSaid)}
          />
        </>
      ) : (
        <View {...accessible({ role: 'status' })}>{MESSAGE_OFFER.said[said]}</View>
      )}
    </Card>
  )
}
