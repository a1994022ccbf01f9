import { Input, Text, View } from '@tarojs/components'
import type { InputProps } from '@tarojs/components/types/Input'
import { accessible } from '../../theme/accessible'
import './index.css'

export interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  /** What to know before typing, under the label. */
  readonly hint?: string
  /** What is wrong and what to do; null where nothing is. */
  readonly problem?: string | null
  readonly type?: InputProps['type']
  readonly maxLength?: number
  readonly onBlur?: () => void
  readonly id?: string
}

/** A labelled line to type in, with its problem said in words below. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    value,
    onChange,
    placeholder,
    hint,
    problem = null,
    type = 'text',
    maxLength = 60,
    onBlur,
    id,
  } = props
  return (
    <View className='fs-text-field'>
      <Text className='fs-text-field__label'>{label}</Text>
      {hint === undefined ? null : <Text className='fs-text-field__hint'>{hint}</Text>}
      <Input
        {...(id === undefined ? {} : { id })}
        className={`fs-text-field__input ${problem === null ? '' : 'fs-text-field__input--wrong'}`}
        type={type}
        value={value}
        maxlength={maxLength}
        placeholder={placeholder}
        placeholderClass='fs-text-field__placeholder'
        onInput={(event) => onChange(event.detail.value)}
        onBlur={onBlur}
        {...named(label, problem)}
      />
      {problem === null ? null : (
        <View className='fs-text-field__problem' {...accessible({ role: 'alert' })}>
          {problem}
        </View>
      )}
    </View>
  )
}

/** The name goes to the browser's own input, which on H5 lies inside Taro's; on weapp there is only one. */
function named(label: string, problem: string | null) {
  if (process.env.TARO_ENV !== 'h5') return accessible({ label })
  return {
    nativeProps: { 'aria-label': label, 'aria-invalid': String(problem !== null), autoComplete: 'off' },
  }
}
