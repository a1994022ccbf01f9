import { Text, View } from '@tarojs/components'
import { useCallback, useEffect, useRef, useState } from 'react'
import { PASSWORD_PAD } from '../../copy/password'
import { accessible } from '../../theme/accessible'
import { Pressable } from '../pressable'
import './index.css'

export interface PasswordPadProps {
  /** The password is on its way: what is tapped meanwhile does nothing, and the pad is empty afterwards. */
  readonly busy?: boolean
  /** What was wrong with the last one, and what to do. */
  readonly problem?: string | null
  /** All six digits. The pad has forgotten them when this is called. */
  readonly onDone: (password: string) => void
}

const LENGTH = 6
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', null, '0', 'delete'] as const
const PLACES = Array.from({ length: LENGTH }, (_, place) => `place-${place}`)

/**
 * Six digits on keys of our own, so that no keyboard of another maker sees them. They lie in this component's memory
 * and nowhere else until they are handed on: what is drawn, and so what is sent to the view, is only how many there are.
 */
export function PasswordPad({ busy = false, problem = null, onDone }: PasswordPadProps) {
  const digits = useRef('')
  const [count, setCount] = useState(0)

  useEffect(() => {
    if (busy) return
    digits.current = ''
    setCount(0)
  }, [busy])
  useEffect(
    () => () => {
      digits.current = ''
    },
    [],
  )

  const type = useCallback(
    (key: string) => {
      if (busy) return
      if (key === 'delete') digits.current = digits.current.slice(0, -1)
      else digits.current += key
      setCount(digits.current.length)
      if (digits.current.length < LENGTH) return
      const whole = digits.current
      digits.current = ''
      onDone(whole)
    },
    [busy, onDone],
  )
  useTypedKeys(type)

  return (
    <View className='fs-password-pad'>
      <View
        className='fs-password-pad__places'
        {...accessible({ role: 'img', label: PASSWORD_PAD.typed(count, LENGTH) })}
      >
        {PLACES.map((place, index) => (
          <View
            key={place}
            className={`fs-password-pad__place ${index < count ? 'fs-password-pad__place--full' : ''}`}
          />
        ))}
      </View>
      {busy ? (
        <View className='fs-password-pad__said' {...accessible({ role: 'status' })}>
          {PASSWORD_PAD.sending}
        </View>
      ) : problem === null ? null : (
        <View className='fs-password-pad__said fs-password-pad__problem' {...accessible({ role: 'alert' })}>
          {problem}
        </View>
      )}
      <View className='fs-password-pad__keys' {...accessible({ role: 'group', label: PASSWORD_PAD.keys })}>
        {KEYS.map((key) =>
          key === null ? (
            <View key='none' className='fs-password-pad__none' />
          ) : (
            <Pressable
              key={key}
              id={`key-${key}`}
              className={`fs-password-pad__key ${key === 'delete' ? 'fs-password-pad__key--delete' : ''}`}
              onPress={() => type(key)}
            >
              <Text>{key === 'delete' ? PASSWORD_PAD.delete : key}</Text>
            </Pressable>
          ),
        )}
      </View>
    </View>
  )
}

/** In a browser the keys of a keyboard do the same. */
function useTypedKeys(type: (key: string) => void): void {
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return
    const onKey = (event: KeyboardEvent) => {
      if (/^\d$/.test(event.key)) type(event.key)
      else if (event.key === 'Backspace') type('delete')
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [type])
}
