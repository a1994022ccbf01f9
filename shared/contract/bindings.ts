import * as v from 'valibot'
import { contractOf, read, write } from './action'
import { dayField, idField, instantField, noInput, positiveFenField, relationField } from './fields'

const binding = v.object({
  bindingId: idField('binding'),
  relation: relationField,
  counterpart: v.object({ name: v.string() }),
  /** For a guardian who sees the binding of a child. */
  child: v.optional(v.object({ name: v.string() })),
  state: v.picklist(['in-review', 'active', 'paused', 'ending', 'ended']),
  effectiveFrom: dayField,
  /** The last day counts; the binding ends at the next 00:00 Asia/Shanghai. */
  lastDay: v.optional(dayField),
  uses: v.array(v.string()),
  monthlyLimitFen: v.optional(positiveFenField),
  perSettlementLimitFen: v.optional(positiveFenField),
  regionCode: v.string(),
})
export type BindingReply = v.InferOutput<typeof binding>

const historyEvent = v.object({
  at: instantField,
  /** What happened; the sentence for it is in `src/copy`. */
  kind: v.string(),
  by: v.picklist(['policyholder', 'relative', 'guardian', 'reviewer', 'system']),
  facts: v.optional(v.record(v.string(), v.unknown())),
  /** SM3 over the event before and this one, in hex. */
  hash: v.string(),
  previousHash: v.string(),
})

/** 绑定: one-way, policyholder to relative. Both sides see the same. */
export const bindings = contractOf('bindings', {
  list: read({
    access: 'linked',
    input: noInput,
    value: v.object({ asPolicyholder: v.array(binding), asRelative: v.array(binding) }),
  }),
  get: read({
    access: 'linked',
    input: v.object({ bindingId: idField('binding') }),
    value: v.object({
      ...binding.entries,
      /** Which side the caller is on; a guardian sees a child's binding as `guardian`. */
      side: v.picklist(['policyholder', 'relative', 'guardian']),
      acceptedAt: instantField,
      letters: v.array(v.object({ letterId: idField('letter'), purpose: v.string() })),
    }),
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
