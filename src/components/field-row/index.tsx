import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './index.css'

export interface FieldRowProps {
  readonly label: string
  /** Shown as text; for anything else pass children. */
  readonly value?: string
  /** The value stands below its name, for what is long. */
  readonly below?: boolean
}

/** A name and what it is: 关系 · 配偶. In elder mode the value stands below its name. */
export function FieldRow({ label, value, below = false, children }: PropsWithChildren<FieldRowProps>) {
  return (
    <View className={`fs-field-row ${below ? 'fs-field-row--below' : ''}`}>
      <Text className='fs-field-row__label'>{label}</Text>
      <View className='fs-field-row__value'>{children ?? value}</View>
    </View>
  )
}
