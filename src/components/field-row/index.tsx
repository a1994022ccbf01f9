import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './index.css'

export interface FieldRowProps {
  readonly label: string
  /** Shown as text; for anything else pass children. */
  readonly value?: string
}

/** A name and what it is: 关系 · 配偶. In elder mode the value stands below its name. */
export function FieldRow({ label, value, children }: PropsWithChildren<FieldRowProps>) {
  return (
    <View className='fs-field-row'>
      <Text className='fs-field-row__label'>{label}</Text>
      <View className='fs-field-row__value'>{children ?? value}</View>
    </View>
  )
}
