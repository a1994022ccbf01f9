import type { OpenPayment } from '../../../cloud/open-payment'
import type { Reading } from '../../../cloud/reading'
import type { ValueFor } from '../../../cloud/writes'
import type { StatusTone } from '../../../components/status-tag'
import { PREMIUM_PAYMENT } from '../../../copy/premiums'

export type PaymentRecord = ValueFor<'premiums', 'get'>
export type PaymentLine = PaymentRecord['lines'][number]

/** While nothing is known it is asked soon and then less and less often, in milliseconds. */
const PAUSES_MS = [2_000, 3_000, 5_000, 8_000, 13_000, 20_000, 30_000] as const
const LONGEST_PAUSE_MS = 60_000

export function pauseAfter(asked: number): number {
  return PAUSES_MS[asked] ?? LONGEST_PAUSE_MS
}

/**
 * A function works for twenty seconds at most. What the function does not know of this long after it was sent has not
 * arrived; until then nothing is said.
 */
const ARRIVES_WITHIN_MS = 30_000

export type Standing =
  /** The page shows what was read, whatever it is. */
  | { readonly kind: 'told' }
  /** It was sent from this phone, and the function does not know it yet, or could not be asked. */
  | { readonly kind: 'asking'; readonly unreachable: boolean }
  | { readonly kind: 'not-arrived' }

/** What can be said of a payment that this phone has sent, from what was read so far. */
export function standingOf(reading: Reading<PaymentRecord>, kept: OpenPayment | null, now: number): Standing {
  if (kept === null) return { kind: 'told' }
  if (reading.phase === 'failed') return { kind: 'asking', unreachable: true }
  if (reading.phase !== 'refused' || reading.refusal.code !== 'not-found') return { kind: 'told' }
  return now - kept.at < ARRIVES_WITHIN_MS ? { kind: 'asking', unreachable: false } : { kind: 'not-arrived' }
}

/** Whether something of it has no final answer yet, so that it is asked about again. */
export function isOpen({ lines }: Pick<PaymentRecord, 'lines'>): boolean {
  return lines.some(({ state }) => isWaiting(state))
}

const isWaiting = (state: PaymentLine['state']) =>
  state === 'processing' || state === 'outcome-unknown' || state === 'refunding'

export interface Headline {
  readonly title: string
  readonly tone: StatusTone
  readonly lines: readonly string[]
}

/** What became of the whole, honestly: where some lines are known and others are not, it is not known. */
export function headlineOf({ state, lines }: Pick<PaymentRecord, 'state' | 'lines'>): Headline {
  const { waiting, states, refunding } = PREMIUM_PAYMENT
  const isRefunding = lines.some((line) => line.state === 'refunding')
  if (isRefunding && state !== 'processing' && state !== 'outcome-unknown') {
    return { title: refunding, tone: 'waiting', lines: [waiting.refund] }
  }
  const { title, tone } = states[state]
  switch (state) {
    case 'processing':
    case 'outcome-unknown':
      return { title, tone, lines: [waiting.text, waiting.next] }
    case 'partly-paid':
      return { title, tone, lines: [PREMIUM_PAYMENT.partly] }
    case 'failed':
      return { title, tone, lines: [PREMIUM_PAYMENT.failed] }
    case 'refunded':
      return { title, tone, lines: [PREMIUM_PAYMENT.refunded] }
    case 'paid': {
      const back = lines.filter((line) => line.state === 'refunded')
      const backFen = back.reduce<number>((sum, { amountFen }) => sum + amountFen, 0)
      return { title, tone, lines: back.length === 0 ? [] : [PREMIUM_PAYMENT.partRefunded(backFen)] }
    }
  }
}

const TONES: Readonly<Record<PaymentLine['state'], StatusTone>> = {
  paid: 'going-well',
  processing: 'waiting',
  'outcome-unknown': 'waiting',
  failed: 'attention',
  refunding: 'waiting',
  refunded: 'over',
}

export function statusOfLine({ state }: PaymentLine): { readonly text: string; readonly tone: StatusTone } {
  return { text: PREMIUM_PAYMENT.lines[state], tone: TONES[state] }
}

/** What she may still do with it; a receipt is there as soon as one line is paid, also where it was given back later. */
export function offersOf({ side, lines }: Pick<PaymentRecord, 'side' | 'lines'>) {
  const isPayer = side === 'policyholder'
  return {
    receipt: isPayer && lines.some(({ state }) => ['paid', 'refunding', 'refunded'].includes(state)),
    refunds: isPayer ? lines.filter(({ state }) => state === 'paid') : [],
    payAgain: isPayer && lines.some(({ state }) => state === 'failed'),
  }
}

/** What the headline speaks of, in fen: what was paid of it, or while or where nothing is, the whole. */
export function paidOf({
  lines,
  totalFen,
  state,
}: Pick<PaymentRecord, 'lines' | 'totalFen' | 'state'>): number {
  if (state !== 'partly-paid') return totalFen
  return lines
    .filter((line) => line.state !== 'failed')
    .reduce<number>((sum, { amountFen }) => sum + amountFen, 0)
}
