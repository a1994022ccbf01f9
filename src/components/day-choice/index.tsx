import { Picker, Text, View } from '@tarojs/components'
import { DAY_CHOICE, dayText } from '../../copy/app'
import { accessible } from '../../theme/accessible'
import { Pressable } from '../pressable'
import './index.css'

export interface DayChoiceProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  /** `YYYY-MM-DD`, or empty for none. */
  readonly value: string
  readonly whenEmpty: string
  readonly first: string
  readonly last: string
  readonly problem?: string | null
  /** Goes back to none. */
  readonly clearLabel?: string
  readonly onChange: (day: string) => void
}

/** A day out of a range, or none: the words for none stand in its place. */
export function DayChoice(props: DayChoiceProps) {
  const { id, label, hint, value, whenEmpty, first, last, problem = null, onChange } = props
  const { clearLabel = DAY_CHOICE.clear } = props
  const words = value === '' ? whenEmpty : dayText(value)
  return (
    <View id={id} className='fs-day-choice'>
      <Text className='fs-day-choice__label'>{label}</Text>
      {hint === undefined ? null : <Text className='fs-day-choice__hint'>{hint}</Text>}
      <Picker
        mode='date'
        value={value === '' ? first : value}
        start={first}
        end={last}
        onChange={(event) => onChange(event.detail.value)}
      >
        <View
          className='fs-day-choice__value'
          {...accessible({
            role: 'button',
            label: `${words}${DAY_CHOICE.choose}，${label}`,
            focusable: true,
          })}
        >
          <Text>{words}</Text>
          <Text className='fs-day-choice__sign'>{DAY_CHOICE.choose}</Text>
        </View>
      </Picker>
      {value === '' ? null : (
        <Pressable
          className='fs-day-choice__clear'
          label={`${clearLabel}，${label}`}
          onPress={() => onChange('')}
        >
          <Text>{clearLabel}</Text>
        </Pressable>
      )}
      {problem === null ? null : <View className='fs-day-choice__problem'>{problem}</View>}
    </View>
  )
}
