import type { Me } from '../../../cloud/me'
import type { ValueFor } from '../../../cloud/writes'
import { REGION } from '../../../copy/region'
import { wordsFor } from '../../../region-words'

type Regions = ValueFor<'rules', 'regions'>

/** Where the person is insured, in a sentence; whether its rules are held is said too. */
export function enrolmentSentence(me: Me, regions: Regions): string {
  const enrolled = me.person?.regionCode ?? null
  if (enrolled === null) return me.linked ? REGION.noEnrolment : REGION.unlinked
  const name = wordsFor(enrolled).name
  return regions.some(({ regionCode }) => regionCode === enrolled)
    ? REGION.yours(name)
    : REGION.yoursNotHeld(name)
}

/** The region that is chosen when the page appears: the one in use, else that of the enrolment, else the first. */
export function regionAtFirst(
  regions: Regions,
  inUse: string | null,
  enrolled: string | null,
): string | null {
  const held = (regionCode: string | null) => regions.some((one) => one.regionCode === regionCode)
  if (held(inUse)) return inUse
  if (held(enrolled)) return enrolled
  return regions[0]?.regionCode ?? null
}
