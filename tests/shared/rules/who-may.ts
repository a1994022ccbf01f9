import type { BindingChange, BindingState } from '../../../shared/rules'

/** One row a change: who may in which state. `P` policyholder, `R` relative, `G` guardian, `-` nobody. */
export const WHO_MAY: Readonly<Record<BindingChange, Readonly<Record<BindingState, string>>>> = {
  unbind: { 'in-review': 'PRG', active: 'PRG', paused: 'PRG', ending: '-', ended: '-' },
  'undo-unbind': { 'in-review': '-', active: '-', paused: '-', ending: 'PRG', ended: '-' },
  pause: { 'in-review': '-', active: 'P', paused: '-', ending: 'P', ended: '-' },
  resume: { 'in-review': '-', active: '-', paused: 'P', ending: 'P', ended: '-' },
  'set-limits': { 'in-review': '-', active: 'P', paused: 'P', ending: 'P', ended: '-' },
  'propose-end-day': { 'in-review': '-', active: 'PRG', paused: 'PRG', ending: '-', ended: '-' },
  'answer-end-day': { 'in-review': '-', active: 'PRG', paused: 'PRG', ending: '-', ended: '-' },
}

export const LETTER = { policyholder: 'P', relative: 'R', guardian: 'G' } as const
export const STATES: readonly BindingState[] = ['in-review', 'active', 'paused', 'ending', 'ended']
