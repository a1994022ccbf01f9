import type { RegionWords } from '../../../shared/rules'
import type { ValueFor } from '../../cloud/writes'
import { SERVICES } from '../../copy/services'
import { ROUTES, type Route } from '../../routes'

export interface Standing {
  readonly bindings: ValueFor<'bindings', 'list'>
  readonly invitations: ValueFor<'invitations', 'list'>
}

/** Whether the person has never shared with anybody and has no invitation under way. */
export function isFirstTimer({ bindings, invitations }: Standing): boolean {
  return (
    bindings.asPolicyholder.length === 0 &&
    !invitations.sent.some(({ state }) => state === 'draft' || state === 'pending' || state === 'in-review')
  )
}

export interface Entry {
  readonly label: string
  readonly text: string
  readonly path: string
  readonly route: Route
}

/**
 * The region's own entry. In some regions a person who does it for the first time comes straight to the form, as
 * she knows it from there; `standing` is null while it is not known. Where a family has to be set up first, that step
 * stands before the form.
 */
export function entryOf(
  words: RegionWords,
  standing: Standing | null,
  family?: { readonly established: boolean },
): Entry {
  const straight = words.firstTimersGoStraightToForm && standing !== null && isFirstTimer(standing)
  if (family?.established === false) {
    return {
      label: words.entryLabel,
      text: SERVICES.establish,
      path: SERVICES.path(words.entryPath),
      route: ROUTES.inviteForm,
    }
  }
  return {
    label: words.entryLabel,
    text: straight ? SERVICES.firstTime : SERVICES.entryText,
    path: SERVICES.path(words.entryPath),
    route: straight ? ROUTES.inviteForm : ROUTES.family,
  }
}

type Beside = RegionWords['besideBinding'][number]

/** What stands beside the binding on the region's page and cannot be done here. */
export function isElsewhere(beside: Beside): beside is Exclude<Beside, 'premium'> {
  return beside !== 'premium'
}

/** How paying a premium goes in the region's own system, in its own words; null where nobody says. */
export function premiumPath({ premiumFlow, system }: RegionWords): string | null {
  return premiumFlow.length === 0 ? null : SERVICES.premiums.path(system, premiumFlow)
}
