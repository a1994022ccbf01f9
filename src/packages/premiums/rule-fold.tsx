import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { RuleReply } from '../../../shared/contract/fields'
import { FieldRow } from '../../components/field-row'
import { Pressable } from '../../components/pressable'
import { ruleLines } from '../../copy/refusal'
import './premiums.css'

export interface RuleFoldProps {
  readonly id?: string
  readonly rules: readonly RuleReply[]
  readonly open: string
  readonly close: string
}

/** Where something stands written, for who wants to look it up: a tap away, so that the page stays short. */
export function RuleFold({ id, rules, open, close }: RuleFoldProps) {
  const [shown, setShown] = useState(false)
  if (rules.length === 0) return null
  return (
    <>
      <Pressable
        {...(id === undefined ? {} : { id })}
        className='fs-premium__link'
        onPress={() => setShown(!shown)}
      >
        <Text>{shown ? close : open}</Text>
      </Pressable>
      {shown
        ? rules.map((rule) => (
            <View key={`${rule.parameter}-${rule.source}`} className='fs-premium__rule'>
              {ruleLines(rule).map(({ label, value }) => (
                <FieldRow key={label} label={label} value={value} below />
              ))}
            </View>
          ))
        : null}
    </>
  )
}
