import { PEOPLE, type SyntheticPerson } from '../../local/people'
import type { Product } from '../../local/product'
import type { Relation } from '../../shared/values/relation'
import { acceptAs, formOf, invite, linked, type Phone, sign, valueIn } from './stage'

export const PASSWORD = '739154'

export function personNamed(name: string): SyntheticPerson {
  const person = PEOPLE.find((each) => each.name === name)
  if (person === undefined) throw new Error(`the demo has ${name}`)
  return person
}

/** A policyholder who is linked and has a payment password. */
export async function payer(product: Product, openid: string): Promise<Phone> {
  const phone = await linked(product, openid)
  await setPassword(phone)
  return phone
}

export async function setPassword(phone: Phone, password = PASSWORD): Promise<void> {
  const input = { password, verificationToken: await phone.verification() }
  valueIn(await phone.ask('identity', 'set-payment-password', input))
}

/** Binds a child under sixteen, for whom the policyholder signs as well. */
export async function bindChild(policyholder: Phone, name: string): Promise<string> {
  const child = personNamed(name)
  const input = { relative: formOf(child, 'child') }
  const created = valueIn(await policyholder.ask('invitations', 'create', input))
  for (const { letterId } of created.letters) valueIn(await sign(policyholder, letterId))
  const { invitationId } = created
  const bound = await policyholder.ask('invitations', 'accept-for-child', { invitationId })
  return valueIn(bound).bindingId
}

/** Binds a relative who accepts on her own phone. */
export async function bindAdult(
  product: Product,
  policyholder: Phone,
  name: string,
  relation: Relation,
): Promise<string> {
  const person = personNamed(name)
  const { token } = await invite(policyholder, person, relation)
  const relative = await linked(product, person.openid ?? '')
  return valueIn(await acceptAs(relative, token)).bindingId
}

export async function quoted(phone: Phone, bindingIds: readonly string[], premiumYear = 2026) {
  const items = bindingIds.map((bindingId) => ({ bindingId }))
  return valueIn(await phone.ask('premiums', 'quote', { premiumYear, items }))
}

export async function balanceOf(phone: Phone): Promise<number | undefined> {
  return valueIn(await phone.ask('identity', 'me', {})).account?.balanceFen
}
