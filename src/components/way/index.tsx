import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Route } from '../../routes'
import { Pressable } from '../pressable'
import './index.css'

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
      className={`fs-way ${last ? 'fs-way--last' : ''}`}
      onPress={() => void Taro.navigateTo({ url: route })}
    >
      <View>
        <View className='fs-way__name'>{words.title}</View>
        <View className='fs-way__text'>{words.text}</View>
      </View>
      <Text className='fs-way__arrow'>›</Text>
    </Pressable>
  )
}
