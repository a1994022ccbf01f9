import * as v from 'valibot'
import { REVIEW_KINDS, REVIEW_STATES, UNBIND_REASONS } from '../rules/binding-changes'
import { PROOF_TYPES } from '../values/proof-file'
import { ENROLMENT_STATES, SCHEMES } from '../values/relation'
import { contractOf, read, write } from './action'
import {
  dayField,
  emptyField,
  fenField,
  idField,
  instantField,
  maskedPersonField,
  proofFileIdsField,
  relationField,
} from './fields'

const side = v.picklist(['policyholder', 'relative', 'guardian'])
const state = v.picklist(REVIEW_STATES)

/** Plain words for the person: why, or what is missing. */
const opinion = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500))

const decision = v.object({
  reviewId: idField('review'),
  opinion,
  /**
   * The round that the reviewer has looked at. With it nothing is decided on proofs that came after; it may be left
   * out.
   */
  round: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
})

const decided = v.object({
  state,
  bindings: v.array(
    v.object({
      bindingId: idField('binding'),
      state: v.picklist(['in-review', 'active', 'paused', 'ending', 'ended']),
      effectiveFrom: dayField,
      /** The last day on which it holds, where there is one. */
      lastDay: v.optional(dayField),
    }),
  ),
})

/** A person as the reviewer sees her: in full, since her papers are held against it. Each look is written down. */
const person = v.object({
  name: v.string(),
  idNumber: v.string(),
  idType: v.string(),
  /** What the insurer says today; missing where it gives no answer. */
  insured: v.optional(
    v.object({ scheme: v.nullable(v.picklist(SCHEMES)), enrolment: v.picklist(ENROLMENT_STATES) }),
  ),
})

/** What became of a difference: the timer found it recorded later, or somebody at the desk has dealt with it. */
const SETTLED_BY_DESK = ['corrected-here', 'corrected-there', 'explained'] as const
export type DifferenceSettled = (typeof SETTLED_BY_DESK)[number] | 'recorded-since'
const differenceId = v.pipe(
  v.string(),
  v.maxLength(120),
  v.regex(/^[a-z-]+:[\w-]+$/, 'the id of a difference'),
)

const proof = {
  proofId: idField('proof'),
  contentType: v.picklist(PROOF_TYPES),
  bytes: v.number(),
}

/** 审核: the bureau decides where a region has it decided, and the person hands in what is missing. */
export const reviews = contractOf('reviews', {
  /** The reviewer's own region, the oldest first, by pages of 20. `not-allowed` for whoever is no reviewer. */
  queue: read({
    access: 'staff',
    input: v.optional(
      v.object({
        /** `waiting` for a decision, `reversals` that wait for a second reviewer, or `decided`, the newest first. */
        of: v.optional(v.picklist(['waiting', 'reversals', 'decided']), 'waiting'),
        cursor: v.optional(v.pipe(v.string(), v.maxLength(100))),
      }),
      {},
    ),
    value: v.object({
      reviews: v.array(
        v.object({
          reviewId: idField('review'),
          kind: v.picklist(REVIEW_KINDS),
          state,
          regionCode: v.string(),
          submittedAt: instantField,
          round: v.number(),
          policyholder: maskedPersonField,
          relatives: v.array(v.object({ name: v.string(), relation: relationField })),
          proofsGiven: v.number(),
          /** Whether the reversal that waits was proposed by the caller, who then does not confirm it. */
          reversal: v.optional(v.object({ own: v.boolean() })),
        }),
      ),
      next: v.optional(v.string()),
    }),
  }),
  /** One case, with the names in full. It is written down who looked. Refusals: `not-allowed`, `not-found`. */
  open: read({
    access: 'staff',
    input: v.object({ reviewId: idField('review') }),
    value: v.object({
      reviewId: idField('review'),
      kind: v.picklist(REVIEW_KINDS),
      state,
      regionCode: v.string(),
      round: v.number(),
      submittedAt: instantField,
      by: side,
      proofsAsked: v.array(v.string()),
      reason: v.optional(v.picklist(UNBIND_REASONS)),
      /** The last day that was wished for. */
      lastDay: v.optional(dayField),
      policyholder: person,
      bindings: v.array(
        v.object({
          bindingId: idField('binding'),
          relation: relationField,
          relative: person,
          acceptedAt: instantField,
          effectiveFrom: dayField,
          endDay: v.optional(dayField),
          uses: v.array(v.string()),
          /** For a child: whether the insurer's register names the policyholder as a parent. */
          parentInRegister: v.optional(v.boolean()),
        }),
      ),
      proofs: v.array(v.object({ ...proof, round: v.number() })),
      decisions: v.array(
        v.object({
          round: v.number(),
          decision: v.picklist(['approved', 'rejected']),
          at: instantField,
          by: v.string(),
          /** Missing once somebody in the case has closed her account and was erased. */
          opinion: v.optional(v.string()),
          /** Who had proposed it, where it took the place of an earlier decision. */
          proposedBy: v.optional(v.string()),
        }),
      ),
      reversal: v.optional(
        v.object({ at: instantField, by: v.string(), opinion: v.string(), own: v.boolean() }),
      ),
      /** What the caller may do now. */
      may: v.object({
        decide: v.boolean(),
        proposeReversal: v.boolean(),
        confirmReversal: v.boolean(),
        declineReversal: v.boolean(),
      }),
    }),
  }),
  /** The content of one proof, for a reviewer of the case alone. It is written down who looked. */
  proof: read({
    access: 'staff',
    input: v.object({ reviewId: idField('review'), proofId: idField('proof') }),
    value: v.object({ ...proof, content: v.pipe(v.string(), v.base64()) }),
  }),
  /**
   * A binding becomes active, from the day that the rule gives for an approval today; an unbinding ends by the rule.
   * Refusals: `not-found`, `not-allowed` (`review-decided`, `review-changed`, `binding-ended`).
   */
  approve: write({ access: 'staff', input: decision, value: decided }),
  /** A binding is over and never held; an unbinding leaves it as it is. The refusals of `approve`. */
  reject: write({ access: 'staff', input: decision, value: decided }),
  /**
   * The first half of a reversal: nothing changes until somebody else confirms it. Refusals: `not-found`, `not-allowed`
   * (`review-not-decided`, `reversal-waits`, `reversal-too-late`).
   */
  'propose-reversal': write({
    access: 'staff',
    input: v.object({ reviewId: idField('review'), opinion }),
    value: v.object({ state }),
  }),
  /**
   * The other half, by another reviewer (四眼): the decision turns into its opposite as of now. Refusals: `not-found`,
   * `not-allowed` (`no-reversal`, `own-reversal`, `reversal-too-late`, `binding-ended`, `place-taken`).
   */
  'confirm-reversal': write({
    access: 'staff',
    input: v.object({ reviewId: idField('review'), opinion }),
    value: decided,
  }),
  /** The decision stays: the proposer takes it back, or another does not agree. */
  'decline-reversal': write({
    access: 'staff',
    input: v.object({ reviewId: idField('review') }),
    value: emptyField,
  }),
  /**
   * What our records and the insurer's statement do not both say, the newest hundred first. No person is named. For
   * reviewers of every region. Refusal: `not-allowed` (`reviewers-only`, `every-region-only`).
   */
  differences: read({
    access: 'staff',
    input: v.optional(v.object({ of: v.optional(v.picklist(['open', 'settled']), 'open') }), {}),
    value: v.object({
      differences: v.array(
        v.object({
          differenceId,
          difference: v.picklist(['missing-here', 'missing-there', 'not-the-same']),
          movementId: v.string(),
          hereFen: v.optional(fenField),
          thereFen: v.optional(fenField),
          foundAt: instantField,
          settled: v.optional(
            v.object({
              at: instantField,
              by: v.optional(v.string()),
              how: v.picklist([...SETTLED_BY_DESK, 'recorded-since']),
            }),
          ),
        }),
      ),
      /** Whether there are further ones; they come up as these are dealt with. */
      more: v.boolean(),
    }),
  }),
  /** Somebody has dealt with a difference. Refusals: `not-found`, `not-allowed` (those above, `difference-settled`). */
  'settle-difference': write({
    access: 'staff',
    input: v.object({ differenceId, how: v.picklist(SETTLED_BY_DESK) }),
    value: v.object({ settledAt: instantField }),
  }),
  /**
   * For the person: hands a rejected application in again, with other proofs. Refusals: `not-found`, `not-allowed`
   * (`review-not-rejected`, `resubmit-too-late`), `proof-required`, and for a binding those of joining, since its place
   * may be taken.
   */
  resubmit: write({
    access: 'linked',
    input: v.object({ reviewId: idField('review'), proofFileIds: v.optional(proofFileIdsField, []) }),
    value: v.object({ reviewId: idField('review'), state, round: v.number() }),
  }),
})
