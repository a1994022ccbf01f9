import { Text, View } from '@tarojs/components'
import { STEPS } from '../../copy/app'
import { accessible } from '../../theme/accessible'
import './index.css'

export interface StepsProps {
  readonly names: readonly string[]
  /** Which one the person is at, from 0. */
  readonly current: number
}

/** Where one is in a task of a few steps. It is said in words as well: 第 2 步，共 4 步. */
export function Steps({ names, current }: StepsProps) {
  return (
    <View
      className='fs-steps'
      {...accessible({ role: 'img', label: STEPS.where(current + 1, names.length, names[current] ?? '') })}
    >
      <View className='fs-steps__bars' {...accessible({ hidden: true })}>
        {names.map((name, index) => (
          <View key={name} className={`fs-steps__bar ${index <= current ? 'fs-steps__bar--done' : ''}`} />
        ))}
      </View>
      <Text className='fs-steps__words'>{STEPS.where(current + 1, names.length, names[current] ?? '')}</Text>
    </View>
  )
}
