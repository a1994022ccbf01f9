import type { RefusalReply } from '../../../../shared/contract/fields'
import { relationLabel } from '../../../../shared/copy'
import { endsAtOf, type UnbindReason } from '../../../../shared/rules/binding-changes'
import type { ValueFor } from '../../../cloud/writes'
import { FAMILY } from '../../../copy/family'
import { listed } from '../../../copy/list'
import { UNBIND_STEPS, UNBIND_STEPS_WITH_PROOFS } from '../../../copy/unbind'

type Bindings = ValueFor<'bindings', 'list'>
type Binding = Bindings['asPolicyholder'][number]
export type BindingId = Binding['bindingId']
export type Prepared = ValueFor<'bindings', 'prepare-unbind'>

export interface UnbindForm {
  readonly chosen: readonly BindingId[]
  readonly reason: UnbindReason | null
  /** The last day that she wishes for; empty for the earliest. */
  readonly lastDay: string
}

export interface Candidate {
  readonly bindingId: BindingId
  readonly name: string
  readonly relation: string
  /** The agreed end, beyond which nobody can wish. */
  readonly lastDay: string | null
  /** The bureau has not decided on it: then the application is withdrawn, and there is nothing to wait for. */
  readonly inReview: boolean
  /** Its end has to be applied for, and the bureau decides. */
  readonly reviewed: boolean
  readonly regionCode: string
}

export interface Candidates {
  readonly side: 'given' | 'received'
  /** Several at once only from the policyholder's side: one notice names one policyholder. */
  readonly severalAtOnce: boolean
  readonly rows: readonly Candidate[]
}

/**
 * Among which she chooses. Whoever came for one binding finds the others of the same side beside it; an application
 * that the bureau has not decided stands alone, for it is withdrawn and not ended.
 */
export function candidatesOf(
  bindings: Bindings,
  asked: { readonly bindingId?: string | undefined; readonly side?: string | undefined },
): Candidates {
  const { bindingId } = asked
  const isAsked = (binding: Binding) => binding.bindingId === bindingId
  const received = bindingId === undefined ? asked.side === 'received' : bindings.asRelative.some(isAsked)
  const side = received ? 'received' : 'given'
  const own = received ? bindings.asRelative : bindings.asPolicyholder
  const application = own.find((binding) => isAsked(binding) && binding.state === 'in-review')
  const open = application === undefined ? own.filter(isEndable) : [application]
  return { side, severalAtOnce: side === 'given', rows: open.map((binding) => candidate(binding, side)) }
}

function isEndable({ state, review }: Binding): boolean {
  // An application that waits is not handed in twice.
  const waits = review?.kind === 'unbinding' && review.state === 'waiting'
  return !waits && (state === 'active' || state === 'paused')
}

function candidate(binding: Binding, side: 'given' | 'received'): Candidate {
  const relation = relationLabel(binding.relation)
  const { name } = binding.counterpart
  return {
    bindingId: binding.bindingId,
    name: binding.child === undefined ? name : `${name}（${binding.child.name}）`,
    relation: side === 'given' ? FAMILY.yourRelation(relation) : FAMILY.youAre(relation),
    lastDay: binding.lastDay ?? null,
    inReview: binding.state === 'in-review',
    reviewed: binding.unbindReviewed === true && binding.state !== 'in-review',
    regionCode: binding.regionCode,
  }
}

/** Those of the chosen that can still be chosen: another may have ended one of them meanwhile. */
export function chosenOf({ rows }: Candidates, { chosen }: UnbindForm): readonly Candidate[] {
  return rows.filter(({ bindingId }) => chosen.includes(bindingId))
}

/** Where the bureau decides on what she has chosen, or could choose, it is an application. */
export function isApplication({ rows }: Candidates, chosen: readonly Candidate[]): boolean {
  return (chosen.length > 0 ? chosen : rows).some(({ reviewed }) => reviewed)
}

export function stepsOf({ proofs }: { readonly proofs: boolean }): string[] {
  return proofs ? UNBIND_STEPS_WITH_PROOFS : UNBIND_STEPS
}

export function namesOf(candidates: readonly Candidate[]): string {
  return listed(candidates.map(({ name }) => name))
}

/** The latest last day that all of the chosen allow; null where none of them has an agreed end. */
export function latestLastDay(chosen: readonly Candidate[]): string | null {
  return chosen.reduce<string | null>((earliest, { lastDay }) => {
    if (lastDay === null) return earliest
    return earliest === null || lastDay < earliest ? lastDay : earliest
  }, null)
}

/** Whether it holds until its last day is over, or ends with the confirmation: by the region, or withdrawn. */
export function endsAtMidnight({ lastDay, endsAt }: Pick<Prepared, 'lastDay' | 'endsAt'>): boolean {
  return endsAt === endsAtOf(lastDay)
}

/**
 * What helps after a refusal. `read-again`: the day has changed since the notice was read. `look`: the binding is no
 * longer as it was, so that there is nothing to confirm.
 */
export function wayOnAfter({
  code,
  facts,
}: Pick<RefusalReply, 'code' | 'facts'>): 'read-again' | 'look' | null {
  if (code === 'letter-changed' || code === 'letter-not-signed') return 'read-again'
  if (code === 'not-found') return 'look'
  const reason = code === 'not-allowed' ? facts?.reason : undefined
  return reason === 'binding-ended' || reason === 'binding-ending' ? 'look' : null
}
