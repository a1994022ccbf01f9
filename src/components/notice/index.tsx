import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { accessible } from '../../theme/accessible'
import './index.css'

export interface NoticeProps {
  /** `told`: good to know; `attention`: read this before you go on. */
  readonly kind?: 'told' | 'attention'
  readonly title?: string
  readonly text?: string
}

/** A sentence or two beside the main thing. */
export function Notice({ kind = 'told', title, text, children }: PropsWithChildren<NoticeProps>) {
  return (
    <View
      className={`fs-notice fs-notice--${kind}`}
      {...accessible({ role: kind === 'attention' ? 'alert' : 'group' })}
    >
      <View className='fs-notice__sign' {...accessible({ hidden: true })}>
        {kind === 'attention' ? '!' : 'i'}
      </View>
      <View className='fs-notice__body'>
        {title === undefined ? null : <View className='fs-notice__title'>{title}</View>}
        {text === undefined ? null : <View>{text}</View>}
        {children}
      </View>
    </View>
  )
}
