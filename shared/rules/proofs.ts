import { remarkOnUnproven } from '../copy/remarks'
import { ageOn, type Day } from '../values/day'
import type { Refusal } from '../values/refusal'
import type { Relation } from '../values/relation'
import type { SpokenTo } from './answer'
import type { Region } from './parameters'
import { ruleOf, settledRule } from './rule'

/** What a region wants to see before a binding begins or ends. Whose review it is, says `review` beside it. */
export interface ProofsAsked {
  /** Names of documents; empty where none is asked for on the phone. */
  readonly asked: readonly string[]
  /** Chinese, where machine-written text alone speaks of a proof: shown, and asked of nobody. */
  readonly unproven: string | null
}

/** The proofs for one relation. Those that only the window asks for are never asked on the phone. */
export function proofsFor(
  region: Region,
  name: 'proofs' | 'unbind-proofs',
  asked: { readonly relation: Relation; readonly birthDay: Day | null; readonly today: Day },
): ProofsAsked {
  const rule = ruleOf(region, name, asked.today)
  if (rule === null) return { asked: [], unproven: null }
  const group = ageGroup(region, asked.birthDay, asked.today)
  const documents = rule.value
    .filter(({ relation }) => relation === 'any' || relation === asked.relation)
    .filter(({ only }) => only === undefined || only === group)
    .flatMap((proof) => proof.documents)
  if (documents.length === 0 || rule.mayAsk) return { asked: documents, unproven: null }
  const step = name === 'proofs' ? '' : '解绑时'
  return { asked: [], unproven: remarkOnUnproven(region.shortName, `${step}要交${documents.join('、')}`) }
}

/** Something is still to be uploaded: the refusal `proof-required`, or null. */
export function proofsMissing(
  region: Region,
  name: 'proofs' | 'unbind-proofs',
  asked: { readonly proofs: readonly string[]; readonly given: number; readonly today: Day },
  spokenTo: SpokenTo,
): Refusal | null {
  if (asked.proofs.length === 0 || asked.given > 0) return null
  const rule = ruleOf(region, name, asked.today)
  return {
    code: 'proof-required',
    facts: {
      proofs: asked.proofs,
      for: name === 'proofs' ? 'binding' : 'unbinding',
      regionName: region.shortName,
      // Who cannot take a photo is told where her papers are looked at otherwise.
      system: settledRule(region, 'system', asked.today).value,
      desk: settledRule(region, 'offline-desk', asked.today).value,
      spokenTo,
    },
    ...(rule === null ? {} : { rule: rule.cited }),
  }
}

/** Who has no birth day on her document is taken for an adult. */
function ageGroup(region: Region, birthDay: Day | null, today: Day): 'minor' | 'adult' {
  const adultAge = settledRule(region, 'adult-age', today).value
  return birthDay !== null && ageOn(birthDay, today) < adultAge ? 'minor' : 'adult'
}
