import { ulid } from 'ulid'
import type { DatabaseObserver } from '../../local/cloudbase'
import { PEOPLE } from '../../local/people'
import type { Product } from '../../local/product'
import { deriveKeys } from '../../platform/keys/keys'
import { FUNCTIONS } from '../../shared/contract/functions'
import { day, instant } from '../../shared/values/day'
import type { Relation } from '../../shared/values/relation'
import budgets from '../budgets/round-trips.json'
import { Desk, upload } from './desk'
import { bindChild, PASSWORD, payer } from './premium-family'
import { acceptAs, formOf, HANDWRITTEN, invite, Phone, post, sign, startStage, valueIn } from './stage'
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
  product = await startStage({ onDatabaseRequest: observe, timersRun: false })
  await walkThroughEverything()
})
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
  await withdraws('o-hebei-wang-jianguo')
  await expires(father, sister)
  await establishes('o-henan-zhang-hongqi')
  await reviewed()
  await paysAPremium('o-hebei-chen-zhiqiang')
  await comesOfAge('o-hebei-chen-zhiqiang')
  await settles()
  await joinsAtWindow('o-hebei-chen-zhiqiang')
  await count('identity.sign-in-staff', signsInAtDesk)
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
  valueIn(await count('identity.upload-folder', () => phone.ask('identity', 'upload-folder', {})))
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
  const relative = { relative: formOf(person, relation), endDay: '2026-06-30' }
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
  await changes(policyholder, phone, bindingId)
  await readsRecords(phone)
}

/** Stops and starts it, sets how much and until when, and ends it and takes that back. */
async function changes(policyholder: Phone, relative: Phone, bindingId: string): Promise<void> {
  const one = { bindingId }
  valueIn(await count('bindings.pause', () => policyholder.ask('bindings', 'pause', one)))
  valueIn(await count('bindings.resume', () => policyholder.ask('bindings', 'resume', one)))
  const limits = { ...one, monthlyLimitFen: 500_00 }
  valueIn(await count('bindings.set-limits', () => policyholder.ask('bindings', 'set-limits', limits)))
  const later = { ...one, endDay: '2026-12-31' }
  valueIn(
    await count('bindings.propose-end-day', () => policyholder.ask('bindings', 'propose-end-day', later)),
  )
  const answer = { ...later, agree: true }
  valueIn(await count('bindings.answer-end-day', () => relative.ask('bindings', 'answer-end-day', answer)))
  const bindingIds = [bindingId]
  const prepared = await count('bindings.prepare-unbind', () =>
    policyholder.ask('bindings', 'prepare-unbind', { bindingIds }),
  )
  const { letterId } = valueIn(prepared)
  valueIn(await sign(policyholder, letterId))
  const unbind = { bindingIds, letterId, reason: 'mistake' as const }
  valueIn(await count('bindings.unbind', () => policyholder.ask('bindings', 'unbind', unbind)))
  valueIn(
    await count('bindings.undo-unbind', () => policyholder.ask('bindings', 'undo-unbind', { bindingIds })),
  )
}

/** What she was told, what was done, who read it, and all of it as a file. */
async function readsRecords(phone: Phone): Promise<void> {
  const inbox = valueIn(await count('records.inbox', () => phone.ask('records', 'inbox', {})))
  const [notice] = inbox.notices
  if (notice === undefined) throw new Error('she was told something')
  const noticeIds = [notice.noticeId]
  valueIn(await count('records.mark-read', () => phone.ask('records', 'mark-read', { noticeIds })))
  valueIn(await count('records.timeline', () => phone.ask('records', 'timeline', {})))
  valueIn(await count('records.who-saw', () => phone.ask('records', 'who-saw', {})))
  valueIn(await count('records.check', () => phone.ask('records', 'check', {})))
  valueIn(await count('records.export', () => phone.ask('records', 'export', {})))
  valueIn(await count('records.prepare-withdraw', () => phone.ask('records', 'prepare-withdraw', {})))
}

/** One who invited somebody, and closes her account. */
async function withdraws(openid: string): Promise<void> {
  const phone = await new Phone(product, openid).link()
  const member = memberOf(phone, (relation) => relation === 'parent')
  await invite(phone, member.person, member.relation)
  const input = { verificationToken: await phone.verification() }
  valueIn(await count('records.withdraw', () => phone.ask('records', 'withdraw', input)))
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

/** 安徽: proofs are handed in, rejected, handed in again, approved, and the approval is turned round by two. */
async function reviewed(): Promise<void> {
  const policyholder = await new Phone(product, 'o-anhui-wu-wei').link()
  const { person, relation } = memberOf(policyholder, (each, phone) => each === 'parent' && phone)
  const relative = await new Phone(product, person.openid ?? '').link()
  const proof = async () => [await upload(policyholder, Buffer.from('%PDF-1.4'))]
  const { token } = await invite(policyholder, person, relation, { proofFileIds: await proof() })
  const { bindingId } = valueIn(await acceptAs(relative, token))
  const { review } = valueIn(await relative.ask('bindings', 'get', { bindingId }))
  const reviewId = review?.reviewId ?? ''
  const by = (staffId: string) => new Desk(product, staffId)
  const opinion = '看过材料。'
  const lin = by('reviewer-lin')
  valueIn(await count('reviews.queue', () => lin.ask('queue', {})))
  const { proofs } = valueIn(await count('reviews.open', () => lin.ask('open', { reviewId })))
  const proofId = proofs[0]?.proofId ?? ''
  valueIn(await count('reviews.proof', () => lin.ask('proof', { reviewId, proofId })))
  valueIn(await count('reviews.reject', () => lin.ask('reject', { reviewId, opinion })))
  const again = { reviewId, proofFileIds: await proof() }
  valueIn(await count('reviews.resubmit', () => policyholder.ask('reviews', 'resubmit', again)))
  valueIn(await count('reviews.approve', () => lin.ask('approve', { reviewId, opinion })))
  const propose = () => lin.ask('propose-reversal', { reviewId, opinion })
  valueIn(await count('reviews.propose-reversal', propose))
  valueIn(await count('reviews.decline-reversal', () => lin.ask('decline-reversal', { reviewId })))
  valueIn(await propose())
  const confirm = () => by('reviewer-tang').ask('confirm-reversal', { reviewId, opinion })
  valueIn(await count('reviews.confirm-reversal', confirm))
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
  valueIn(await count('family-codes.my-code', () => phone.ask('family-codes', 'my-code', {})))
  const ofYear = { premiumYear: 2026 }
  valueIn(await count('premiums.export', () => phone.ask('premiums', 'export', ofYear)))
  const back = { paymentId, lineId: lines[0]?.lineId ?? '', reason: 'duplicate' as const }
  valueIn(await count('premiums.refund', () => phone.ask('premiums', 'refund', back)))
}

/** A child for whom her father signed is old enough: her birthday is moved, and not the clock. */
async function comesOfAge(openid: string): Promise<void> {
  const father = await new Phone(product, openid).link()
  const bindingId = await bindChild(father, '陈雨桐')
  const intruder = new Intruder(product)
  const binding = await intruder.read('bindings', bindingId)
  await intruder.write('bindings', { ...binding, ownConsentFrom: day('2015-01-01') })
  const child = await new Phone(product, 'o-hebei-chen-yutong').link()
  const decline = () => child.ask('bindings', 'decline-own-consent', { bindingId })
  valueIn(await count('bindings.decline-own-consent', decline))
  valueIn(await child.ask('bindings', 'undo-unbind', { bindingIds: [bindingId] }))
  const prepare = () => child.ask('bindings', 'prepare-own-consent', { bindingId })
  const { letterId } = valueIn(await count('bindings.prepare-own-consent', prepare))
  valueIn(await sign(child, letterId))
  const give = () => child.ask('bindings', 'give-own-consent', { bindingId, letterId })
  valueIn(await count('bindings.give-own-consent', give))
}

/** 山东: a limit for the whole account. 陕西: the places of the bindings. */
async function settles(): Promise<void> {
  const shandong = await sharesWithSpouse('o-shandong-kong-fanxing')
  const limit = () => shandong.phone.ask('bindings', 'set-account-limit', { limitFen: 1_000_00 })
  valueIn(await count('bindings.set-account-limit', limit))
  const { phone, bindingId } = await sharesWithSpouse('o-shaanxi-qin-ling')
  const order = () => phone.ask('bindings', 'set-order', { bindingIds: [bindingId] })
  valueIn(await count('bindings.set-order', order))
}

/** The bureau's own sign-in gives the code. */
async function signsInAtDesk(): Promise<void> {
  const { body } = await post(`${product.url}/staff/sign-in`, { staffId: 'reviewer-lin' })
  const event = { action: 'sign-in-staff', requestId: ulid(), input: body }
  const reply = await post(`${product.url}/call/identity`, event)
  expect(reply.body).toMatchObject({ ok: true })
}

/** A mother without a phone, known at the window by a check of her own. */
async function joinsAtWindow(openid: string): Promise<void> {
  const son = await new Phone(product, openid).link()
  const { person, relation } = memberOf(son, (each, hasPhone) => each === 'parent' && !hasPhone)
  const { invitationId } = await invite(son, person, relation)
  const { name, idNumber, idType } = person
  const relative = { name, idNumber, idType }
  const clerk = new Desk(product, 'clerk-meng')
  const find = () => clerk.askOf('consent-letters', 'find-at-window', { relative })
  const [letter] = valueIn(await count('consent-letters.find-at-window', find)).letters
  if (letter === undefined) throw new Error('a letter waits')
  const { body } = await post(`${product.url}/verify`, { idNumber, method: 'face' })
  const { letterId, sm3 } = letter
  const identification = { by: 'verification', verificationToken: (body as { token: string }).token } as const
  const signing = { letterId, sm3, signature: HANDWRITTEN, relative, identification }
  const sign = () => clerk.askOf('consent-letters', 'sign-at-window', signing)
  valueIn(await count('consent-letters.sign-at-window', sign))
  const accept = () => clerk.askOf('invitations', 'accept-at-window', { invitationId, relative })
  valueIn(await count('invitations.accept-at-window', accept))
}

async function sharesWithSpouse(openid: string) {
  const phone = await new Phone(product, openid).link()
  const { person, relation } = memberOf(phone, (each, hasPhone) => each === 'spouse' && hasPhone)
  const { token } = await invite(phone, person, relation)
  const spouse = await new Phone(product, person.openid ?? '').link()
  return { phone, bindingId: valueIn(await acceptAs(spouse, token)).bindingId }
}

/** 河南: the family is set up before anybody is added. */
async function establishes(openid: string): Promise<void> {
  const phone = await new Phone(product, openid).link()
  await count('bindings.establish', () => phone.ask('bindings', 'establish', {}))
}

/**
 * The timers find one invitation and one binding whose time is over, one notice, a paper, somebody who closed her
 * account, and a letter that was kept for years. The documents are made old, and each timer runs for this count alone.
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
  const [newest, ...notices] = (await intruder.all('notices')).sort((left, right) =>
    left._id < right._id ? 1 : -1,
  )
  if (newest === undefined) throw new Error('somebody was told something')
  await intruder.write('notices', { ...newest, delivery: 'waiting', deliverAt: old.expiresAt })
  for (const notice of notices) await intruder.write('notices', { ...notice, delivery: 'sent' })
  const [binding] = await intruder.all('bindings')
  if (binding === undefined) throw new Error('somebody was bound')
  await intruder.write('bindings', { ...binding, lastDay: day('2015-01-01') })
  for (const action of Object.keys(FUNCTIONS.clock.actions)) {
    const timer = { kind: 'timer', timerName: action } as const
    await count(`clock.${action}`, () =>
      product.cloudbase.invoke('clock', { Type: 'Timer', TriggerName: action }, timer),
    )
  }
}
