import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Card } from '../../components/card'
import { Pressable } from '../../components/pressable'
import { RULES } from '../../copy/rules'

export interface FoldedProps {
  readonly title: string
  readonly count: string
  readonly open: boolean
  readonly onToggle: () => void
}

/** A topic: its name and how much is in it, and on a tap what is in it. */
export function Folded({ title, count, open, onToggle, children }: PropsWithChildren<FoldedProps>) {
  const action = open ? RULES.close : RULES.open
  return (
    <Card className='rules-topic'>
      <Pressable className='rules-topic__head' label={`${title}，${count}，${action}`} onPress={onToggle}>
        <Text className='rules-topic__title'>{title}</Text>
        <Text className='rules-topic__action'>{`${count} · ${action}`}</Text>
      </Pressable>
      <View>{open ? children : null}</View>
    </Card>
  )
}
