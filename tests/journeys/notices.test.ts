import { PEOPLE } from '../../local/people'
import type { Product } from '../../local/product'
import { NOTICE_MESSAGES } from '../../shared/copy'
import { NOTICE_KINDS } from '../../shared/values/notice'
import { acceptAs, invite, linked, type Phone, post, relativeOf, startStage, valueIn } from './stage'

const RELATIVE = 'o-hebei-zhao-yongcheng'

let product: Product
let policyholder: Phone
let bindingId: string
let now = Date.parse('2025-11-05T10:00:00+08:00')

beforeAll(async () => {
  product = await startStage()
  policyholder = await linked(product, 'o-hebei-zhao-mingyuan')
  const relative = await linked(product, RELATIVE)
  const { person, relation } = relativeOf(policyholder.person, PEOPLE, '赵永成')
  const { token } = await invite(policyholder, person, relation)
  bindingId = valueIn(await acceptAs(relative, token)).bindingId
})
afterAll(() => product.close())
afterEach(() => product.wechat.setFault(null))

const pause = async () => valueIn(await policyholder.ask('bindings', 'pause', { bindingId }))
const resume = async () => valueIn(await policyholder.ask('bindings', 'resume', { bindingId }))

/** Lets time pass, so that timers which fall due run. */
async function later(minutes: number): Promise<void> {
  now += minutes * 60_000
  await post(`${product.url}/clock`, { now: new Date(now).toISOString() })
}

it('says every notice in twenty characters, as WeChat takes them', () => {
  expect(Object.keys(NOTICE_MESSAGES).sort()).toEqual([...NOTICE_KINDS].sort())
  for (const { title, hint } of Object.values(NOTICE_MESSAGES)) {
    expect([title.length, hint.length].every((length) => length > 0 && length <= 20)).toBe(true)
  }
})

it('reaches the other side outside the app, without anybody’s name', async () => {
  await pause()
  await later(1)
  const [message, ...more] = product.wechat.messagesOf(RELATIVE)
  expect(more).toEqual([])
  expect(message?.values[0]).toBe(NOTICE_MESSAGES['binding-paused'].title)
  expect(JSON.stringify(message)).not.toContain('赵')
  expect(product.wechat.messagesOf('o-hebei-zhao-mingyuan')).toEqual([])
  await later(5)
  expect(product.wechat.messagesOf(RELATIVE)).toHaveLength(1)
})

it('is tried again while WeChat does not answer, and arrives once it does', async () => {
  product.wechat.setFault('down')
  await resume()
  await later(1)
  await later(3)
  expect(product.wechat.messagesOf(RELATIVE)).toHaveLength(1)
  product.wechat.setFault(null)
  await later(30)
  expect(product.wechat.messagesOf(RELATIVE)).toHaveLength(2)
})

it('is given up after a day, and stands in the inbox all the same', async () => {
  product.wechat.setFault('down')
  await pause()
  await later(1)
  await later(25 * 60)
  product.wechat.setFault(null)
  await later(120)
  expect(product.wechat.messagesOf(RELATIVE)).toHaveLength(2)
  const relative = await linked(product, RELATIVE)
  const inbox = valueIn(await relative.ask('records', 'inbox', {}))
  expect(inbox.notices.map(({ kind }) => kind)).toEqual([
    'binding-paused',
    'binding-resumed',
    'binding-paused',
  ])
})

it('is not tried again for one who allows no messages', async () => {
  product.wechat.setFault('refused')
  await resume()
  await later(1)
  product.wechat.setFault(null)
  await later(60)
  expect(product.wechat.messagesOf(RELATIVE)).toHaveLength(2)
})
