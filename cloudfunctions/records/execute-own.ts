import type { ReadCall } from '../../platform/handler'
import { unsealPerson } from '../../platform/people'
import type {
  BindingDocument,
  Collections,
  InvitationDocument,
  PersonDocument,
} from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import { maskName } from '../../shared/values/id-document'
import type { BindingId } from '../../shared/values/ids'

export type LinkedRead = ReadCall<'linked'>
export type Side = 'policyholder' | 'relative' | 'guardian'

/** As many documents as the platform gives at once. */
const AT_ONCE = 1_000

/** The bindings that a person is in, whichever side of them. */
export function bindingIdsOf({ asPolicyholder, asRelative, asGuardian }: PersonDocument): BindingId[] {
  return [...new Set([...asPolicyholder, ...asRelative].map(({ bindingId }) => bindingId).concat(asGuardian))]
}

export async function ownBindings(call: LinkedRead): Promise<BindingDocument[]> {
  const ids = bindingIdsOf(call.person)
  if (ids.length === 0) return []
  const { operators } = call.store
  return call.store.find('bindings', { _id: operators.in(ids) }, { orderBy: ['_id', 'asc'], limit: AT_ONCE })
}

/** Every document that fits, by pages of as many as the platform gives. Only for what one person has. */
export async function allOf<N extends keyof Collections & string>(
  call: ReadCall,
  collection: N,
  filter: Readonly<Record<string, unknown>>,
): Promise<Collections[N][]> {
  const all: Collections[N][] = []
  for (;;) {
    const last = all.at(-1)
    const further = last === undefined ? filter : { ...filter, _id: call.store.operators.gt(last._id) }
    const found = await call.store.find(collection, further, { orderBy: ['_id', 'asc'], limit: AT_ONCE })
    all.push(...found)
    if (found.length < AT_ONCE) return all
  }
}

/** Platform limit of values that one `in` asks for. */
const IN_AT_ONCE = 200

/** Every document whose field has one of these values. */
export async function inParts<N extends keyof Collections & string>(
  call: LinkedRead,
  collection: N,
  field: string,
  values: readonly string[],
): Promise<Collections[N][]> {
  const found: Collections[N][] = []
  for (let from = 0; from < values.length; from += IN_AT_ONCE) {
    const part = call.store.operators.in(values.slice(from, from + IN_AT_ONCE))
    found.push(
      ...(field === '_id'
        ? await call.store.find(collection, { _id: part }, { limit: IN_AT_ONCE })
        : await allOf(call, collection, { [field]: part })),
    )
  }
  return found
}

/** A chain, oldest first. It is read by its numbers, so that what is appended meanwhile leaves no gap in it. */
export async function chainOf<N extends 'audit' | 'disclosures'>(
  call: LinkedRead,
  collection: N,
  chain: string,
): Promise<Collections[N][]> {
  const all: Collections[N][] = []
  for (;;) {
    const last = all.at(-1)
    const further = last === undefined ? {} : { number: call.store.operators.gt(last.number) }
    const found = await call.store.find(
      collection,
      { chain, ...further },
      { orderBy: ['number', 'asc'], limit: AT_ONCE },
    )
    all.push(...found)
    if (found.length < AT_ONCE) return all
  }
}

export function sideIn(binding: BindingDocument, call: LinkedRead): Side {
  if (binding.policyholderId === call.person._id) return 'policyholder'
  return binding.relativeId === call.person._id ? 'relative' : 'guardian'
}

/** What she is to an invitation that was found as hers. */
export function sideOfInvitation(invitation: InvitationDocument, call: LinkedRead): Side {
  if (invitation.policyholderId === call.person._id) return 'policyholder'
  return invitation.idIndex === call.person.idIndex ? 'relative' : 'guardian'
}

export interface BothNames {
  readonly policyholder: string
  readonly relative: string
}

export function namesInBinding(call: ReadCall, binding: BindingDocument): BothNames {
  const { _id, sealedPolicyholder, sealedRelative } = binding
  return {
    policyholder: unsealPerson(call.keys, PLACES.bindingPolicyholder(_id), sealedPolicyholder).name,
    relative: unsealPerson(call.keys, PLACES.bindingRelative(_id), sealedRelative).name,
  }
}

export function namesInInvitation(call: ReadCall, invitation: InvitationDocument): BothNames {
  const { _id, sealedPolicyholder, sealedRelative } = invitation
  return {
    policyholder: unsealPerson(call.keys, PLACES.invitationPolicyholder(_id), sealedPolicyholder).name,
    relative: unsealPerson(call.keys, PLACES.invitationRelative(_id), sealedRelative).name,
  }
}

/** The masked name of the other side. For a guardian that is the policyholder, as everywhere. */
export function counterpartOf(names: BothNames, side: Side): string {
  return maskName(side === 'policyholder' ? names.relative : names.policyholder)
}
