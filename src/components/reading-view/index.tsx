import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { RefusalReply } from '../../../shared/contract/fields'
import type { Reading } from '../../cloud/reading'
import { PAGE } from '../../copy/app'
import { accessible } from '../../theme/accessible'
import { Obstacle } from '../obstacle'
import './index.css'

export interface ReadingViewProps<Value> {
  readonly reading: Reading<Value>
  readonly onRetry: () => void
  readonly children: (value: Value) => ReactNode
  /** How many grey blocks stand for what is being read. */
  readonly blocks?: number
  /** For a refusal that this page has its own words for; null: the usual card. */
  readonly refused?: (refusal: RefusalReply) => ReactNode | null
}

/** What a page shows of a reading: grey blocks, the value, a refusal, or a failure with a way to try again. */
export function ReadingView<Value>(props: ReadingViewProps<Value>) {
  const { reading, onRetry, children, blocks = 3, refused } = props
  switch (reading.phase) {
    case 'loading':
      return (
        <View {...accessible({ role: 'status', label: PAGE.loading })}>
          {Array.from({ length: blocks }, (_, index) => `block-${index}`).map((name) => (
            <View key={name} className='fs-skeleton' />
          ))}
        </View>
      )
    case 'ready':
      return <>{children(reading.value)}</>
    case 'refused':
      return (
        <>
          {refused?.(reading.refusal) ?? (
            <Obstacle obstacle={{ kind: 'refused', refusal: reading.refusal }} />
          )}
        </>
      )
    case 'failed':
      return <Obstacle obstacle={reading.failure} onRetry={onRetry} doing='reading' />
  }
}
