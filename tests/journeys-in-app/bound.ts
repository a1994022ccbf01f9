import { PEOPLE, personNamed } from '../../local/people'
import type { Product } from '../../local/product'
import * as calls from '../journeys/stage'

function linked(product: Product, name: string): Promise<calls.Phone> {
  const { openid } = personNamed(name)
  if (openid === null) throw new Error(`${name} has no phone`)
  return new calls.Phone(product, openid).link()
}

/** Two people who have bound themselves, without the pages that the main job is about. */
export async function bound(
  product: Product,
  policyholder: string,
  relative: string,
  more = {},
): Promise<string> {
  const [giving, taking] = await Promise.all([linked(product, policyholder), linked(product, relative)])
  const { person, relation } = calls.relativeOf(giving.person, PEOPLE, relative)
  const { token } = await calls.invite(giving, person, relation, more)
  return calls.valueIn(await calls.acceptAs(taking, token)).bindingId
}

/** A child for whom her father has signed, and a phone of her own that knows who she is. */
export async function boundChild(product: Product, policyholder: string, name: string): Promise<string> {
  const giving = await linked(product, policyholder)
  const { person, relation } = calls.relativeOf(giving.person, PEOPLE, name)
  const relative = calls.formOf(person, relation)
  const { invitationId, letters } = calls.valueIn(await giving.ask('invitations', 'create', { relative }))
  for (const { letterId } of letters) calls.valueIn(await calls.sign(giving, letterId))
  await linked(product, name)
  return calls.valueIn(await giving.ask('invitations', 'accept-for-child', { invitationId })).bindingId
}
