import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { accessible } from '../../theme/accessible'
import './index.css'

export interface CardProps {
  readonly title?: string
  /** `attention`: something waits for the person; it also says so in words. */
  readonly kind?: 'plain' | 'attention' | 'jade'
  readonly className?: string
}

export function Card({ title, kind = 'plain', className = '', children }: PropsWithChildren<CardProps>) {
  return (
    <View className={`fs-card fs-card--${kind} ${className}`}>
      {title === undefined ? null : (
        <View className='fs-card__title' {...accessible({ role: 'heading', level: 2 })}>
          {title}
        </View>
      )}
      {children}
    </View>
  )
}
