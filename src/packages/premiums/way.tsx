import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Pressable } from '../../components/pressable'
import type { Route } from '../../routes'
import './premiums.css'

interface WayProps {
  readonly id: string
  readonly words: { readonly title: string; readonly text: string }
  readonly route: Route
  readonly last?: boolean
}

/** A way to another page, with what is there. */
export function Way({ id, words, route, last = false }: WayProps) {
  return (
    <Pressable
      id={id}
      className={`fs-premium__way ${last ? 'fs-premium__way--last' : ''}`}
      onPress={() => void Taro.navigateTo({ url: route })}
    >
      <View>
        <View className='fs-premium__way-name'>{words.title}</View>
        <View className='fs-premium__soft'>{words.text}</View>
      </View>
      <Text className='fs-premium__arrow'>›</Text>
    </Pressable>
  )
}
