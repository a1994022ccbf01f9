import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { RefusalReply } from '../../../shared/contract/fields'
import { REFUSAL, refusalTitle, ruleLines } from '../../copy/refusal'
import { accessible } from '../../theme/accessible'
import { FieldRow } from '../field-row'
import './index.css'

export interface RefusalCardProps {
  readonly refusal: RefusalReply
  /** What to do instead, usually a `PrimaryButton`. */
  readonly action?: ReactNode
}

/** Characters beyond which a value reads better below its name. */
const LONG = 24

/** A refusal as a person can act on it: what is in the way, the rule with its value and where it stands, what to do. */
export function RefusalCard({ refusal, action }: RefusalCardProps) {
  const lines = refusal.rule === undefined ? [] : ruleLines(refusal.rule)
  return (
    <View className='fs-refusal' {...accessible({ role: 'alert' })}>
      <View className='fs-refusal__head'>
        <View className='fs-refusal__sign' {...accessible({ hidden: true })}>
          !
        </View>
        <View className='fs-refusal__title'>{refusalTitle(refusal.code)}</View>
      </View>
      <View>{refusal.message}</View>
      {lines.length === 0 ? null : (
        <View className='fs-refusal__rule'>
          <View className='fs-refusal__rule-title'>{REFUSAL.ruleTitle}</View>
          {lines.map((line) => (
            <FieldRow
              key={line.label}
              label={line.label}
              value={line.value}
              below={line.value.length > LONG}
            />
          ))}
        </View>
      )}
      {action === undefined ? null : <View className='fs-refusal__action'>{action}</View>}
    </View>
  )
}
