import { addDays, addMilliseconds, type Day, dayOf, type Instant } from '../values/day'
import { FALLBACK_REGION } from './held-regions'
import { regionOf, settledRule } from './rule'

const HOUR_MS = 60 * 60 * 1000

function hoursOf(regionCode: string, on: Day): number {
  return settledRule(regionOf(regionCode) ?? FALLBACK_REGION, 'invitation-hours', on).value
}

/**
 * When an invitation runs out that the policyholder signs, or sends anew, at this moment. No source names the hours:
 * they are this product's reading until a region gives its own (`invitation-hours`).
 */
export function invitationExpires(question: {
  readonly regionCode: string
  readonly sentAt: Instant
}): Instant {
  const { regionCode, sentAt } = question
  return addMilliseconds(sentAt, hoursOf(regionCode, dayOf(sentAt)) * HOUR_MS)
}

/**
 * The last day on which an invitation may be sent anew (`invitation-resend-days`, our reading as well): a signature is
 * not kept alive for ever, and the policyholder should read again what she agrees to.
 */
export function invitationResendableUntil(question: {
  readonly regionCode: string
  readonly madeOn: Day
}): Day {
  const region = regionOf(question.regionCode) ?? FALLBACK_REGION
  return addDays(question.madeOn, settledRule(region, 'invitation-resend-days', question.madeOn).value)
}

/** The last day on which an invitation made on a day may still be open, however often it is sent anew. */
export function invitationOverBy(question: { readonly regionCode: string; readonly madeOn: Day }): Day {
  const days = Math.ceil(hoursOf(question.regionCode, question.madeOn) / 24)
  return addDays(invitationResendableUntil(question), days)
}
