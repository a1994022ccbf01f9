import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { accessible } from '../../theme/accessible'
import './index.css'

export interface EmptyStateProps {
  readonly title: string
  readonly text?: string
  /** The one next step, usually a `PrimaryButton`. */
  readonly action?: ReactNode
}

/** Nothing here yet, and what to do. The drawing is made of boxes: two people under one roof. */
export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <View className='fs-empty'>
      <View className='fs-empty__drawing' {...accessible({ hidden: true })}>
        <View className='fs-empty__roof' />
        <View className='fs-empty__people'>
          <View className='fs-empty__person fs-empty__person--tall' />
          <View className='fs-empty__person' />
        </View>
      </View>
      <View className='fs-empty__title'>{title}</View>
      {text === undefined ? null : <View className='fs-empty__text'>{text}</View>}
      {action === undefined ? null : <View className='fs-empty__action'>{action}</View>}
    </View>
  )
}
