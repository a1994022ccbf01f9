import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Card } from '../../../components/card'
import { Pressable } from '../../../components/pressable'
import { CHANGES, MEMBER_COPY } from '../../../copy/member'
import { addressOf, ROUTES } from '../../../routes'
import './index.css'
import { type BindingDetail, type ChangeOffered, changesOffered } from './model'

export interface ChangesProps {
  readonly binding: BindingDetail
  readonly onSwitch: (action: 'pause' | 'resume') => void
}

/** What this side can change now, each with what it does in a few words. */
export function Changes({ binding, onSwitch }: ChangesProps) {
  const { bindingId } = binding
  const offered = changesOffered(binding)
  const open = (change: ChangeOffered) => {
    switch (change) {
      case 'pause':
      case 'resume':
        return onSwitch(change)
      case 'limits':
        return void Taro.navigateTo({ url: addressOf(ROUTES.memberChange, { bindingId }) })
      case 'extend':
        return void Taro.navigateTo({ url: addressOf(ROUTES.memberExtend, { bindingId }) })
      case 'unbind':
      case 'withdraw':
        return void Taro.navigateTo({ url: addressOf(ROUTES.memberUnbind, { bindingId }) })
    }
  }
  if (offered.length === 0) return null
  return (
    <Card title={MEMBER_COPY.changesTitle}>
      {offered.map((change) => (
        <Pressable
          // The one stands where the other stood, and only its words change.
          key={change === 'resume' ? 'pause' : change}
          id={`change-${change}`}
          className='fs-member__change'
          onPress={() => open(change)}
        >
          <View className='fs-member__words'>
            <View className='fs-member__change-name'>{CHANGES[change].name}</View>
            <View className='fs-member__quiet'>{CHANGES[change].text}</View>
          </View>
          <Text className='fs-member__more'>›</Text>
        </Pressable>
      ))}
    </Card>
  )
}
