import Loading from '@taroify/core/loading'
import { Text, View } from '@tarojs/components'
import '@taroify/core/loading/style'
import type { PropsWithChildren } from 'react'
import { accessible } from '../../theme/accessible'
import { Pressable } from '../pressable'
import './index.css'

export interface PrimaryButtonProps {
  readonly label: string
  readonly onPress: () => void
  /** `primary`: the one next step of a page; `quiet`: another way; `attention`: a step that takes something away. */
  readonly kind?: 'primary' | 'quiet' | 'attention'
  /** Shown while a request is on its way; a tap does nothing meanwhile. */
  readonly loading?: boolean
  /** Why it cannot be pressed now, said under the button; null or missing: it can. */
  readonly disabledReason?: string | null
  readonly id?: string
}

export function PrimaryButton(props: PrimaryButtonProps) {
  const { label, onPress, kind = 'primary', loading = false, disabledReason = null, id } = props
  const blocked = disabledReason !== null
  return (
    <View className='fs-button-box'>
      <Pressable
        id={id}
        className={`fs-button fs-button--${kind} ${blocked ? 'fs-button--blocked' : ''}`}
        onPress={onPress}
        disabled={loading || blocked}
        label={blocked ? `${label}，${disabledReason}` : label}
      >
        {loading ? <Loading className='fs-button__spinner' size='20px' /> : null}
        <Text className='fs-button__label'>{label}</Text>
      </Pressable>
      {blocked ? <Text className='fs-button__reason'>{disabledReason}</Text> : null}
    </View>
  )
}

/** Stays at the lower edge above the safe area; the page keeps room for it. */
export function BottomBar({ children }: PropsWithChildren) {
  return (
    <View className='fs-bottom-bar' {...accessible({ role: 'group' })}>
      {children}
    </View>
  )
}
