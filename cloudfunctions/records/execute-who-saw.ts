import { isChainIntact } from '../../platform/chain'
import { chainOfReadings } from '../../platform/disclosures'
import type { Executes } from '../../platform/handler'
import { unsealPerson } from '../../platform/people'
import type { DisclosureDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import type { records } from '../../shared/contract/records'
import { maskName } from '../../shared/values/id-document'
import type { PersonId } from '../../shared/values/ids'
import { ok } from '../../shared/values/result'
import { allOf, chainOf, inParts, type LinkedRead } from './execute-own'

type Seeing = Pick<Executes<(typeof records)['actions']>, 'who-saw' | 'check'>

const PAGE = 20

/** Who read what of her, what she read of others, and whether the record is whole. */
export const seeing: Seeing = {
  async 'who-saw'(call, { cursor }) {
    const { operators } = call.store
    const before = cursor === undefined ? {} : { disclosureId: operators.lt(cursor) }
    const query = { orderBy: ['disclosureId', 'desc'] as const, limit: PAGE + 1 }
    const [ofHer, byHer] = await Promise.all([
      call.store.find('disclosures', { chain: chainOfReadings(call.person._id), ...before }, query),
      call.store.find('disclosures', { readerId: call.person._id, ...before }, query),
    ])
    const known = new Map([...ofHer, ...byHer].map((each) => [each._id, each]))
    const sorted = [...known.values()].sort((left, right) =>
      left.disclosureId < right.disclosureId ? 1 : -1,
    )
    const page = sorted.slice(0, PAGE)
    const names = await maskedNames(call, page)
    const last = page.at(-1)
    return ok({
      readings: page.map((disclosure) => readingReply(call, disclosure, names)),
      ...(sorted.length > PAGE && last !== undefined ? { next: last.disclosureId } : {}),
    })
  },

  async check(call) {
    const { _id: personId } = call.person
    // The requests first: whatever has come since, the event of each of these must be there.
    const before = await allOf(call, 'requests', {
      chain: call.store.operators.in([personId, call.userKey]),
    })
    const [own, asUser, readings] = await Promise.all([
      chainOf(call, 'audit', personId),
      chainOf(call, 'audit', call.userKey),
      chainOf(call, 'disclosures', chainOfReadings(personId)),
    ])
    const events = [...own, ...asUser]
    const known = new Set<string | null>(before.map(({ _id }) => _id))
    const since = await inParts(
      call,
      'requests',
      '_id',
      events.flatMap(({ requestKey }) => (requestKey === null || known.has(requestKey) ? [] : [requestKey])),
    )
    // Each is the other's witness: an event that was cut off at the end of its chain is missed by its request.
    const requests = [...before, ...since]
    const eventIds = new Set(events.map(({ _id }) => _id))
    const keys = new Set<string | null>(requests.map(({ _id }) => _id))
    return ok({
      intact:
        [own, asUser, readings].every((chain) => isChainIntact(call.keys, chain)) &&
        requests.every(({ chain, auditNumber }) => eventIds.has(`${chain}:${auditNumber}`)) &&
        events.every(({ requestKey }) => keys.has(requestKey)),
      done: own.length,
      read: readings.length,
    })
  },
}

function otherIn({ subjectId, readerId }: DisclosureDocument, personId: PersonId): PersonId | null {
  return readerId === personId ? (subjectId === personId ? null : subjectId) : readerId
}

async function maskedNames(
  call: LinkedRead,
  page: readonly DisclosureDocument[],
): Promise<ReadonlyMap<PersonId, string>> {
  const ids = [
    ...new Set(
      page.flatMap((each) => {
        const other = otherIn(each, call.person._id)
        return other === null ? [] : [other]
      }),
    ),
  ]
  if (ids.length === 0) return new Map()
  const people = await call.store.find('persons', { _id: call.store.operators.in(ids) }, { limit: PAGE })
  return new Map(
    people.map(({ _id, sealed }) => [
      _id,
      maskName(unsealPerson(call.keys, PLACES.person(_id), sealed).name),
    ]),
  )
}

function readingReply(
  call: LinkedRead,
  disclosure: DisclosureDocument,
  names: ReadonlyMap<PersonId, string>,
) {
  const { disclosureId, at, kind, by, readerId } = disclosure
  const other = otherIn(disclosure, call.person._id)
  const name = other === null ? undefined : names.get(other)
  return {
    disclosureId,
    at,
    kind,
    by,
    mine: readerId === call.person._id,
    ...(name === undefined ? {} : { other: { name } }),
  }
}
