import * as v from 'valibot'
import { contractOf, read, write } from './action'
import {
  dayField,
  fenField,
  idField,
  instantField,
  poolingAreaField,
  refusalField,
  ruleField,
} from './fields'

const premiumYear = v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2099))
/**
 * A relative: her name masked, as everywhere, and the year of her birth, without which two children of one name could
 * not be told apart. Missing where her document does not carry it.
 */
const insured = { name: v.string(), birthYear: v.optional(v.number()) }
const tier = v.object({ tier: v.string(), title: v.string(), amountFen: fenField })
const extra = v.object({ title: v.string(), amountFen: fenField })
const waiting = v.union([v.object({ days: v.number() }), v.object({ months: v.number() })])
const window = v.object({ from: dayField, to: dayField, open: v.boolean() })
/** One line of a payment, which is also its order at the insurer: a ULID, a hyphen and a number. */
const lineIdField = v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{26}-\d{1,2}$/, 'the id of a line'))

/** Why a premium is asked back. `aided`: she belongs to those whom the region helps (属于资助对象). */
export const REFUND_REASONS = [
  'duplicate',
  'died',
  'employee-scheme',
  'insured-elsewhere',
  'aided',
  'other',
] as const

const paidLine = v.object({
  lineId: lineIdField,
  bindingId: idField('binding'),
  ...insured,
  tier: v.string(),
  tierTitle: v.string(),
  amountFen: fenField,
  /** `processing`: not sent yet. `outcome-unknown`: sent, and no answer came; both are settled by asking. */
  state: v.picklist(['paid', 'processing', 'outcome-unknown', 'failed', 'refunding', 'refunded']),
  settledAt: v.optional(instantField),
  benefitFrom: v.optional(dayField),
  refundedAt: v.optional(instantField),
  /** Why this line was not paid. */
  refusal: v.optional(refusalField),
})

/** `partly-paid`: some lines are paid, the others are not and will not be. */
const state = v.picklist(['paid', 'processing', 'outcome-unknown', 'failed', 'partly-paid', 'refunded'])

const paid = v.object({ paymentId: idField('payment'), state, lines: v.array(paidLine) })

const record = v.object({
  ...paid.entries,
  premiumYear,
  /** What the caller sees of it: a relative and a guardian see the lines of their own alone. */
  side: v.picklist(['policyholder', 'relative', 'guardian']),
  payer: v.object({ name: v.string() }),
  totalFen: fenField,
  createdAt: instantField,
})

/** 居民医保缴费: a relative's resident premium, paid from the policyholder's personal account. */
export const premiums = contractOf('premiums', {
  /**
   * For each relative who is bound to the caller: what is to be paid for the year, or why nothing can be. Without a
   * year the one whose window is open. A year of which nothing is published says so, and `years` are those that are known.
   */
  payable: read({
    access: 'linked',
    input: v.optional(v.object({ premiumYear: v.optional(premiumYear) }), {}),
    value: v.object({
      premiumYear,
      years: v.array(v.number()),
      /** Of the caller's own region; missing where it is not known. */
      window: v.optional(window),
      /** Why nothing is known of the year. */
      unknown: v.optional(refusalField),
      /** What is in the caller's account; missing where there is none. */
      balanceFen: v.optional(fenField),
      relatives: v.array(
        v.object({
          bindingId: idField('binding'),
          ...insured,
          relation: v.string(),
          poolingArea: v.nullable(poolingAreaField),
          state: v.picklist(['unpaid', 'paid', 'processing', 'waived', 'not-eligible']),
          tiers: v.array(tier),
          /** What is collected together with each tier. */
          extras: v.array(extra),
          window: v.optional(window),
          /** After the window: the price and the waiting are those of whoever pays late. */
          late: v.boolean(),
          benefitFrom: v.optional(dayField),
          waitingDays: v.optional(v.number()),
          waitingMonths: v.optional(v.number()),
          /** What has to be confirmed elsewhere so that nothing is to be paid. */
          confirmAs: v.optional(v.string()),
          paidOn: v.optional(dayField),
          /** Whether it was paid from the caller's own account; who else paid is not told. */
          paidByCaller: v.optional(v.boolean()),
          refusal: v.optional(refusalField),
          remarks: v.array(v.string()),
        }),
      ),
    }),
  }),
  /**
   * What the chosen relatives cost together, fixed for 15 minutes. Refusals: those of `mayPayPremium`, `tier-unknown`,
   * `wallet-not-open`, `not-employee-scheme`, `not-allowed` (`payment-in-progress`, `premium-waived`), `not-found`.
   */
  quote: read({
    access: 'linked',
    input: v.object({
      premiumYear,
      items: v.pipe(
        v.array(v.object({ bindingId: idField('binding'), tier: v.optional(v.string()) })),
        v.minLength(1),
        v.maxLength(10),
        v.check(
          (items) => new Set(items.map(({ bindingId }) => bindingId)).size === items.length,
          'each once',
        ),
      ),
      payFrom: v.optional(v.picklist(['account', 'wallet']), 'account'),
    }),
    value: v.object({
      quoteId: idField('quote'),
      /** The payment that confirming this quote makes: whoever lost the answer of `pay` asks `get` for it. */
      paymentId: idField('payment'),
      premiumYear,
      lines: v.array(
        v.object({
          lineId: lineIdField,
          bindingId: idField('binding'),
          ...insured,
          tier: v.string(),
          tierTitle: v.string(),
          amountFen: fenField,
          extras: v.array(extra),
          late: v.boolean(),
          benefitFrom: v.optional(dayField),
          waiting: v.optional(waiting),
          /** Where the price and the window stand. */
          basis: v.array(ruleField),
          remarks: v.array(v.string()),
        }),
      ),
      totalFen: fenField,
      balanceFen: fenField,
      expiresAt: instantField,
    }),
  }),
  /**
   * Pays what was quoted, once, however often and from wherever it is asked. Each line is paid on its own. Refusals:
   * those of `quote`, `quote-expired`, `price-changed`, `password-not-set`, `password-wrong`, `password-locked`. While
   * an outcome is not known the same request asks for it again.
   */
  pay: write({
    access: 'linked',
    input: v.object({
      quoteId: idField('quote'),
      password: v.pipe(v.string(), v.regex(/^\d{6}$/, 'six digits')),
    }),
    value: paid,
    secretInput: ['password'],
  }),
  /** One payment as it stands now: what is open is asked for first. For the payer, the insured and her guardian. */
  get: read({
    access: 'linked',
    input: v.object({ paymentId: idField('payment') }),
    value: record,
  }),
  /**
   * What she paid and what was paid for her, the newest first, by pages of 20; those of one year, and those with a line
   * for the relative of one binding of hers. Refusal: `not-found` for a binding in which she has no part.
   */
  records: read({
    access: 'linked',
    input: v.optional(
      v.object({
        cursor: v.optional(v.pipe(v.string(), v.maxLength(100))),
        premiumYear: v.optional(premiumYear),
        bindingId: v.optional(idField('binding')),
      }),
      {},
    ),
    value: v.object({ records: v.array(record), next: v.optional(v.string()) }),
  }),
  /** A proof of payment as PDF, which is no tax or fiscal ticket; for the payer alone, by a link of ten minutes. */
  receipt: read({
    access: 'linked',
    input: v.object({ paymentId: idField('payment') }),
    value: v.object({ url: v.string(), sm3: v.string() }),
  }),
  /**
   * What she paid and what was paid for her of one year, as a file: a paper to keep, or data for other programs. The
   * address works for ten minutes. She finds in `records.who-saw` that it was taken along.
   */
  export: read({
    access: 'linked',
    input: v.object({ premiumYear, format: v.optional(v.picklist(['pdf', 'json']), 'pdf') }),
    value: v.object({ url: v.string(), fileName: v.string(), sm3: v.string() }),
  }),
  /**
   * Gives one line back to the account from which it came, before the cover begins. Refusals: `not-found`,
   * `not-allowed` (`refund-reason`, `not-paid`, `refund-refused`), `refund-too-late`, `rule-unknown`.
   */
  refund: write({
    access: 'linked',
    input: v.object({
      paymentId: idField('payment'),
      lineId: lineIdField,
      reason: v.picklist(REFUND_REASONS),
    }),
    value: paid,
  }),
})
