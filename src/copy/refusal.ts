import type { RuleReply } from '../../shared/contract/fields'
import type { RefusalCode } from '../../shared/values/refusal'
import { dayText } from './app'
import { parameterTitle, reliabilityText, ruleValueText } from './rule-value'

export const REFUSAL = {
  ruleTitle: '依据的规定',
} as const

/** A few words over the sentence that the function sends. */
export function refusalTitle(code: RefusalCode): string {
  switch (code) {
    case 'invalid-request':
      return '有内容填得不对'
    case 'not-linked':
      return '请先确认您是谁'
    case 'not-found':
      return '没有找到'
    case 'too-many-attempts':
      return '今天试的次数太多了'
    case 'name-mismatch':
    case 'verification-failed':
      return '没有通过身份核验'
    case 'invitation-expired':
      return '邀请已经过期'
    case 'invitation-closed':
      return '邀请已经结束'
    case 'rule-unknown':
      return '当地的规定还查不到'
    default:
      return '现在还不能办理'
  }
}

/** The rule behind a refusal, as name and text. */
export function ruleLines(rule: RuleReply): readonly { readonly label: string; readonly value: string }[] {
  const lines = [
    { label: parameterTitle(rule.parameter), value: ruleValueText(rule.parameter, rule.value) },
    { label: '出处', value: rule.source },
  ]
  if (rule.from !== undefined) lines.splice(1, 0, { label: '从何时起', value: dayText(rule.from) })
  if (rule.ourReading === true) lines.push({ label: '说明', value: '这是我们对规定的理解，不是原文' })
  else if (rule.reliability !== undefined)
    lines.push({ label: '可靠程度', value: reliabilityText(rule.reliability) })
  return lines
}
