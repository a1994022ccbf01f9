import { ulid } from 'ulid'
import { personNamed } from '../../local/people'
import type { Product } from '../../local/product'
import { deriveKeys } from '../../platform/keys/keys'
import type { LetterDocument } from '../../platform/store/collections'
import type { Signature } from '../../shared/contract/consent-letters'
import { HeldRequest } from './held-request'
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
import { Intruder } from './stored'

let product: Product
let intruder: Intruder
let policyholder: Phone
let relative: Phone

const held = new HeldRequest()

beforeAll(async () => {
  product = await startStage({ onDatabaseRequest: held.onDatabaseRequest })
  intruder = new Intruder(product)
  policyholder = await linked(product, 'o-hebei-chen-zhiqiang')
  relative = await linked(product, 'o-hebei-liu-lihua')
})
afterAll(() => product.close())

async function isIntact(letterId: string): Promise<unknown> {
  const code = deriveKeys(product.secrets.productSecret).letterCode(letterId)
  const { body } = await post(`${product.url}/call/consent-letters`, {
    action: 'verify',
    input: { letterId, code },
  })
  return (body as { value: { intact: boolean } }).value.intact
}

const signedLetters = async (invitationId: string) => {
  const letters = (await intruder.all('letters')).filter((letter) => letter.invitationId === invitationId)
  return letters.filter(({ signedAt }) => signedAt !== null)
}

it('a paper that is checked while the other side signs is not said to be changed', async () => {
  const sent = await invite(policyholder, relative.person, 'spouse')
  const his = sent.letters.find(({ signer }) => signer === 'policyholder')?.letterId ?? ''
  const opened = valueIn(await relative.ask('invitations', 'open', { token: sent.token }))
  // Its letters have been read; the invitation, which counts them, is read after she has signed.
  const checked = held.during(
    'invitations',
    () => isIntact(his),
    async () => valueIn(await sign(relative, opened.letterId)),
  )
  expect(await checked).toBe(true)
  valueIn(await policyholder.ask('invitations', 'revoke', { invitationId: sent.invitationId }))
})

it('a letter is never stamped before the one to which it is chained, though a clock goes back', async () => {
  const sent = await invite(policyholder, relative.person, 'spouse')
  const opened = valueIn(await relative.ask('invitations', 'open', { token: sent.token }))
  const now = product.clock.now()
  product.clock.set(now - 60 * 60_000)
  valueIn(await sign(relative, opened.letterId))
  product.clock.set(now)
  const letters = await signedLetters(sent.invitationId)
  const stamps = letters
    .sort((left, right) => (left.chain?.number ?? 0) - (right.chain?.number ?? 0))
    .map(({ signedAt }) => signedAt ?? '')
  expect(stamps).toHaveLength(2)
  expect([...stamps].sort()).toEqual(stamps)
  for (const { _id } of letters) expect(await isIntact(_id)).toBe(true)
  valueIn(await policyholder.ask('invitations', 'revoke', { invitationId: sent.invitationId }))
})

it('two letters that are signed at the same moment follow each other, and one that is signed four times is signed once', async () => {
  const child = formOf(personNamed('陈浩然'), 'child')
  const { letters, invitationId } = valueIn(
    await policyholder.ask('invitations', 'create', { relative: child }),
  )
  expect(letters).toHaveLength(2)
  const answers = await Promise.all(
    letters.flatMap(({ letterId }) => [1, 2, 3, 4].map(() => sign(policyholder, letterId))),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(2)
  for (const answer of answers.filter(({ ok }) => !ok)) {
    expect(refusalIn(answer)).toMatchObject({ code: 'not-allowed', facts: { reason: 'already-signed' } })
  }
  const numbers = (await signedLetters(invitationId)).map(({ chain }) => chain?.number)
  expect(numbers.sort()).toEqual([1, 2])
  for (const { letterId } of letters) expect(await isIntact(letterId)).toBe(true)
  valueIn(await policyholder.ask('invitations', 'revoke', { invitationId }))
})

it('a request that is repeated with other strokes gets the first answer, and the first strokes stay', async () => {
  const wife = formOf(relative.person, 'spouse')
  const { letters, invitationId } = valueIn(
    await policyholder.ask('invitations', 'create', { relative: wife }),
  )
  const letterId = letters.find(({ signer }) => signer === 'policyholder')?.letterId ?? ''
  const { sm3 } = valueIn(await policyholder.ask('consent-letters', 'get', { letterId }))
  const requestId = ulid()
  const signed = (signature: Signature) =>
    policyholder.ask('consent-letters', 'sign', { letterId, sm3, signature }, requestId)
  const first = valueIn(await signed(HANDWRITTEN))
  const other = { ...HANDWRITTEN, strokes: [...HANDWRITTEN.strokes].reverse() }
  expect(valueIn(await signed(other))).toEqual(first)
  const { letter } = valueIn(await policyholder.ask('consent-letters', 'export', { letterId }))
  expect(letter.content).toMatchObject({ signature: HANDWRITTEN })
  valueIn(await policyholder.ask('invitations', 'revoke', { invitationId }))
})

describe('a signed letter that was changed in the store', () => {
  const changes: [string, (letter: LetterDocument) => LetterDocument][] = [
    ['its title', (letter) => ({ ...letter, title: `${letter.title}。` })],
    [
      'its sealed text',
      (letter) => ({ ...letter, sealedText: `${letter.sealedText}A` as LetterDocument['sealedText'] }),
    ],
  ]
  it.each(changes)('is neither printed nor handed out as sealed: %s', async (_, change) => {
    const [letter] = (await intruder.all('letters')).filter(
      ({ signedAt, signer }) => signedAt !== null && signer === 'relative',
    )
    if (letter === undefined) throw new Error('a letter of hers')
    await intruder.write('letters', change(letter))
    const refusals = [
      refusalIn(await relative.ask('consent-letters', 'pdf', { letterId: letter._id })),
      refusalIn(await relative.ask('consent-letters', 'export', { letterId: letter._id })),
    ]
    await intruder.write('letters', letter)
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({ code: 'letter-changed', facts: { reason: 'not-as-sealed' } })
      expect(refusal.message).toContain('和签署时不一样')
    }
    valueIn(await relative.ask('consent-letters', 'export', { letterId: letter._id }))
  })
})
