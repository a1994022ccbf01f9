import { View } from '@tarojs/components'
import { relationLabel, yuanText } from '../../../../shared/copy'
import { regionWords } from '../../../../shared/rules/region-words'
import { fen } from '../../../../shared/values/fen'
import { Card } from '../../../components/card'
import { FieldRow } from '../../../components/field-row'
import { StatusTag, type StatusTone } from '../../../components/status-tag'
import { dayText } from '../../../copy/app'
import { BINDING_STATES, REJECTED } from '../../../copy/family'
import { usesInWords } from '../../../copy/list'
import { MEMBER_COPY, NOT_YET, stateSentence } from '../../../copy/member'
import './index.css'
import { type BindingDetail, holdsOn } from './model'

const TONES: Readonly<Record<BindingDetail['state'], StatusTone>> = {
  'in-review': 'waiting',
  active: 'going-well',
  paused: 'attention',
  ending: 'attention',
  ended: 'over',
}

const RELATION_NAMES = {
  policyholder: MEMBER_COPY.relation,
  relative: MEMBER_COPY.relationOfMe,
  guardian: MEMBER_COPY.relationOfChild,
} as const

/** How it stands today, and what was agreed. */
export function Terms({ binding, today }: { readonly binding: BindingDetail; readonly today: string }) {
  const { state, effectiveFrom, lastDay, monthlyLimitFen, perSettlementLimitFen, side } = binding
  const rejected = binding.endedBecause === 'review-rejected'
  const ahead = state === 'active' && !holdsOn(binding, today)
  const limit = (amountFen: number | undefined) =>
    amountFen === undefined ? MEMBER_COPY.noLimit : yuanText(fen(amountFen))
  return (
    <Card>
      <StatusTag
        text={rejected ? REJECTED : ahead ? NOT_YET : BINDING_STATES[state]}
        tone={ahead ? 'waiting' : TONES[state]}
      />
      <View className='fs-member__state'>{stateSentence(binding, today)}</View>
      <FieldRow label={RELATION_NAMES[side]} value={relationLabel(binding.relation)} />
      {/* Boxes of their own: what was rejected has no days, and what goes does not send the others again. */}
      <View>
        {rejected ? null : (
          <>
            <FieldRow
              label={MEMBER_COPY.from}
              value={state === 'in-review' ? MEMBER_COPY.fromReview : dayText(effectiveFrom)}
            />
            <FieldRow
              label={MEMBER_COPY.lastDay}
              value={lastDay === undefined ? MEMBER_COPY.lastDayOpen : dayText(lastDay)}
            />
          </>
        )}
      </View>
      <FieldRow label={MEMBER_COPY.uses} value={usesInWords(binding.uses)} />
      <FieldRow label={MEMBER_COPY.monthly} value={limit(monthlyLimitFen)} />
      <FieldRow label={MEMBER_COPY.perSettlement} value={limit(perSettlementLimitFen)} />
      {/* Boxes of their own: what comes and goes in them does not send the other rows to the view again. */}
      <View className={binding.accountLimitFen === undefined ? '' : 'fs-member__lined'}>
        {binding.accountLimitFen === undefined ? null : (
          <FieldRow label={MEMBER_COPY.together} value={limit(binding.accountLimitFen)} />
        )}
      </View>
      <View className={binding.place === undefined ? '' : 'fs-member__lined'}>
        {binding.place === undefined ? null : (
          <FieldRow label={MEMBER_COPY.place} value={MEMBER_COPY.placeOf(binding.place)} />
        )}
      </View>
      <FieldRow label={MEMBER_COPY.region} value={regionWords(binding.regionCode).name} />
      <View>
        {lastDay === undefined || (state !== 'active' && state !== 'paused') ? null : (
          <View className='fs-member__reminded'>{MEMBER_COPY.reminded}</View>
        )}
      </View>
    </Card>
  )
}
