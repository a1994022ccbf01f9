import { Text, View } from '@tarojs/components'
import { accessible } from '../../theme/accessible'
import { Pressable } from '../pressable'
import './index.css'

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly note?: string
}

interface CommonProps<Value extends string> {
  /** What is chosen here, for a screen reader and, unless `hideLabel`, above the list. */
  readonly label: string
  readonly hideLabel?: boolean
  readonly choices: readonly Choice<Value>[]
  /** Two beside each other, for short words; in elder mode one under the other all the same. */
  readonly inPairs?: boolean
}

export interface OneOfProps<Value extends string> extends CommonProps<Value> {
  readonly chosen: Value | null
  readonly onChoose: (value: Value) => void
}

/** One of a few: the chosen one carries a filled mark and is named as chosen. */
export function OneOf<Value extends string>(props: OneOfProps<Value>) {
  const { label, hideLabel = false, choices, inPairs = false, chosen, onChoose } = props
  return (
    <View className='fs-choices' {...accessible({ role: 'radiogroup', label })}>
      {hideLabel ? null : <Text className='fs-choices__label'>{label}</Text>}
      <View className={inPairs ? 'fs-choices__pairs' : ''}>
        {choices.map((choice) => (
          <Row
            key={choice.value}
            choice={choice}
            role='radio'
            on={choice.value === chosen}
            onPress={() => onChoose(choice.value)}
          />
        ))}
      </View>
    </View>
  )
}

export interface SomeOfProps<Value extends string> extends CommonProps<Value> {
  readonly chosen: readonly Value[]
  readonly onChange: (values: readonly Value[]) => void
}

/** Any number of a few. */
export function SomeOf<Value extends string>(props: SomeOfProps<Value>) {
  const { label, hideLabel = false, choices, chosen, onChange } = props
  const toggle = (value: Value) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
  return (
    <View className='fs-choices fs-choices--some' {...accessible({ role: 'group', label })}>
      {hideLabel ? null : <Text className='fs-choices__label'>{label}</Text>}
      {choices.map((choice) => (
        <Row
          key={choice.value}
          choice={choice}
          role='checkbox'
          on={chosen.includes(choice.value)}
          onPress={() => toggle(choice.value)}
        />
      ))}
    </View>
  )
}

interface RowProps {
  readonly choice: Choice<string>
  readonly role: 'radio' | 'checkbox'
  readonly on: boolean
  readonly onPress: () => void
}

/** The mark before it is drawn by its style: elements for it would double what is sent to the view. */
function Row({ choice, role, on, onPress }: RowProps) {
  return (
    <Pressable
      className={`fs-choices__row ${on ? 'fs-choices__row--on' : ''}`}
      role={role}
      checked={on}
      label={choice.note === undefined ? choice.label : `${choice.label}，${choice.note}`}
      onPress={onPress}
    >
      <Text className='fs-choices__name'>{choice.label}</Text>
      {choice.note === undefined ? null : <Text className='fs-choices__note'>{choice.note}</Text>}
    </Pressable>
  )
}
