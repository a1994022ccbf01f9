import { ulid } from 'ulid'
import { PEOPLE } from '../../local/people'
import type { Product } from '../../local/product'
import { deriveKeys, type Keys } from '../../platform/keys/keys'
import { type Collections, INDEXES } from '../../platform/store/collections'
import type { BindingId } from '../../shared/values/ids'
import { Desk, upload } from './desk'
import { bindAdult, bindChild, PASSWORD, payer, quoted } from './premium-family'
import {
  acceptAs,
  fire,
  invite,
  linked,
  type Phone,
  post,
  refusalIn,
  relativeOf,
  sign,
  startStage,
  valueIn,
} from './stage'
import { Intruder } from './stored'

/** What is left of people who closed their accounts of what they paid and of what the bureau decided. */

const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(2_000, 7)])
const COLLECTIONS = Object.keys(INDEXES) as (keyof Collections & string)[]

let product: Product
let intruder: Intruder
let keys: Keys

beforeAll(async () => {
  // Each timer fires when the test says so.
  product = await startStage({ timersRun: false })
  intruder = new Intruder(product)
  keys = deriveKeys(product.secrets.productSecret)
})
afterAll(() => product.close())
afterEach(() => product.insurer.setFault(null))

const clockTo = (now: string) => post(`${product.url}/clock`, { now })
const idIndexOf = ({ person: { idType, idNumber } }: Phone) => keys.idIndex({ idType, idNumber })
const isStored = async (phone: Phone) =>
  (await intruder.all('identities')).some(({ _id }) => _id === idIndexOf(phone))

async function close(phone: Phone): Promise<void> {
  valueIn(await phone.ask('records', 'withdraw', { verificationToken: await phone.verification() }))
}

/** The two midnights after which nothing of hers holds any more, and the timers of the second one. */
async function erase(afterwards: string) {
  await clockTo(afterwards)
  await fire(product, 'end-bindings')
  return fire(product, 'erase-accounts')
}

/** In which collections something stands that names her. */
async function where(mark: string): Promise<string[]> {
  const found: string[] = []
  for (const collection of COLLECTIONS) {
    const documents = await intruder.all(collection)
    if (documents.some((document) => JSON.stringify(document).includes(mark))) found.push(collection)
  }
  return found.sort()
}

describe('what she paid', () => {
  let father: Phone
  let boy: Phone
  let son: string
  let paymentId: string

  it('keeps her until the insurer has given its final answer', async () => {
    father = await payer(product, 'o-hebei-chen-zhiqiang')
    son = await bindChild(father, '陈浩然')
    boy = await linked(product, 'o-hebei-chen-haoran')
    const { quoteId } = await quoted(father, [son])
    product.insurer.setFault({ kind: 'refuse', operation: '/premiums/pay' })
    const paid = valueIn(await father.ask('premiums', 'pay', { quoteId, password: PASSWORD }, ulid()))
    expect(paid.state).toBe('outcome-unknown')
    paymentId = paid.paymentId
    await close(father)
    expect(await erase('2025-11-07T01:00:00+08:00')).toEqual({ erased: 0, more: false })
    expect(await isStored(father)).toBe(true)

    product.insurer.setFault(null)
    await fire(product, 'settle-payments')
    expect((await intruder.read('payments', paymentId)).open).toBe(false)
    expect(await erase('2025-11-07T02:00:00+08:00')).toEqual({ erased: 1, more: false })
    expect(await isStored(father)).toBe(false)
  })

  it('stays as it moved, under ids alone, and agrees with the insurer', async () => {
    const payment = await intruder.read('payments', paymentId)
    for (const mark of [father.person.name, father.person.idNumber, father.openid]) {
      expect(await where(mark)).toEqual([])
    }
    expect(await where(idIndexOf(father))).toEqual(['letters'])
    expect(await where(payment.personId)).toEqual(
      expect.arrayContaining(['audit', 'bindings', 'letters', 'payments', 'requests']),
    )
    expect(await where(payment.personId)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/persons|users|identities|notices|quotes/)]),
    )
    // What came too late to be sent moved nothing, and is kept all the same: it was confirmed.
    expect(payment).toMatchObject({ totalFen: 400_00, lines: [{ amountFen: 400_00 }] })
    await clockTo('2025-11-07T03:00:00+08:00')
    expect(await fire(product, 'reconcile-premiums')).toMatchObject({ differences: 0 })
    expect(valueIn(await boy.ask('premiums', 'get', { paymentId }))).toMatchObject({
      side: 'relative',
      payer: { name: '陈**' },
    })
  })

  it('for one who is erased is kept without her number’s index', async () => {
    const mother = await payer(product, 'o-hebei-liu-lihua')
    const again = await bindChild(mother, '陈浩然')
    const { quoteId } = await quoted(mother, [again])
    const paid = valueIn(await mother.ask('premiums', 'pay', { quoteId, password: PASSWORD }, ulid()))
    expect(paid.state).toBe('paid')
    const before = await intruder.read('premium-movements', paid.lines[0]?.lineId ?? '')
    await close(boy)
    await erase('2025-11-09T01:00:00+08:00')
    expect(await isStored(boy)).toBe(false)
    const payment = await intruder.read('payments', paid.paymentId)
    expect(JSON.stringify(payment)).not.toContain(idIndexOf(boy))
    expect(payment.inFlightKeys[0]).toMatch(/:2026$/)
    expect(payment.lines[0]).toMatchObject({ state: 'paid', amountFen: 400_00 })
    expect(await intruder.read('premium-movements', before._id)).toEqual(before)
    expect(valueIn(await mother.ask('premiums', 'get', { paymentId: paid.paymentId }))).toMatchObject({
      state: 'paid',
      lines: [{ name: '陈**' }],
    })
    expect(await fire(product, 'settle-payments')).toMatchObject({ open: 0 })
  })
})

describe('what the bureau decided', () => {
  it('is not turned round any more once one of the two has withdrawn her consent, and her proofs are gone', async () => {
    const policyholder = await linked(product, 'o-anhui-wu-wei')
    const { person, relation } = relativeOf(policyholder.person, PEOPLE, '吴学文')
    const father = await linked(product, person.openid ?? '')
    const proofFileIds = [await upload(policyholder, JPEG)]
    const { token } = await invite(policyholder, person, relation, { proofFileIds })
    const { bindingId } = valueIn(await acceptAs(father, token))
    const [lin, tang] = [new Desk(product, 'reviewer-lin'), new Desk(product, 'reviewer-tang')]
    const reviewId = (await intruder.read('bindings', bindingId)).review?.reviewId ?? ''
    const opinion = `${policyholder.person.name}的户口簿拍得不清楚。`
    valueIn(await lin.ask('reject', { reviewId, opinion, round: 1 }))
    valueIn(await lin.ask('propose-reversal', { reviewId, opinion }))
    await close(policyholder)

    const confirmed = await tang.ask('confirm-reversal', { reviewId, opinion: '同意。' })
    expect(refusalIn(confirmed).facts).toMatchObject({ reason: 'reversal-too-late' })
    const resubmit = { reviewId, proofFileIds: [await upload(father, JPEG)] }
    const resubmitted = await father.ask('reviews', 'resubmit', resubmit)
    expect(refusalIn(resubmitted).facts).toMatchObject({ reason: 'resubmit-too-late' })

    const [proof] = (await intruder.all('proofs')).filter(({ keptUntil }) => keptUntil !== null)
    expect(await product.cloudbase.files.get(proof?.fileId ?? '')).not.toBeNull()
    await fire(product, 'erase-proofs')
    expect(await product.cloudbase.files.get(proof?.fileId ?? '')).toBeNull()

    await erase('2025-11-11T01:00:00+08:00')
    expect(await isStored(policyholder)).toBe(false)
    // That it was decided, when and by whom stays; what was written of her does not.
    const { decisions, policyholder: shown, proofs } = valueIn(await lin.ask('open', { reviewId }))
    expect(decisions).toEqual([{ round: 1, decision: 'rejected', at: expect.any(String), by: '林审' }])
    expect(shown).toMatchObject({ name: '吴*', idNumber: '' })
    expect(proofs).toEqual([])
    const application = valueIn(await father.ask('bindings', 'get', { bindingId })).application
    expect(application).toMatchObject({ state: 'rejected', proofsGiven: 0 })
    expect(application?.opinion).toBeUndefined()
    valueIn(await father.ask('records', 'export', {}))
  })

  it('does not tell any more why she wanted to leave', async () => {
    const policyholder = await linked(product, 'o-shaanxi-qin-ling')
    const bindingId = await bindAdult(product, policyholder, '白雪梅', 'spouse')
    const { letterId } = valueIn(
      await policyholder.ask('bindings', 'prepare-unbind', { bindingIds: [bindingId] }),
    )
    valueIn(await sign(policyholder, letterId))
    const proofFileIds = [await upload(policyholder, JPEG)]
    const input = { bindingIds: [bindingId], letterId, reason: 'divorce' as const, proofFileIds }
    valueIn(await policyholder.ask('bindings', 'unbind', input))
    const reviewId = (await intruder.read('bindings', bindingId as BindingId)).review?.reviewId ?? ''
    expect((await intruder.read('reviews', reviewId)).reason).toBe('divorce')
    const [proof] = (await intruder.all('proofs')).filter(({ ownerId }) => ownerId !== null)
    await close(policyholder)
    await erase('2025-11-13T01:00:00+08:00')
    expect(await isStored(policyholder)).toBe(false)
    expect(await intruder.read('reviews', reviewId)).toMatchObject({
      state: 'lapsed',
      reason: null,
      proofs: [],
    })
    expect(await product.cloudbase.files.get(proof?.fileId ?? '')).toBeNull()
    expect(await where('divorce')).toEqual([])
  })
})
