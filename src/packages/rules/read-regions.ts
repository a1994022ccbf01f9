import { call } from '../../cloud/call'
import { readMe } from '../../cloud/me'
import type { Outcome } from '../../cloud/outcome'
import type { RegionsAndMe } from './at-first'

/**
 * The regions, and who asks where that can be had: the rules are open to anyone, so a page about them does not fail
 * because the insurer is silent.
 */
export async function readWithRegions(): Promise<Outcome<RegionsAndMe>> {
  const [regions, me] = await Promise.all([call('rules', 'regions', {}), readMe()])
  if (regions.kind !== 'value') return regions
  const known = me.kind === 'value' ? me.value : null
  return {
    kind: 'value',
    value: {
      regions: regions.value,
      inUse: known?.settings.regionCode ?? null,
      enrolled: known?.person?.regionCode ?? null,
      person: known?.person ?? null,
    },
  }
}
