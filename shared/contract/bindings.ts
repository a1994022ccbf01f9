import * as v from 'valibot'
import { END_CAUSES, REVIEW_KINDS, REVIEW_STATES, UNBIND_REASONS } from '../rules/binding-changes'
import { contractOf, read, write } from './action'
import {
  dayField,
  idField,
  instantField,
  noInput,
  positiveFenField,
  proofFileIdsField,
  relationField,
  usesField,
} from './fields'

const side = v.picklist(['policyholder', 'relative', 'guardian'])

/** Everything that can happen to a binding. The sentence for each is in `src/copy`. */
export const EVENT_KINDS = [
  'bound',
  'submitted-for-review',
  'resubmitted',
  'approved',
  'rejected',
  'decision-reversed',
  'unbinding-asked',
  'unbinding-refused',
  'unbinding',
  'unbinding-undone',
  'paused',
  'resumed',
  'limits-set',
  'end-day-proposed',
  'end-day-agreed',
  'end-day-declined',
  'order-set',
  'own-consent-asked',
  'own-consent-given',
  'premium-paid',
  'premium-refunded',
  'settlement-paid',
  'settlement-reversed',
  'ended',
] as const
export type BindingEventKind = (typeof EVENT_KINDS)[number]

const binding = v.object({
  bindingId: idField('binding'),
  relation: relationField,
  counterpart: v.object({ name: v.string() }),
  /** For a guardian who sees the binding of a child. */
  child: v.optional(v.object({ name: v.string() })),
  state: v.picklist(['in-review', 'active', 'paused', 'ending', 'ended']),
  /** True where the policyholder has stopped the money, also while the binding is on its way to its end. */
  paused: v.optional(v.literal(true)),
  effectiveFrom: dayField,
  /** The last day counts; the binding ends at the next 00:00 Asia/Shanghai. */
  lastDay: v.optional(dayField),
  uses: v.array(v.string()),
  monthlyLimitFen: v.optional(positiveFenField),
  perSettlementLimitFen: v.optional(positiveFenField),
  regionCode: v.string(),
  /** Its place among those of one policyholder, from 1, where she has set them. */
  place: v.optional(v.number()),
  /** While it is on its way to its end: the first moment at which it no longer holds, why, and who may take it back. */
  ending: v.optional(
    v.object({
      endsAt: instantField,
      cause: v.picklist(END_CAUSES),
      by: v.picklist(['policyholder', 'relative', 'guardian', 'reviewer', 'system']),
      mayUndo: v.boolean(),
    }),
  ),
  /** Why it is over, where it is. */
  endedBecause: v.optional(v.picklist(END_CAUSES)),
  /**
   * True where she has come of age since a guardian signed for her, and has not answered herself. Until she does, the
   * binding goes on.
   */
  awaitsOwnConsent: v.optional(v.boolean()),
  /** True where its end has to be applied for, and the bureau decides. */
  unbindReviewed: v.optional(v.literal(true)),
  /** The newest application that the bureau decides on, and where it stands. While an unbinding waits, the binding holds. */
  review: v.optional(
    v.object({
      reviewId: idField('review'),
      kind: v.picklist(REVIEW_KINDS),
      state: v.picklist(REVIEW_STATES),
    }),
  ),
  /** A later end that one side has proposed and the other has not answered. */
  proposedEndDay: v.optional(v.object({ endDay: v.nullable(dayField), by: side })),
})
export type BindingReply = v.InferOutput<typeof binding>

const historyEvent = v.object({
  at: instantField,
  kind: v.picklist(EVENT_KINDS),
  by: v.picklist(['policyholder', 'relative', 'guardian', 'reviewer', 'system']),
  facts: v.optional(v.record(v.string(), v.unknown())),
  /** SM3 over the event before and this one, in hex. */
  hash: v.string(),
  previousHash: v.string(),
})

/** More would be no family; it also keeps one unbinding within one transaction. */
const bindingIds = v.pipe(v.array(idField('binding')), v.minLength(1), v.maxLength(10))

/** A limit: a sum, null for none, missing where it stays as it is. */
const limit = v.optional(v.nullable(positiveFenField))

const oneBinding = v.object({ bindingId: idField('binding') })

/** 绑定: one-way, policyholder to relative. Both sides see the same. */
export const bindings = contractOf('bindings', {
  list: read({
    access: 'linked',
    input: noInput,
    value: v.object({
      asPolicyholder: v.array(binding),
      asRelative: v.array(binding),
      /** Where her region lets her limit what all relatives use together: her limit, if she has set one. */
      accountLimit: v.optional(v.object({ limitFen: v.optional(positiveFenField) })),
      /** Where her region lets her set the places of the bindings that she gives. */
      maySetOrder: v.optional(v.literal(true)),
      /** With it the bindings that have places, as they stand now: what `set-order` is sent in another order. */
      order: v.optional(v.array(idField('binding'))),
    }),
  }),
  get: read({
    access: 'linked',
    input: v.object({ bindingId: idField('binding') }),
    value: v.object({
      ...binding.entries,
      /** Which side the caller is on; a guardian sees a child's binding as `guardian`. */
      side: v.picklist(['policyholder', 'relative', 'guardian']),
      acceptedAt: instantField,
      /** What all relatives of this policyholder may use together, where her region has it and she has set it. */
      accountLimitFen: v.optional(positiveFenField),
      /** What both letters name: `uses` is that or less, and can be set to no more. */
      consentedUses: v.array(v.string()),
      letters: v.array(v.object({ letterId: idField('letter'), purpose: v.string() })),
      /** More of the application, for those who may do something about it. */
      application: v.optional(
        v.object({
          reviewId: idField('review'),
          kind: v.picklist(REVIEW_KINDS),
          state: v.picklist(REVIEW_STATES),
          /** It is handed in for the first, second … time. */
          round: v.number(),
          submittedAt: instantField,
          decidedAt: v.optional(instantField),
          /** What the region asks for, and how many proofs lie there now. */
          proofs: v.array(v.string()),
          proofsGiven: v.number(),
          /** For how many days after the decision they are kept. */
          proofsKeptDays: v.number(),
          /** What the reviewer wrote last: what is missing, where it was rejected. */
          opinion: v.optional(v.string()),
          /** Until which day it may be handed in again with other proofs (`reviews.resubmit`); missing where it may not. */
          resubmitUntil: v.optional(dayField),
        }),
      ),
    }),
  }),
  /**
   * What must be read and signed before the bindings end, and when they would: 解绑告知书. Asked again it is the same
   * letter. Refusals: `not-found`, `in-review`, `not-allowed`, `dates-invalid`.
   */
  'prepare-unbind': read({
    access: 'linked',
    input: v.object({ bindingIds, lastDay: v.optional(dayField) }),
    value: v.object({
      letterId: idField('letter'),
      notice: v.object({ title: v.string(), text: v.string(), version: v.string() }),
      /** The last day on which they hold. */
      lastDay: dayField,
      /** The first moment at which they no longer hold. */
      endsAt: instantField,
      /** What the region asks for; empty where it asks for nothing. */
      proofs: v.array(v.string()),
      /** For how many days after the decision they are kept. */
      proofsKeptDays: v.number(),
      /** True where the bureau decides on the unbinding; until then the bindings stay as they are. */
      review: v.boolean(),
    }),
  }),
  /**
   * Ends bindings, all of them or none. Refusals: those of `prepare-unbind`, `letter-not-signed`, `proof-required`.
   */
  unbind: write({
    access: 'linked',
    input: v.object({
      bindingIds,
      letterId: idField('letter'),
      reason: v.picklist(UNBIND_REASONS),
      lastDay: v.optional(dayField),
      proofFileIds: v.optional(proofFileIdsField, []),
    }),
    value: v.array(
      v.object({
        bindingId: idField('binding'),
        state: v.picklist(['ending', 'in-review', 'ended']),
        lastDay: v.optional(dayField),
        endsAt: v.optional(instantField),
      }),
    ),
  }),
  /** Until the end has come or the bureau has decided, the side that asked for it takes it back. Refusals: `not-found`, `not-allowed`. */
  'undo-unbind': write({
    access: 'linked',
    input: v.object({ bindingIds }),
    value: v.array(v.object({ bindingId: idField('binding'), state: binding.entries.state })),
  }),
  /** The policyholder stops the money at once. Refusals: `not-found`, `in-review`, `not-allowed`. */
  pause: write({ access: 'linked', input: oneBinding, value: v.object({ state: binding.entries.state }) }),
  resume: write({ access: 'linked', input: oneBinding, value: v.object({ state: binding.entries.state }) }),
  /**
   * What it may be used for, and how much; it holds at once. Uses are those that both letters name, or fewer.
   * Refusals: `not-found`, `in-review`, `not-allowed`, `use-not-allowed`.
   */
  'set-limits': write({
    access: 'linked',
    input: v.object({
      bindingId: idField('binding'),
      uses: v.optional(usesField),
      monthlyLimitFen: limit,
      perSettlementLimitFen: limit,
    }),
    value: v.object({
      uses: v.array(v.string()),
      monthlyLimitFen: v.optional(positiveFenField),
      perSettlementLimitFen: v.optional(positiveFenField),
    }),
  }),
  /**
   * One side proposes a later last day, or null for none; the other answers. Refusals: `not-found`, `not-allowed`,
   * `dates-invalid`.
   */
  'propose-end-day': write({
    access: 'linked',
    input: v.object({ bindingId: idField('binding'), endDay: v.nullable(dayField) }),
    value: v.object({ agreed: v.boolean() }),
  }),
  'answer-end-day': write({
    access: 'linked',
    input: v.object({ bindingId: idField('binding'), endDay: v.nullable(dayField), agree: v.boolean() }),
    value: v.object({ lastDay: v.optional(dayField) }),
  }),
  /**
   * The letter of one who came of age since a guardian signed for her. Asked again it is the same letter.
   * Refusals: `not-found`, `not-allowed`.
   */
  'prepare-own-consent': read({
    access: 'linked',
    input: oneBinding,
    value: v.object({ letterId: idField('letter') }),
  }),
  /** Refusals: those of `prepare-own-consent`, `letter-not-signed`. */
  'give-own-consent': write({
    access: 'linked',
    input: v.object({ bindingId: idField('binding'), letterId: idField('letter') }),
    value: v.object({ givenAt: instantField }),
  }),
  /**
   * She came of age and does not consent: the binding ends by the region's rule for ends, without a review. Until it is
   * over she takes it back with `undo-unbind`. Refusals: those of `prepare-own-consent`.
   */
  'decline-own-consent': write({
    access: 'linked',
    input: oneBinding,
    value: v.object({ state: v.picklist(['ending', 'ended']), lastDay: v.optional(dayField) }),
  }),
  /**
   * How much of her account all of her relatives may use together, or null for no limit; where the region has it (山东
   * 消费可用限额). It holds at once. Refusal: `not-allowed` (`no-account-limit`, `nothing-to-change`).
   */
  'set-account-limit': write({
    access: 'linked',
    input: v.object({ limitFen: v.nullable(positiveFenField) }),
    value: v.object({ limitFen: v.optional(positiveFenField) }),
  }),
  /**
   * The places (支出顺位) of the bindings that she gives, the first first: every one that is not over. Where the region
   * has its policyholders set them (陕西). Refusal: `not-allowed`.
   */
  'set-order': write({
    access: 'linked',
    input: v.object({ bindingIds: v.pipe(v.array(idField('binding')), v.minLength(1), v.maxLength(30)) }),
    value: v.array(v.object({ bindingId: idField('binding'), place: v.number() })),
  }),
  /** Append-only and chained, oldest first. */
  history: read({
    access: 'linked',
    input: v.object({ bindingId: idField('binding') }),
    value: v.object({ events: v.array(historyEvent), intact: v.boolean() }),
  }),
  /**
   * 共济家庭建立: the policyholder sets up her family, where her region has that step before anybody is added (河南).
   * Refusals: `not-enrolled`, `not-employee-scheme`, `enrolment-suspended`; `not-allowed` where there is no such step.
   */
  establish: write({
    access: 'linked',
    input: noInput,
    value: v.object({ regionCode: v.string(), establishedAt: instantField }),
  }),
})
