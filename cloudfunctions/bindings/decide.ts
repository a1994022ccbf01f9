import type { Day } from '../../shared/values/day'

export type Side = 'policyholder' | 'relative' | 'guardian'

/** The state on a day: a binding is over after its last day, whether or not a timer has passed. */
export function stateOn(
  binding: { readonly state: 'in-review' | 'active'; readonly lastDay: Day | null },
  today: Day,
): 'in-review' | 'active' | 'ended' {
  return binding.lastDay !== null && binding.lastDay < today ? 'ended' : binding.state
}

/** Which side a person is on, or null for everybody else. */
export function sideOf(
  binding: {
    readonly policyholderId: string
    readonly relativeId: string
    readonly guardianId: string | null
  },
  personId: string,
): Side | null {
  if (binding.policyholderId === personId) return 'policyholder'
  if (binding.relativeId === personId) return 'relative'
  return binding.guardianId === personId ? 'guardian' : null
}
