import { PEOPLE, personNamed } from '../../local/people'
import type { Product } from '../../local/product'
import { Desk } from './desk'
import {
  formOf,
  HANDWRITTEN,
  invite,
  linked,
  type Phone,
  post,
  refusalIn,
  sign,
  startStage,
  valueIn,
} from './stage'

let product: Product
let son: Phone
let clerk: Desk
let second: Desk

/** A mother without a phone, and what stands on her document. */
const MOTHER = personNamed('黄桂英')
const DOCUMENT = { name: MOTHER.name, idNumber: MOTHER.idNumber, idType: MOTHER.idType }

beforeAll(async () => {
  product = await startStage()
  son = await linked(product, 'o-hebei-chen-zhiqiang')
  clerk = new Desk(product, 'clerk-meng')
  second = new Desk(product, 'clerk-duan')
})
afterAll(() => product.close())

const found = async (desk: Desk, relative = DOCUMENT) =>
  valueIn(await desk.askOf('consent-letters', 'find-at-window', { relative })).letters
const newest = async (phone: Phone) => valueIn(await phone.ask('records', 'inbox', {})).notices[0]
const reasonOf = (answer: Parameters<typeof refusalIn>[0]) => {
  const { code, facts } = refusalIn(answer)
  return facts?.reason ?? facts?.sought ?? code
}

async function token(idNumber = DOCUMENT.idNumber): Promise<string> {
  const { body } = await post(`${product.url}/verify`, { idNumber, method: 'face' })
  return (body as { token: string }).token
}

async function signAs(
  desk: Desk,
  identification: { by: 'document' } | { by: 'verification'; verificationToken: string },
  relative = DOCUMENT,
) {
  const [letter] = await found(desk, relative)
  if (letter === undefined) throw new Error('a letter waits')
  const { letterId, sm3 } = letter
  const input = { letterId, sm3, signature: HANDWRITTEN, relative, identification }
  return desk.askOf('consent-letters', 'sign-at-window', input)
}

const accept = (desk: Desk, invitationId: string, relative = DOCUMENT) =>
  desk.askOf('invitations', 'accept-at-window', { invitationId, relative })

it('a mother without a phone joins at a window: known by her document, looked at by two', async () => {
  const nothing = await clerk.askOf('consent-letters', 'find-at-window', { relative: DOCUMENT })
  expect(reasonOf(nothing)).toBe('invitation-at-window')
  const { invitationId } = await invite(son, MOTHER, 'parent')

  // Another name on the document, a reviewer, a clerk elsewhere: nothing is shown.
  const misnamed = { ...DOCUMENT, name: '黄桂' }
  const wrong = await clerk.askOf('consent-letters', 'find-at-window', { relative: misnamed })
  expect(reasonOf(wrong)).toBe('invitation-at-window')
  const reviewer = new Desk(product, 'reviewer-lin')
  const barred = await reviewer.askOf('consent-letters', 'find-at-window', { relative: DOCUMENT })
  expect(reasonOf(barred)).toBe('clerks-only')

  const [letter] = await found(clerk)
  expect(letter).toMatchObject({ state: 'unsigned', invitationId, may: { sign: true, accept: false } })
  expect(letter?.text).toContain('黄桂英')
  expect(reasonOf(await accept(clerk, invitationId))).toBe('letter-not-signed')
  const signed = valueIn(await signAs(clerk, { by: 'document' }))
  expect(signed.secondClerk).toBe(true)
  expect(reasonOf(await accept(clerk, invitationId))).toBe('second-clerk')
  expect(reasonOf(await accept(second, invitationId, misnamed))).toBe('invitation-at-window')
  const [waiting] = await found(second)
  expect(waiting).toMatchObject({
    state: 'signed',
    entered: { by: '孟晓', own: false, identifiedBy: 'document' },
    may: { sign: false, accept: true },
  })

  const requestId = '01KBWNDW000000000000000000'
  const input = { invitationId, relative: DOCUMENT }
  const joined = valueIn(await second.askOf('invitations', 'accept-at-window', input, requestId))
  const again = valueIn(await second.askOf('invitations', 'accept-at-window', input, requestId))
  expect(again).toEqual(joined)
  const { bindingId } = joined
  expect(joined.state).toBe('bound')
  expect(valueIn(await son.ask('bindings', 'get', { bindingId }))).toMatchObject({ state: 'active' })
  expect(await newest(son)).toMatchObject({ kind: 'bound-at-window', bindingId })
  const { events } = valueIn(await son.ask('bindings', 'history', { bindingId }))
  expect(events[0]).toMatchObject({
    kind: 'bound',
    by: 'relative',
    facts: { enteredAt: 'window', verifiedBy: 'window-document' },
  })
  const { readings } = valueIn(await son.ask('records', 'who-saw', {}))
  expect(readings.filter(({ by }) => by === 'clerk')).toHaveLength(2)
  expect(
    await refusalIn(await clerk.askOf('consent-letters', 'find-at-window', { relative: DOCUMENT })).code,
  ).toBe('not-found')
})

it('one who passes a check of her own is entered by one clerk, and finds it on a phone that she gets later', async () => {
  const father = await linked(product, 'o-hebei-wang-jianguo')
  const wife = personNamed('李秀英')
  const { invitationId } = await invite(father, wife, 'spouse')
  const relative = formOf(wife, 'spouse')
  const document = { name: relative.name, idNumber: relative.idNumber, idType: relative.idType }
  const { letters } = valueIn(await clerk.askOf('consent-letters', 'find-at-window', { relative: document }))
  const [letter] = letters
  if (letter === undefined) throw new Error('a letter waits')
  const signing = (verificationToken: string) =>
    clerk.askOf('consent-letters', 'sign-at-window', {
      letterId: letter.letterId,
      sm3: letter.sm3,
      signature: HANDWRITTEN,
      relative: document,
      identification: { by: 'verification', verificationToken },
    })
  // Somebody else's check opens nothing.
  expect(refusalIn(await signing(await token(MOTHER.idNumber))).code).toBe('verification-failed')
  const signed = valueIn(await signing(await token(wife.idNumber)))
  expect(signed.secondClerk).toBe(false)
  const twice = await signing(await token(wife.idNumber))
  expect(refusalIn(twice).facts?.reason).toBe('already-signed')
  const { bindingId } = valueIn(await accept(clerk, invitationId, document))

  const phone = await linked(product, wife.openid ?? '')
  const detail = valueIn(await phone.ask('bindings', 'get', { bindingId }))
  expect(detail.letters).toMatchObject([{ letterId: letter.letterId, purpose: 'accept' }])
  const hers = valueIn(await phone.ask('consent-letters', 'get', { letterId: letter.letterId }))
  expect(hers).toMatchObject({ state: 'signed', mode: 'handwritten' })
  const exported = valueIn(await phone.ask('consent-letters', 'export', { letterId: letter.letterId }))
  expect(exported.letter.content).toMatchObject({ verifiedBy: 'window-face' })
  expect(await newest(phone)).toMatchObject({ kind: 'bound-at-window' })
})

it('two at once: a window and his own phone answer one invitation, and it is answered once', async () => {
  const policyholder = await linked(product, 'o-hebei-zhao-mingyuan')
  const father = personNamed('赵永成')
  const phone = await linked(product, father.openid ?? '')
  const { invitationId, token: card } = await invite(policyholder, father, 'parent')
  const document = { name: father.name, idNumber: father.idNumber, idType: father.idType }
  const verificationToken = await token(father.idNumber)
  valueIn(await signAs(clerk, { by: 'verification', verificationToken }, document))
  const answers = await Promise.all([
    accept(clerk, invitationId, document),
    phone.ask('invitations', 'accept', { token: card }),
  ])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(valueIn(await phone.ask('bindings', 'list', {})).asRelative).toHaveLength(1)
})

it('what he signed on his own phone he also answers there', async () => {
  const policyholder = await linked(product, 'o-hebei-zhao-mingyuan')
  const mother = policyholder.person.family.find(({ relation }) => relation === 'spouse')
  const spouse = PEOPLE.find(({ idNumber }) => idNumber === mother?.idNumber)
  if (spouse?.openid == null) throw new Error('a spouse with a phone')
  const phone = await linked(product, spouse.openid)
  const { invitationId, token: card } = await invite(policyholder, spouse, 'spouse')
  const opened = valueIn(await phone.ask('invitations', 'open', { token: card }))
  valueIn(await sign(phone, opened.letterId))
  const document = { name: spouse.name, idNumber: spouse.idNumber, idType: spouse.idType }
  expect(reasonOf(await accept(clerk, invitationId, document))).toBe('letter-not-signed')
})

it('a person’s own phone enters nothing at a window', async () => {
  const { body } = await post(
    `${product.url}/call/invitations`,
    {
      action: 'accept-at-window',
      requestId: '01KBWNDW000000000000000001',
      input: { invitationId: '01KBWNDW000000000000000002', relative: DOCUMENT },
    },
    { 'x-openid': son.openid },
  )
  expect(body).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } })
})
