import type { Day } from '../values/day'
import { dayText, yuanText } from './figures'
import { relationLabel, useLabel } from './labels'
import type { LetterFacts } from './letters'
import type { UnbindStep } from './other-letters'

type Role = 'policyholder' | 'guardian' | 'relative'

const SIGNER_LABELS: Readonly<Record<Role, string>> = {
  policyholder: '授权人',
  guardian: '监护人',
  relative: '家人',
}

/** Who signed, as it stands under a paper; of the other side only the part, since her name is hers to give. */
export function printedSigner(role: Role, name: string | null): string {
  return name === null ? SIGNER_LABELS[role] : `${SIGNER_LABELS[role]}：${name}`
}

/**
 * What a letter is about, line by line, as it is shown above the signature, sealed with it and printed. ID numbers come
 * masked: who is meant is seen, and the paper gives no number away.
 */
export function letterFactLines(
  facts: LetterFacts & {
    readonly signer: Role
    readonly regionName: string
    readonly policyholderIdNumber: string
    readonly relativeIdNumber: string
  },
): { label: string; value: string }[] {
  const { endDay, monthlyLimitFen, perSettlementLimitFen } = facts
  return [
    { label: '授权人', value: `${facts.policyholderName}（${facts.policyholderIdNumber}）` },
    { label: '家人', value: `${facts.relativeName}（${facts.relativeIdNumber}）` },
    { label: '家人是授权人的', value: relationLabel(facts.relation) },
    ...(facts.signer === 'guardian' ? [{ label: '监护人', value: facts.signerName }] : []),
    { label: '用途', value: facts.uses.map(useLabel).join('、') },
    { label: '开始', value: dayText(facts.startDay) },
    { label: '到期', value: endDay === undefined ? '没有约定，到解除为止' : dayText(endDay) },
    { label: '每月最多', value: monthlyLimitFen === undefined ? '不另设上限' : yuanText(monthlyLimitFen) },
    {
      label: '每次最多',
      value: perSettlementLimitFen === undefined ? '不另设上限' : yuanText(perSettlementLimitFen),
    },
    { label: '按哪里的规定', value: facts.regionName },
  ]
}

/** What a notice of unbinding is about, line by line. */
export function unbindFactLines(facts: {
  /** Name and masked ID number. */
  readonly policyholder: string
  readonly relatives: readonly string[]
  /** The guardian who ends it for a child; null where nobody does. */
  readonly guardianName: string | null
  readonly step: UnbindStep
  /** The last day that the notice names; null where it names none. */
  readonly lastDay: Day | null
  readonly regionName: string
}): { label: string; value: string }[] {
  const { step, lastDay } = facts
  return [
    { label: '授权人', value: facts.policyholder },
    { label: facts.relatives.length > 1 ? '要解除的家人' : '家人', value: facts.relatives.join('、') },
    ...(facts.guardianName === null ? [] : [{ label: '监护人', value: facts.guardianName }]),
    lastDayLine(step, lastDay),
    { label: '按哪里的规定', value: facts.regionName },
  ]
}

function lastDayLine(step: UnbindStep, lastDay: Day | null): { label: string; value: string } {
  const named = lastDay === null ? null : dayText(lastDay)
  switch (step) {
    case 'end':
      return { label: '最后一天', value: named ?? '今天' }
    case 'apply':
      return { label: '希望用到', value: named ?? '审核通过那天' }
    case 'withdraw':
      return { label: '结束', value: '确认以后马上撤回' }
  }
}
