import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Card } from '../../components/card'
import { Pressable } from '../../components/pressable'
import { RULES } from '../../copy/rules'
import { accessible } from '../../theme/accessible'

export interface FoldedProps {
  readonly title: string
  readonly count: string
  readonly open: boolean
  /** Null where it stays open, as in the answer to a search. */
  readonly onToggle: (() => void) | null
}

/** A topic: its name and how much is in it, and on a tap what is in it. */
export function Folded({ title, count, open, onToggle, children }: PropsWithChildren<FoldedProps>) {
  const action = open ? RULES.close : RULES.open
  return (
    <Card className='rules-topic'>
      {onToggle === null ? (
        <View className='rules-topic__head' {...accessible({ role: 'heading', level: 2 })}>
          <Text className='rules-topic__title'>{title}</Text>
          <Text className='rules-topic__count'>{count}</Text>
        </View>
      ) : (
        <Pressable className='rules-topic__head' label={`${title}，${count}，${action}`} onPress={onToggle}>
          <Text className='rules-topic__title'>{title}</Text>
          <Text className='rules-topic__action'>{`${count} · ${action}`}</Text>
        </Pressable>
      )}
      <View>{open ? children : null}</View>
    </Card>
  )
}
