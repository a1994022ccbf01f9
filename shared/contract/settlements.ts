import * as v from 'valibot'
import { contractOf, read, write } from './action'
import {
  fenField,
  idField,
  idNumberField,
  idTypeField,
  instantField,
  insuranceCodeField,
  positiveFenField,
  ruleField,
} from './fields'

/** What a bill is for. No diagnosis and no medicine: those stay with the institution and the insurer. */
export const SETTLEMENT_KINDS = ['outpatient', 'inpatient', 'pharmacy'] as const
export const INSTITUTION_KINDS = ['hospital', 'pharmacy'] as const
/** What an account paid for: a bill of each kind, or a resident premium. */
export const SPENT_ON = [...SETTLEMENT_KINDS, 'premium'] as const

const institutionId = v.pipe(v.string(), v.regex(/^[0-9A-Za-z-]{1,64}$/, 'the code of an institution'))
const month = v.pipe(v.string(), v.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'YYYY-MM'))
const year = v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2099))
/** Of others masked, as everywhere. */
const name = v.string()

const line = v.object({
  from: v.picklist(['own-account', 'binding', 'wallet', 'cash']),
  bindingId: v.optional(idField('binding')),
  policyholder: v.optional(v.object({ name })),
  amountFen: fenField,
})

/** Whose code it should be: where a till sends the ID document that it was shown, a code of somebody else is refused. */
const patient = v.optional(v.object({ idNumber: idNumberField, idType: idTypeField }))

/**
 * `outcome-unknown`: sent to the insurer, and no answer came; `processing`: not sent so far. Both are settled by asking
 * with `get`, or by the very same request again. `reversing`: a reversal whose outcome is not known yet.
 */
const state = v.picklist(['settled', 'processing', 'outcome-unknown', 'failed', 'reversing', 'reversed'])

const settlement = v.object({
  settlementId: idField('settlement'),
  state,
  kind: v.picklist(SETTLEMENT_KINDS),
  amountFen: fenField,
  lines: v.array(line),
  createdAt: instantField,
  settledAt: v.optional(instantField),
  reversedAt: v.optional(instantField),
})

const record = v.object({
  /** That of a settlement or of a payment: what `get` of this function or of `premiums` asks for. */
  settlementId: v.optional(idField('settlement')),
  paymentId: v.optional(idField('payment')),
  on: v.picklist(SPENT_ON),
  /** A policyholder sees her own part alone; who was treated, or her guardian, the whole bill. */
  side: v.picklist(['policyholder', 'relative', 'guardian']),
  state,
  amountFen: fenField,
  /** For a policyholder the kind alone. */
  institution: v.optional(v.object({ kind: v.picklist(INSTITUTION_KINDS), name: v.optional(v.string()) })),
  /** The other side, masked; missing where she paid for herself. */
  other: v.optional(v.object({ name })),
  lines: v.array(line),
  premiumYear: v.optional(year),
  createdAt: instantField,
  settledAt: v.optional(instantField),
})

/** 结算: a bill at a designated institution, paid from her own account, the policyholders' and her wallet. */
export const settlements = contractOf('settlements', {
  /**
   * What a bill would be paid from, and why. For the person whose code it is, and for an institution, which hears no
   * reasons: they speak of other people's accounts. A person may leave out her code, since she asks for herself, and
   * say a kind of institution (`at`) in the place of one; an institution may leave out neither. Nothing is kept of it. Refusals: `institution-unknown`,
   * `use-not-allowed`, `code-expired`, `not-found`, `too-many-attempts`, `not-enrolled`, and `not-allowed` with somebody
   * else's code (`code-of-another`, with the rule) or for another institution than the caller's (`other-institution`).
   */
  preview: read({
    access: 'linked-or-institution',
    input: v.object({
      insuranceCode: v.optional(insuranceCodeField),
      institutionId: v.optional(institutionId),
      at: v.optional(v.picklist(INSTITUTION_KINDS)),
      amountFen: positiveFenField,
      kind: v.optional(v.picklist(SETTLEMENT_KINDS)),
      patient,
    }),
    value: v.object({
      lines: v.array(line),
      /** Chinese, one for each line and each binding that was passed over. */
      reasons: v.array(v.string()),
      /** What of it is not published, or machines alone wrote of; Chinese. */
      remarks: v.array(v.string()),
      rules: v.array(ruleField),
      institution: v.object({ kind: v.picklist(INSTITUTION_KINDS), name: v.optional(v.string()) }),
    }),
  }),
  /**
   * Settles a bill once, however often it is asked. While an outcome is not known the same request asks for it again.
   * Refusals: those of `preview`, and `not-allowed` where the insurer refused it (`settlement-refused`) or where it was
   * given up unanswered (`settlement-cancelled`).
   */
  settle: write({
    access: 'institution',
    input: v.object({
      insuranceCode: insuranceCodeField,
      institutionId,
      amountFen: positiveFenField,
      kind: v.picklist(SETTLEMENT_KINDS),
      patient,
    }),
    value: settlement,
  }),
  /**
   * Gives every part of a settlement back to where it came from. Refusals: `not-found`, `not-allowed`
   * (`settlement-in-progress`, `not-settled`, `reversal-refused`).
   */
  reverse: write({
    access: 'institution',
    input: v.object({ settlementId: idField('settlement') }),
    value: settlement,
  }),
  /** One settlement as it stands now: what is open is asked for first. For its institution alone. */
  get: read({
    access: 'institution',
    input: v.object({ settlementId: idField('settlement') }),
    value: settlement,
  }),
  /**
   * What the caller's account paid and what was paid for her, premiums among it, the newest first, by pages of 20.
   *
   * `side`: what her account paid, or what was paid for her; both unless said.
   */
  records: read({
    access: 'linked',
    input: v.optional(
      v.object({
        bindingId: v.optional(idField('binding')),
        side: v.optional(v.picklist(['policyholder', 'relative'])),
        month: v.optional(month),
        cursor: v.optional(v.pipe(v.string(), v.maxLength(100))),
      }),
      {},
    ),
    value: v.object({ records: v.array(record), next: v.optional(v.string()) }),
  }),
  /**
   * Sums of a calendar year, by its month and its member: what the caller's account paid for relatives; and what she
   * herself was treated for, by where it was paid from. What was reversed or given back is not in it.
   */
  summary: read({
    access: 'linked',
    input: v.optional(v.object({ year: v.optional(year) }), {}),
    value: v.object({
      year,
      shared: v.array(
        v.object({
          bindingId: idField('binding'),
          name,
          month,
          on: v.picklist(SPENT_ON),
          amountFen: fenField,
        }),
      ),
      own: v.array(
        v.object({
          month,
          institution: v.picklist(INSTITUTION_KINDS),
          from: v.picklist(['own-account', 'binding', 'wallet', 'cash']),
          amountFen: fenField,
        }),
      ),
    }),
  }),
})
