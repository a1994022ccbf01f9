import { addDays, type Day, type Instant, startOfDay } from '../values/day'
import type { Refusal } from '../values/refusal'

/** Which side of a binding a person is on. A guardian answers for a child who is the relative. */
export type Side = 'policyholder' | 'relative' | 'guardian'

/** The states that are kept. A binding that is on its way to its end is `active` or `paused` with an `ending`. */
export type KeptState = 'in-review' | 'active' | 'paused' | 'ended'
/** The states that people see. */
export type BindingState = KeptState | 'ending'

export const UNBIND_REASONS = ['divorce', 'death', 'moved', 'mistake', 'no-longer-needed', 'other'] as const
export type UnbindReason = (typeof UNBIND_REASONS)[number]

/** Why a binding is over, or will be. What people do is told from what nobody taps. */
export const END_CAUSES = [
  'unbound',
  'end-day',
  'review-rejected',
  'application-withdrawn',
  'relative-died',
  'policyholder-died',
  // Which side's enrolment it is stays with that side.
  'enrolment-ended',
  'policyholder-left-scheme',
  'moved',
  'rule-changed',
  'consent-withdrawn',
  // She came of age and did not agree to what a guardian had signed for her.
  'own-consent-declined',
] as const
export type EndCause = (typeof END_CAUSES)[number]

/** An end that is decided and has not come yet. */
export interface Ending {
  readonly by: Side | 'system' | 'reviewer'
  readonly cause: EndCause
  readonly reason: UnbindReason | null
  readonly decidedAt: Instant
}

/** What the bureau is asked to decide on. */
export const REVIEW_KINDS = ['binding', 'unbinding'] as const
export type ReviewKind = (typeof REVIEW_KINDS)[number]

/** `withdrawn` by the one who asked, `lapsed` where the binding ended before anybody decided. */
export const REVIEW_STATES = ['waiting', 'approved', 'rejected', 'withdrawn', 'lapsed'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

/** How often one application is handed in: our own figure. Who is still refused is better helped at the window. */
export const MOST_ROUNDS = 5

/** The newest application about a binding, as far as its life is concerned. */
export interface BindingReview {
  readonly kind: ReviewKind
  readonly state: ReviewState
  /** The side that asked. */
  readonly by: Side
}

export interface KeptBinding {
  readonly state: KeptState
  /** The last day on which it holds; null while it is open-ended. */
  readonly lastDay: Day | null
  readonly ending: Ending | null
  /** Missing or null where nobody was ever asked to decide. */
  readonly review?: BindingReview | null
}

/** Whether the bureau is deciding on an end. The binding holds meanwhile. */
export function unbindingWaits({ review }: KeptBinding): boolean {
  return review?.kind === 'unbinding' && review.state === 'waiting'
}

/** The first moment at which a binding no longer holds: 00:00 Asia/Shanghai after its last day. */
export function endsAtOf(lastDay: Day): Instant {
  return startOfDay(addDays(lastDay, 1))
}

/**
 * The state on a day. A binding is over when its last day has passed, whether or not a timer has seen it, so that
 * every reader knows it at 00:00 sharp.
 */
export function bindingStateOn(binding: KeptBinding, today: Day): BindingState {
  if (binding.state === 'ended') return 'ended'
  if (binding.lastDay !== null && binding.lastDay < today) return 'ended'
  if (binding.state === 'in-review') return 'in-review'
  return binding.ending === null ? binding.state : 'ending'
}

/** What can be done to a binding by those who are in it. */
export const BINDING_CHANGES = [
  'unbind',
  'undo-unbind',
  'pause',
  'resume',
  'set-limits',
  'propose-end-day',
  'answer-end-day',
] as const
export type BindingChange = (typeof BINDING_CHANGES)[number]

type Permission = 'yes' | 'not-theirs' | 'not-now'

/** Who may do what, in which state. A row is a change, a column a state; the cell names the sides that may. */
const MAY: Readonly<Record<BindingChange, Readonly<Record<BindingState, readonly Side[]>>>> = {
  // Both sides made it of their own will, and either may end it; so may the guardian who signed for the child.
  unbind: {
    'in-review': ['policyholder', 'relative', 'guardian'],
    active: ['policyholder', 'relative', 'guardian'],
    paused: ['policyholder', 'relative', 'guardian'],
    ending: [],
    ended: [],
  },
  // The side that asked for the end takes it back; `undoRefused` sees to it that it is that side.
  'undo-unbind': {
    'in-review': [],
    active: [],
    paused: [],
    ending: ['policyholder', 'relative', 'guardian'],
    ended: [],
  },
  // The money is the policyholder's, so she alone stops it, lets it flow again and sets how much.
  pause: { 'in-review': [], active: ['policyholder'], paused: [], ending: ['policyholder'], ended: [] },
  resume: { 'in-review': [], active: [], paused: ['policyholder'], ending: ['policyholder'], ended: [] },
  'set-limits': {
    'in-review': [],
    active: ['policyholder'],
    paused: ['policyholder'],
    ending: ['policyholder'],
    ended: [],
  },
  // A later end binds both for longer, so one proposes it and the other answers.
  'propose-end-day': {
    'in-review': [],
    active: ['policyholder', 'relative', 'guardian'],
    paused: ['policyholder', 'relative', 'guardian'],
    ending: [],
    ended: [],
  },
  'answer-end-day': {
    'in-review': [],
    active: ['policyholder', 'relative', 'guardian'],
    paused: ['policyholder', 'relative', 'guardian'],
    ending: [],
    ended: [],
  },
}

export function mayChange(change: BindingChange, state: BindingState, side: Side): Permission {
  const sides = MAY[change][state]
  if (sides.includes(side)) return 'yes'
  const ever = Object.values(MAY[change]).some((each) => each.includes(side))
  return ever ? 'not-now' : 'not-theirs'
}

/**
 * Why this side may not do this to the binding now, or null. Refusals: `in-review` while the bureau decides,
 * `not-allowed` with the reason otherwise.
 */
export function changeRefused(
  change: BindingChange,
  binding: KeptBinding,
  side: Side,
  today: Day,
): Refusal | null {
  const state = bindingStateOn(binding, today)
  if (unbindingWaits(binding) && state !== 'ended') {
    if (change === 'unbind') return { code: 'in-review', facts: { change, side } }
    if (change === 'undo-unbind') return binding.review?.by === side ? null : ENDED_BY_OTHER(side)
  }
  const permission = mayChange(change, state, side)
  if (permission === 'not-theirs') {
    return { code: 'not-allowed', facts: { reason: 'other-sides-change', change, side } }
  }
  if (permission === 'not-now') {
    if (state === 'in-review') return { code: 'in-review', facts: { change, side } }
    return { code: 'not-allowed', facts: { reason: `binding-${state}`, change, side } }
  }
  if (change === 'undo-unbind') return undoRefused(binding, side)
  // While it is ending, one that is paused can go on and one that flows can be stopped; the kept state says which.
  if (change === 'pause' && binding.state === 'paused') {
    return { code: 'not-allowed', facts: { reason: 'binding-paused', change, side } }
  }
  if (change === 'resume' && binding.state === 'active') {
    return { code: 'not-allowed', facts: { reason: 'binding-active', change, side } }
  }
  return null
}

/** Only the side that asked for the end takes it back, and only an end that somebody asked for can be taken back. */
export function mayTakeBack({ cause, by }: Ending, side: Side): boolean {
  return (cause === 'unbound' || cause === 'own-consent-declined') && by === side
}

function undoRefused({ ending }: KeptBinding, side: Side): Refusal | null {
  return ending !== null && mayTakeBack(ending, side) ? null : ENDED_BY_OTHER(side)
}

const ENDED_BY_OTHER = (side: Side): Refusal => ({
  code: 'not-allowed',
  facts: { reason: 'ended-by-other', change: 'undo-unbind', side },
})
