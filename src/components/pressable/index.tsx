import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { type Accessible, accessible } from '../../theme/accessible'
import './index.css'

export interface PressableProps {
  readonly onPress: () => void
  readonly className?: string
  /** What a screen reader says where the text inside is not enough. */
  readonly label?: string
  readonly role?: Accessible['role']
  readonly checked?: boolean
  readonly selected?: boolean
  readonly disabled?: boolean
  readonly id?: string
}

/** Anything that is tapped: it yields visibly, is large enough, and obeys the keyboard on H5. */
export function Pressable(props: PropsWithChildren<PressableProps>) {
  const { onPress, className = '', label, role = 'button', checked, selected, disabled = false, id } = props
  const press = () => {
    if (!disabled) onPress()
  }
  const keyboard =
    process.env.TARO_ENV === 'h5'
      ? {
          onKeyDown: (event: { key?: string; preventDefault(): void }) => {
            if (event.key !== 'Enter' && event.key !== ' ') return
            event.preventDefault()
            press()
          },
        }
      : {}
  return (
    <View
      className={`fs-pressable ${className}`}
      hoverClass={disabled ? 'none' : 'fs-pressable--down'}
      hoverStayTime={80}
      onClick={press}
      {...(id === undefined ? {} : { id })}
      {...keyboard}
      {...accessible({ role, label, checked, selected, disabled, focusable: !disabled })}
    >
      {props.children}
    </View>
  )
}
