import * as v from 'valibot'
import { type Day, type Instant, parseDay, parseInstant } from '../../shared/values/day'
import { fen } from '../../shared/values/fen'
import { ID_TYPES } from '../../shared/values/id-document'

/** What the insurer may answer; anything else is no usable answer. */

const documentSchema = v.object({ idType: v.picklist(ID_TYPES), idNumber: v.string() })
const dayField = v.pipe(
  v.string(),
  v.check((text) => parseDay(text) !== null),
  v.transform((text) => text as Day),
)
const instantField = v.pipe(
  v.string(),
  v.check((text) => parseInstant(text) !== null),
  v.transform((text) => parseInstant(text) as Instant),
)
const sixDigits = v.pipe(v.string(), v.regex(/^\d{6}$/))
const fenField = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.transform(fen))
const sequence = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
const year = v.pipe(v.number(), v.integer())
const source = v.picklist(['account', 'wallet'])
const scheme = v.nullable(v.picklist(['employee', 'resident']))
const enrolment = v.picklist(['active', 'suspended', 'none'])
const poolingArea = v.nullable(v.object({ code: sixDigits, name: v.string() }))

export const personReply = v.object({
  person: v.nullable(
    v.object({
      name: v.pipe(v.string(), v.minLength(1)),
      document: documentSchema,
      birthDay: dayField,
      sex: v.picklist(['male', 'female']),
      scheme,
      enrolment,
      poolingArea,
      regionCode: v.nullable(sixDigits),
      parents: v.array(documentSchema),
    }),
  ),
})

export const balanceReply = v.object({
  balanceFen: v.nullable(fenField),
  priorYearsFen: v.optional(v.nullable(fenField), null),
})

const payment = v.object({
  orderId: v.string(),
  premiumYear: year,
  tier: v.string(),
  amountFen: fenField,
  from: source,
  sequence,
  settledAt: instantField,
})
const reversal = v.object({
  reversalId: v.string(),
  orderId: v.string(),
  amountFen: fenField,
  to: source,
  sequence,
  settledAt: instantField,
})
const paid = v.variant('by', [
  v.object({ by: v.literal('payer'), paidOn: dayField, orderId: v.string(), amountFen: fenField }),
  v.object({ by: v.literal('somebody-else'), paidOn: dayField }),
])
const refusedPayment = v.object({
  outcome: v.literal('refused'),
  refusal: v.variant('reason', [
    v.object({ reason: v.literal('balance-too-low'), balanceFen: fenField }),
    v.object({ reason: v.literal('already-paid'), paid }),
    v.object({
      reason: v.picklist([
        'request-reused',
        'person-unknown',
        'no-account',
        'not-resident-scheme',
        'cancelled',
      ]),
    }),
  ]),
})

export const paymentReply = v.variant('outcome', [
  v.object({ outcome: v.literal('settled'), payment }),
  refusedPayment,
])

export const foundPaymentReply = v.variant('outcome', [
  v.object({ outcome: v.literal('settled'), payment, reversal: v.nullable(reversal) }),
  refusedPayment,
  v.object({ outcome: v.literal('not-received') }),
])

export const reversalReply = v.variant('outcome', [
  v.object({ outcome: v.literal('settled'), reversal }),
  v.object({
    outcome: v.literal('refused'),
    refusal: v.object({
      reason: v.picklist(['request-reused', 'payment-unknown', 'already-reversed']),
    }),
  }),
])

export const statusReply = v.object({ paid: v.nullable(paid), waiver: v.nullable(v.string()) })

const legs = v.array(
  v.object({ from: v.picklist(['own-account', 'shared-account', 'wallet', 'cash']), amountFen: fenField }),
)
const settlement = v.object({
  orderId: v.string(),
  amountFen: fenField,
  legs,
  sequence,
  settledAt: instantField,
})
const settlementReversal = v.object({ ...settlement.entries, reversalId: v.string() })
const refusedSettlement = v.object({
  outcome: v.literal('refused'),
  refusal: v.variant('reason', [
    v.object({
      reason: v.picklist(['balance-too-low', 'no-account']),
      leg: v.pipe(v.number(), v.integer(), v.minValue(0)),
    }),
    v.object({ reason: v.picklist(['person-unknown', 'request-reused', 'cancelled']) }),
  ]),
})

export const settlementReply = v.variant('outcome', [
  v.object({ outcome: v.literal('settled'), settlement }),
  refusedSettlement,
])

export const foundSettlementReply = v.variant('outcome', [
  v.object({ outcome: v.literal('settled'), settlement, reversal: v.nullable(settlementReversal) }),
  refusedSettlement,
  v.object({ outcome: v.literal('not-received') }),
])

export const settlementReversalReply = v.variant('outcome', [
  v.object({ outcome: v.literal('settled'), reversal: settlementReversal }),
  v.object({
    outcome: v.literal('refused'),
    refusal: v.object({
      reason: v.picklist(['request-reused', 'settlement-unknown', 'already-reversed']),
    }),
  }),
])

const moved = { sequence, at: instantField, id: v.string(), orderId: v.string(), amountFen: fenField }

export const statementReply = v.object({
  lines: v.array(
    v.variant('kind', [
      v.object({
        ...moved,
        kind: v.picklist(['premium', 'reversal']),
        premiumYear: year,
        account: source,
      }),
      v.object({ ...moved, kind: v.picklist(['settlement', 'settlement-reversal']), legs }),
    ]),
  ),
  next: v.nullable(sequence),
})

export const changesReply = v.object({
  changes: v.array(
    v.object({
      sequence,
      at: instantField,
      kind: v.picklist(['enrolment-changed', 'enrolment-ended', 'moved', 'scheme-changed', 'died']),
      document: documentSchema,
      scheme,
      enrolment,
      poolingArea,
      regionCode: v.nullable(sixDigits),
      diedOn: v.nullable(dayField),
    }),
  ),
  next: v.nullable(sequence),
})
