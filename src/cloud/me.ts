import { setElderMode } from '../theme/elder-mode'
import { call } from './call'
import type { Outcome } from './outcome'
import type { ValueFor } from './writes'

export type Me = ValueFor<'identity', 'me'>

/** The choice that the function has not confirmed yet; it wins over what the function still says. */
let unsavedElderMode: boolean | null = null

/** Who I am to the product, and the size of letters that goes with it. */
export async function readMe(): Promise<Outcome<Me>> {
  const outcome = await call('identity', 'me', {})
  if (outcome.kind === 'value' && unsavedElderMode === null) setElderMode(outcome.value.settings.elderMode)
  return outcome
}

/** Shows the other size at once and keeps the choice; without a network it is sent with the next change. */
export async function chooseElderMode(on: boolean): Promise<void> {
  unsavedElderMode = on
  setElderMode(on)
  const outcome = await call('identity', 'update-settings', { elderMode: on })
  // A later tap may have chosen again meanwhile; then its own answer counts.
  if (outcome.kind === 'value' && unsavedElderMode === on) unsavedElderMode = null
}
