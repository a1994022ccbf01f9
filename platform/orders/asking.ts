import { addMilliseconds, type Instant } from '../../shared/values/day'
import type { Unanswered } from '../insurer/port'
import { PortOutage } from '../outage'

/** The time within which a confirmed order is sent again; after it an order that never arrived is shut out. */
export const SENT_AGAIN_FOR_MS = 10 * 60_000
const FIRST_PAUSE_MS = 30_000
const LONGEST_PAUSE_MS = 60 * 60_000

/** When a timer asks again: after half a minute, then after twice as long each time, at most an hour. */
export function askedAgainAt(now: Instant, asked: number): Instant {
  return addMilliseconds(now, Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(asked, 10)))
}

/** Whether the time for sending again is over, so that an order which never arrived is shut out instead. */
export function isShutOut({ createdAt }: { readonly createdAt: Instant }, now: Instant): boolean {
  return now >= addMilliseconds(createdAt, SENT_AGAIN_FOR_MS)
}

/**
 * Asks about an order that has no final answer, under its own id, so that asking again changes nothing twice: it is sent
 * again, or shut out once its time is over, and looked for where the answer was lost.
 */
export async function answerToOrder<
  Answer extends { readonly outcome: string },
  Found extends { readonly outcome: string },
>(order: {
  readonly shutOut: boolean
  send(): Promise<Answer | Unanswered>
  cancel(): Promise<Answer | Unanswered>
  find(): Promise<Found>
}): Promise<Answer | Found | Unanswered> {
  const answer = order.shutOut ? await order.cancel() : await order.send()
  if (answer.outcome !== 'unknown') return answer
  try {
    const found = await order.find()
    return found.outcome === 'not-received' ? answer : found
  } catch (error) {
    if (error instanceof PortOutage) return answer
    throw error
  }
}
