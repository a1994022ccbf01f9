import { ulid } from 'ulid'
import { PEOPLE } from '../../local/people'
import type { Product } from '../../local/product'
import type { Collections } from '../../platform/store/collections'
import { Desk, upload } from './desk'
import { HeldRequest } from './held-request'
import { bindChild, PASSWORD, payer, quoted } from './premium-family'
import { acceptAs, invite, linked, Phone, relativeOf, startStage, valueIn } from './stage'

/**
 * Whoever reads makes more than one request to the store, and somebody may write in between. One of the requests is
 * held back until the other has written: what is told then must be true of one moment.
 */

const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(2_000, 7)])

let product: Product
let policyholder: Phone
let relative: Phone
let bindingId: string
const held = new HeldRequest()

beforeAll(async () => {
  // A timer's own requests would be taken for the reader's.
  product = await startStage({ onDatabaseRequest: held.onDatabaseRequest, timersRun: false })
  policyholder = await payer(product, 'o-hebei-zhao-mingyuan')
  const { person, relation } = relativeOf(policyholder.person, PEOPLE, '赵永成')
  relative = await linked(product, person.openid ?? '')
  const { token } = await invite(policyholder, person, relation)
  bindingId = valueIn(await acceptAs(relative, token)).bindingId
})
afterAll(() => product.close())

const turn = async (to: 'pause' | 'resume') => valueIn(await policyholder.ask('bindings', to, { bindingId }))

describe('the check of the record', () => {
  it.each(['requests', 'audit', 'disclosures'])(
    'says that it is whole while she acts and her %s are read',
    async (collection) => {
      const check = await held.during(
        collection,
        () => relative.ask('records', 'check', {}),
        async () => {
          valueIn(await relative.ask('identity', 'update-settings', { elderMode: true }))
          valueIn(await relative.ask('identity', 'update-settings', { elderMode: false }))
          valueIn(await relative.ask('records', 'export', {}))
        },
      )
      expect(valueIn(check).intact).toBe(true)
    },
  )
})

it('the inbox counts as unread what it shows as unread, while something comes and is read', async () => {
  await turn('pause')
  const inbox = () => relative.ask('records', 'inbox', {})
  const consistent = ({ notices, unread }: { notices: { read: boolean }[]; unread: number }) =>
    expect(unread).toBe(notices.filter(({ read }) => !read).length)
  consistent(valueIn(await held.during('notices', inbox, () => turn('resume'))))
  const noticeIds = valueIn(await inbox()).notices.map(({ noticeId }) => noticeId)
  expect(noticeIds.length).toBeGreaterThan(1)
  const markRead = async () => valueIn(await relative.ask('records', 'mark-read', { noticeIds }))
  consistent(valueIn(await held.during('notices', inbox, markRead)))
})

it('me is not told that she is linked and that she is not, while her link moves to another phone', async () => {
  const old = await linked(product, 'o-hebei-he-jing')
  const other = new Phone(product, 'o-of-another-phone', old.person)
  for (const collection of ['users', 'persons']) {
    const read = held.during(
      collection,
      () => old.ask('identity', 'me', {}),
      () => other.link(),
    )
    const { linked: isLinked, notices } = valueIn(await read)
    expect({ isLinked, moved: notices.length > 0 }).toEqual(
      isLinked ? { isLinked: true, moved: false } : { isLinked: false, moved: true },
    )
    await old.link()
  }
})

it('a binding and its application say the same while the bureau decides', async () => {
  const anhui = await linked(product, 'o-anhui-wu-wei')
  const { person, relation } = relativeOf(anhui.person, PEOPLE, '吴学文')
  const father = await linked(product, person.openid ?? '')
  const proofFileIds = [await upload(anhui, JPEG)]
  const { token } = await invite(anhui, person, relation, { proofFileIds })
  const inReview = valueIn(await acceptAs(father, token)).bindingId
  const get = () => anhui.ask('bindings', 'get', { bindingId: inReview })
  const { review, application } = valueIn(await get())
  const reviewId = review?.reviewId ?? ''
  const approve = async () => {
    const input = { reviewId, round: application?.round ?? 1, opinion: '材料齐全。' }
    valueIn(await new Desk(product, 'reviewer-tang').ask('approve', input))
  }
  const seen = valueIn(await held.during('reviews', get, approve))
  expect(seen.application?.state).toBe(seen.review?.state)
  expect(seen.state).toBe(seen.review?.state === 'waiting' ? 'in-review' : 'active')
})

describe('while a payment of which nobody knew is settled', () => {
  let child: string
  let father: Phone
  let paymentId: string

  beforeEach(async () => {
    father ??= await payer(product, 'o-hebei-chen-zhiqiang')
    const name = child === undefined ? '陈浩然' : '陈雨桐'
    child = await bindChild(father, name)
    const { quoteId } = await quoted(father, [child])
    product.insurer.setFault({ kind: 'refuse', operation: '/premiums/pay', times: 1 })
    const paid = valueIn(await father.ask('premiums', 'pay', { quoteId, password: PASSWORD }, ulid()))
    expect(paid.state).toBe('outcome-unknown')
    paymentId = paid.paymentId
  })

  const settle = async () => {
    expect(valueIn(await father.ask('premiums', 'get', { paymentId })).state).toBe('paid')
  }

  it('it is either under way or paid, and never still to be paid', async () => {
    const read = () => father.ask('premiums', 'payable', { premiumYear: 2026 })
    const { relatives } = valueIn(await held.during('payments', read, settle))
    const shown = relatives.find((one) => one.bindingId === child)
    expect(['processing', 'paid']).toContain(shown?.state)
  })

  it('the file of all her data has a movement for each line that it calls paid, and for no other', async () => {
    const { lines, movements } = await exported(father, 'premium-movements', settle)
    expect(movements).toEqual(lines)
    expect(lines.length).toBeGreaterThan(0)
  })
})

/** An export during which somebody writes, and what of it must agree. */
async function exported(phone: Phone, collection: string, meanwhile: () => Promise<unknown>) {
  const answer = await held.during(collection, () => phone.ask('records', 'export', {}), meanwhile)
  const text = await (await fetch(valueIn(answer).url)).text()
  const { data } = JSON.parse(text) as { data: Record<keyof Collections, Record<string, unknown>[]> }
  const lines = data.payments.flatMap((payment) => payment.lines as Record<string, unknown>[])
  return {
    data,
    lines: lines.filter(({ state }) => state === 'paid').map(({ lineId }) => lineId),
    movements: data['premium-movements'].map(({ orderId }) => orderId),
  }
}

it('the file of all her data has as many events as each binding counts, and a request for each act', async () => {
  const acts = async () => {
    await turn('pause')
    await turn('resume')
  }
  for (const collection of ['binding-events', 'requests']) {
    const { data } = await exported(policyholder, collection, acts)
    for (const { bindingId: id, historyLength } of data.bindings) {
      expect(data['binding-events'].filter((event) => event.bindingId === id)).toHaveLength(
        Number(historyLength),
      )
    }
    expect(data.requests).toHaveLength(data.audit.length)
  }
})
