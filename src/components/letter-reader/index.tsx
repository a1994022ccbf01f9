import { Text, View } from '@tarojs/components'
import { LETTER_COPY } from '../../copy/letter'
import { accessible } from '../../theme/accessible'
import { FieldRow } from '../field-row'
import { paragraphsOf } from './reading'
import { LETTER_END, letterPartId } from './use-read-to-end'
import './index.css'

export interface LetterReaderProps {
  readonly title: string
  readonly text: string
  /** The lines that are sealed with the text. */
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly version: string
  readonly regionName?: string | null
}

/** A letter as it is signed: its exact text and lines on paper, and which version of whose rules it is. */
export function LetterReader({ title, text, facts, version, regionName = null }: LetterReaderProps) {
  const parts = paragraphsOf(text).map((paragraph, index) => ({ id: letterPartId(index), paragraph }))
  return (
    <View className='fs-letter'>
      <View className='fs-letter__title' {...accessible({ role: 'heading', level: 2 })}>
        {title}
      </View>
      {parts.map(({ id, paragraph }) => (
        <View key={id} id={id} className='fs-letter__paragraph'>
          <Text userSelect>{paragraph}</Text>
        </View>
      ))}
      <View className='fs-letter__facts' {...accessible({ role: 'group', label: LETTER_COPY.facts })}>
        <View className='fs-letter__facts-title'>{LETTER_COPY.facts}</View>
        {facts.map(({ label, value }, index) => (
          <View key={label} id={letterPartId(parts.length + index)} className='fs-letter__fact'>
            <FieldRow label={label} value={value} />
          </View>
        ))}
      </View>
      <View id={LETTER_END} className='fs-letter__end'>
        <Text>{LETTER_COPY.version(version, regionName)}</Text>
      </View>
    </View>
  )
}
