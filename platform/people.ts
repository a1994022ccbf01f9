import type { EnrolmentFacts } from '../shared/rules/answer'
import type { IdDocument } from '../shared/values/id-document'
import type { InsuredPerson } from './insurer/port'
import type { Keys } from './keys/keys'
import { seal, unseal } from './keys/sealing'
import type { SealedPerson } from './store/collections'

/** A name and an ID document in the clear. It lives in memory for one call and never in a log or a reply. */
export interface NamedPerson {
  readonly name: string
  readonly document: IdDocument
}

/** @param place where the sealed text will stand, such as `invitations/<id>/relative`. */
export function sealPerson(keys: Keys, place: string, person: NamedPerson): SealedPerson {
  const { idType, idNumber } = person.document
  return seal(keys, place, JSON.stringify({ name: person.name, idType, idNumber }))
}

export function unsealPerson(keys: Keys, place: string, sealed: SealedPerson): NamedPerson {
  const { name, idType, idNumber } = JSON.parse(unseal(keys, place, sealed)) as { name: string } & IdDocument
  return { name, document: { idType, idNumber } }
}

/** What the rules ask of an enrolment; somebody whom the insurer does not know has none. */
export function enrolmentOf(insured: InsuredPerson | null): EnrolmentFacts {
  return {
    scheme: insured?.scheme ?? null,
    enrolment: insured?.enrolment ?? 'none',
    regionCode: insured?.regionCode ?? null,
    poolingAreaCode: insured?.poolingArea?.code ?? null,
  }
}
