import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Pressable } from '../../components/pressable'
import { RULES } from '../../copy/rules'
import { partsOf } from './parts'

export interface InPartsProps<Row> {
  readonly rows: readonly Row[]
  /** Everything that a person reads of a row. */
  readonly textsOf: (row: Row) => readonly string[]
  readonly children: (row: Row) => ReactNode
}

/** A long list, part by part: what one tap sends to the view stays small, and what stands there is not sent again. */
export function InParts<Row extends { readonly parameter: string }>(props: InPartsProps<Row>) {
  const { rows, textsOf, children } = props
  const [shown, setShown] = useState(1)
  const parts = partsOf(rows, textsOf)
  const next = parts[shown]?.length ?? 0
  const after = parts.slice(shown + 1).flat().length
  return (
    <>
      <View>
        {parts.slice(0, shown).map((part) => (
          <View key={part[0]?.parameter}>{part.map(children)}</View>
        ))}
      </View>
      {/* In a box of its own: what comes and goes would send the parts beside it to the view anew. */}
      <View>
        {next === 0 ? null : (
          <Pressable id='rules-rest' className='rules-topic__rest' onPress={() => setShown(shown + 1)}>
            <Text>{RULES.rest(next, after)}</Text>
          </Pressable>
        )}
      </View>
    </>
  )
}
