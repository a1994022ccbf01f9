import type { DatabaseObserver } from '../../local/cloudbase'
import { PEOPLE } from '../../local/people'
import type { Product } from '../../local/product'
import { deriveKeys } from '../../platform/keys/keys'
import { FUNCTIONS } from '../../shared/contract/functions'
import { day, instant } from '../../shared/values/day'
import type { Relation } from '../../shared/values/relation'
import budgets from '../budgets/round-trips.json'
import { bindChild, PASSWORD, payer } from './premium-family'
import { formOf, invite, Phone, sign, startStage, valueIn } from './stage'
import { Intruder } from './stored'

/**
 * Round trips to the store, action by action, each on its main path and counted at the server that the SDK speaks to.
 * Every one costs its time in the cloud too, so their number is a budget: more is a failure, and so is a budget that is
 * no longer true. `budgets/round-trips.json` is edited on purpose or not at all.
 */

const BUDGETS: Readonly<Record<string, number>> = budgets
/** The aim for an acceptance, whatever the budget says. */
const ACCEPT_AT_MOST = 18
/** The aim for one relative's premium. */
const PAY_AT_MOST = 24

/** Each action's round trips, as the store was asked for them. */
const measured = new Map<string, string[]>()
let asked: string[] = []
const observe: DatabaseObserver = (action, { collectionName }) => {
  asked.push([action.replace('database.', ''), collectionName ?? ''].join(' ').trim())
}

/** Runs one call and keeps what it asked of the store. Nothing else runs meanwhile. */
async function count<Value>(name: string, call: () => Promise<Value>): Promise<Value> {
  asked = []
  const answer = await call()
  measured.set(name, [...asked])
  return answer
}

let product: Product
beforeAll(async () => {
  product = await startStage({ onDatabaseRequest: observe, timers: false })
  await walkThroughEverything()
}, 60_000)
afterAll(() => product.close())

const ACTIONS = Object.values(FUNCTIONS).flatMap(({ name, actions }) =>
  Object.keys(actions).map((action) => `${name}.${action}`),
)

it('there is a budget for each action of each function, and for nothing else', () => {
  expect(Object.keys(BUDGETS)).toEqual(ACTIONS)
  expect([...measured.keys()].sort()).toEqual([...ACTIONS].sort())
})

it.each(ACTIONS)('%s asks the store as often as its budget says', (action) => {
  expect(verdict(action, measured.get(action) ?? [], BUDGETS[action])).toBe('within its budget')
})

it(`an acceptance is budgeted with at most ${ACCEPT_AT_MOST}`, () => {
  expect(BUDGETS['invitations.accept']).toBeLessThanOrEqual(ACCEPT_AT_MOST)
})

it(`a payment is budgeted with at most ${PAY_AT_MOST}`, () => {
  expect(BUDGETS['premiums.pay']).toBeLessThanOrEqual(PAY_AT_MOST)
})

it('sees one more, one less and no budget', () => {
  const two = ['getDocument persons', 'getDocument letters']
  expect(verdict('a.b', two, 2)).toBe('within its budget')
  expect(verdict('a.b', two, 1)).toContain(
    '2 round trips, 1 allowed: getDocument persons, getDocument letters',
  )
  expect(verdict('a.b', two, 3)).toContain('lower its line in tests/budgets/round-trips.json from 3 to 2')
  expect(verdict('a.b', two, undefined)).toContain('2 round trips and no budget')
})

function verdict(action: string, requests: readonly string[], budget: number | undefined): string {
  const count = requests.length
  if (count === budget) return 'within its budget'
  if (budget === undefined) return `${action} has ${count} round trips and no budget`
  return count > budget
    ? `${action} has ${count} round trips, ${budget} allowed: ${requests.join(', ')}`
    : `${action} became cheaper: lower its line in tests/budgets/round-trips.json from ${budget} to ${count}`
}

/** Every action on its main path, in the order in which a family comes to it. */
async function walkThroughEverything(): Promise<void> {
  const father = await settled('o-xizang-zhaxi')
  const spouse = memberOf(father, (relation, phone) => relation === 'spouse' && phone)
  await joinsByHerself(father, spouse)
  const child = memberOf(father, (relation) => relation === 'child')
  await joinsForChild(father, child)
  const mother = memberOf(father, (relation, phone) => relation === 'parent' && !phone)
  await joinsInPerson(father, mother)
  const sister = memberOf(father, (relation, phone) => relation === 'sibling' && phone)
  await declines(father, sister)
  await revokes(father, sister)
  await expires(father, sister)
  await establishes('o-henan-zhang-hongqi')
  await paysAPremium('o-hebei-chen-zhiqiang')
  await count('rules.regions', () => father.ask('rules', 'regions', {}))
  await count('rules.explain', () => father.ask('rules', 'explain', { regionCode: '540000' }))
  const regionCodes = ['540000', '130000']
  await count('rules.compare', () => father.ask('rules', 'compare', { regionCodes }))
  const policyholder = { scheme: 'employee' } as const
  await count('rules.may-invite', () =>
    father.ask('rules', 'may-invite', { regionCode: '540000', relation: 'parent', policyholder }),
  )
}

interface Member {
  readonly person: (typeof PEOPLE)[number]
  readonly relation: Relation
}

function memberOf(phone: Phone, fits: (relation: Relation, hasPhone: boolean) => boolean): Member {
  const found = phone.person.family.flatMap(({ idNumber, relation }) => {
    const person = PEOPLE.find((each) => each.idNumber === idNumber)
    return person !== undefined && fits(relation, person.openid !== null) ? [{ person, relation }] : []
  })
  const [member] = found
  if (member === undefined) throw new Error('the demo has such a member in this family')
  return member
}

/** Links for the first time, looks, and sets what can be set. */
async function settled(openid: string): Promise<Phone> {
  const phone = new Phone(product, openid)
  const { name, idNumber, idType, regionCode } = phone.person
  const form = { name, idNumber, idType, verificationToken: await phone.verification() }
  valueIn(await count('identity.link', () => phone.ask('identity', 'link', form)))
  valueIn(await count('identity.me', () => phone.ask('identity', 'me', {})))
  const region = { regionCode: regionCode ?? '' }
  valueIn(await count('identity.choose-region', () => phone.ask('identity', 'choose-region', region)))
  const password = { password: '739154', verificationToken: await phone.verification() }
  valueIn(
    await count('identity.set-payment-password', () =>
      phone.ask('identity', 'set-payment-password', password),
    ),
  )
  const elder = { elderMode: true }
  valueIn(await count('identity.update-settings', () => phone.ask('identity', 'update-settings', elder)))
  return phone
}

async function joinsByHerself(policyholder: Phone, { person, relation }: Member) {
  const relative = { relative: formOf(person, relation) }
  valueIn(await count('invitations.check', () => policyholder.ask('invitations', 'check', relative)))
  const created = valueIn(
    await count('invitations.create', () => policyholder.ask('invitations', 'create', relative)),
  )
  const { invitationId } = created
  await signs(policyholder, created.letters)
  const sent = await count('invitations.send', () =>
    policyholder.ask('invitations', 'send', { invitationId }),
  )
  const { token } = valueIn(sent)
  valueIn(await count('invitations.list', () => policyholder.ask('invitations', 'list', {})))

  const phone = await new Phone(product, person.openid ?? '').link()
  const opened = valueIn(await count('invitations.open', () => phone.ask('invitations', 'open', { token })))
  valueIn(await sign(phone, opened.letterId))
  const accepted = await count('invitations.accept', () => phone.ask('invitations', 'accept', { token }))
  const { bindingId } = valueIn(accepted)

  await holdsLetters(phone, opened.letterId)
  valueIn(await count('bindings.list', () => phone.ask('bindings', 'list', {})))
  valueIn(await count('bindings.get', () => phone.ask('bindings', 'get', { bindingId })))
  valueIn(await count('bindings.history', () => phone.ask('bindings', 'history', { bindingId })))
}

/** Lists, prints for the first time and takes along what she signed; anybody checks the paper. */
async function holdsLetters(phone: Phone, letterId: string): Promise<void> {
  const letter = { letterId }
  valueIn(await count('consent-letters.list', () => phone.ask('consent-letters', 'list', {})))
  valueIn(await count('consent-letters.pdf', () => phone.ask('consent-letters', 'pdf', letter)))
  valueIn(await count('consent-letters.export', () => phone.ask('consent-letters', 'export', letter)))
  valueIn(await count('consent-letters.seal-keys', () => phone.ask('consent-letters', 'seal-keys', {})))
  const code = deriveKeys(product.secrets.productSecret).letterCode(letterId)
  const check = { letterId, code }
  valueIn(await count('consent-letters.verify', () => phone.ask('consent-letters', 'verify', check)))
}

/** Reads the policyholder's letter and signs it. */
async function signs(policyholder: Phone, letters: readonly { letterId: string; signer: string }[]) {
  const letterId = letters.find(({ signer }) => signer === 'policyholder')?.letterId
  if (letterId === undefined) throw new Error('the policyholder signs')
  valueIn(await count('consent-letters.get', () => policyholder.ask('consent-letters', 'get', { letterId })))
  valueIn(await count('consent-letters.sign', () => sign(policyholder, letterId)))
  // `sign` reads the letter once more before it signs.
  const [reading, both] = [
    measured.get('consent-letters.get') ?? [],
    measured.get('consent-letters.sign') ?? [],
  ]
  measured.set('consent-letters.sign', both.slice(reading.length))
}

async function joinsForChild(policyholder: Phone, { person, relation }: Member): Promise<void> {
  const input = { relative: formOf(person, relation) }
  const { invitationId, letters } = valueIn(await policyholder.ask('invitations', 'create', input))
  for (const { letterId } of letters) valueIn(await sign(policyholder, letterId))
  valueIn(
    await count('invitations.accept-for-child', () =>
      policyholder.ask('invitations', 'accept-for-child', { invitationId }),
    ),
  )
}

async function joinsInPerson(policyholder: Phone, { person, relation }: Member): Promise<void> {
  const input = { relative: formOf(person, relation), acceptance: 'in-person' as const }
  const { invitationId, letters } = valueIn(await policyholder.ask('invitations', 'create', input))
  for (const { letterId, signer } of letters) {
    const hers = signer === 'relative' ? await policyholder.verification(person.idNumber) : undefined
    valueIn(await sign(policyholder, letterId, hers))
  }
  const answer = { invitationId, verificationToken: await policyholder.verification(person.idNumber) }
  valueIn(
    await count('invitations.accept-in-person', () =>
      policyholder.ask('invitations', 'accept-in-person', answer),
    ),
  )
}

async function declines(policyholder: Phone, { person, relation }: Member): Promise<void> {
  const { invitationId } = await invite(policyholder, person, relation)
  const { token } = valueIn(
    await count('invitations.resend', () => policyholder.ask('invitations', 'resend', { invitationId })),
  )
  const phone = await new Phone(product, person.openid ?? '').link()
  valueIn(await count('invitations.decline', () => phone.ask('invitations', 'decline', { token })))
}

async function revokes(policyholder: Phone, { person, relation }: Member): Promise<void> {
  const { invitationId } = await invite(policyholder, person, relation)
  valueIn(
    await count('invitations.revoke', () => policyholder.ask('invitations', 'revoke', { invitationId })),
  )
}

/** One child's premium, from the first look to the money that comes back. */
async function paysAPremium(openid: string): Promise<void> {
  const phone = await payer(product, openid)
  const bindingId = await bindChild(phone, '陈浩然')
  valueIn(await count('premiums.payable', () => phone.ask('premiums', 'payable', {})))
  const items = [{ bindingId }]
  const asked = { premiumYear: 2026, items }
  const quote = await count('premiums.quote', () => phone.ask('premiums', 'quote', asked))
  const { quoteId } = valueIn(quote)
  const paying = { quoteId, password: PASSWORD }
  const paid = valueIn(await count('premiums.pay', () => phone.ask('premiums', 'pay', paying)))
  const { paymentId, lines } = paid
  valueIn(await count('premiums.get', () => phone.ask('premiums', 'get', { paymentId })))
  valueIn(await count('premiums.records', () => phone.ask('premiums', 'records', {})))
  valueIn(await count('premiums.receipt', () => phone.ask('premiums', 'receipt', { paymentId })))
  const back = { paymentId, lineId: lines[0]?.lineId ?? '', reason: 'duplicate' as const }
  valueIn(await count('premiums.refund', () => phone.ask('premiums', 'refund', back)))
}

/** 河南: the family is set up before anybody is added. */
async function establishes(openid: string): Promise<void> {
  const phone = await new Phone(product, openid).link()
  await count('bindings.establish', () => phone.ask('bindings', 'establish', {}))
}

/**
 * The timers find one invitation whose time is over, a paper, and a letter that was kept for years. The documents are
 * made old and not the clock moved on, which would wake all the timers at once.
 */
async function expires(policyholder: Phone, { person, relation }: Member): Promise<void> {
  const { letters, invitationId } = await invite(policyholder, person, relation)
  const letterId = letters.find(({ signer }) => signer === 'policyholder')?.letterId ?? ''
  valueIn(await policyholder.ask('consent-letters', 'pdf', { letterId }))
  const intruder = new Intruder(product)
  const invitation = await intruder.read('invitations', invitationId)
  const old = { expiresAt: instant('2015-01-01T00:00:00Z'), lettersKeptUntil: day('2015-01-01') }
  const letterChain = { ...invitation.letterChain, signedAt: old.expiresAt }
  await intruder.write('invitations', { ...invitation, ...old, letterChain })
  for (const paper of await intruder.all('papers')) {
    await intruder.write('papers', { ...paper, madeAt: old.expiresAt })
  }
  for (const action of Object.keys(FUNCTIONS.clock.actions)) {
    const timer = { kind: 'timer', timerName: action } as const
    await count(`clock.${action}`, () =>
      product.cloudbase.invoke('clock', { Type: 'Timer', TriggerName: action }, timer),
    )
  }
}
