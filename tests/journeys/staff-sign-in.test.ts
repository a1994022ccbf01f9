import { ulid } from 'ulid'
import type { Product } from '../../local/product'
import { post, startStage } from './stage'
import { Intruder } from './stored'

let product: Product
beforeAll(async () => {
  product = await startStage()
})
afterAll(() => product.close())

interface Reply {
  readonly ok: boolean
  readonly value: { readonly ticket: string; readonly staff: unknown }
  readonly refusal: { readonly code: string; readonly facts?: { readonly reason?: string } }
}

const codeOf = async (staffId: string) =>
  ((await post(`${product.url}/staff/sign-in`, { staffId })).body as { code: string }).code

async function ask(
  functionName: string,
  action: string,
  input: unknown,
  ticket?: string,
  requestId = ulid(),
) {
  const headers: Record<string, string> = ticket === undefined ? {} : { 'x-staff-ticket': ticket }
  const { body } = await post(`${product.url}/call/${functionName}`, { action, requestId, input }, headers)
  return body as Reply
}
const signIn = (code: string, requestId?: string) =>
  ask('identity', 'sign-in-staff', { code }, undefined, requestId)
const queue = (ticket?: string) => ask('reviews', 'queue', {}, ticket)

it('a code of the bureau becomes a ticket of the platform, and the ticket alone says who calls', async () => {
  const code = await codeOf('reviewer-lin')
  const requestId = ulid()
  const signed = await signIn(code, requestId)
  expect(signed).toMatchObject({ ok: true, value: { staff: { name: '林审', role: 'reviewer' } } })
  expect((await queue(signed.value.ticket)).ok).toBe(true)
  expect((await queue()).refusal.code).toBe('not-allowed')

  // The answer was lost: the same request gets a ticket again; another one does not use the code up twice.
  const again = await signIn(code, requestId)
  expect((await queue(again.value.ticket)).ok).toBe(true)
  expect((await signIn(code)).refusal.code).toBe('verification-failed')
  expect((await signIn('made-up')).refusal.code).toBe('verification-failed')
  const requests = await new Intruder(product).all('requests')
  expect(JSON.stringify(requests)).not.toContain(signed.value.ticket.slice(0, 60))
})

it('a ticket that was changed, or is over, is nobody’s', async () => {
  const { ticket } = (await signIn(await codeOf('clerk-meng'))).value
  const [head = '', payload = '', signature = ''] = ticket.split('.')
  const said = JSON.parse(Buffer.from(payload, 'base64url').toString())
  const other = Buffer.from(JSON.stringify({ ...said, uid: 'staff:reviewer-lin' })).toString('base64url')
  expect((await queue(`${head}.${other}.${signature}`)).refusal.code).toBe('not-allowed')
  const { clock } = product
  const before = clock.now()
  clock.set(before + 9 * 60 * 60_000)
  expect((await queue(ticket)).refusal.code).toBe('not-allowed')
  clock.set(before)
})

it('whoever has no account in the roster, or a closed one, does not come in, nor stay', async () => {
  expect((await signIn(await codeOf('somebody'))).refusal.facts?.reason).toBe('no-staff-account')
  const { ticket } = (await signIn(await codeOf('reviewer-hao'))).value
  const intruder = new Intruder(product)
  const staff = await intruder.read('staff', 'reviewer-hao')
  await intruder.write('staff', { ...staff, active: false })
  expect((await queue(ticket)).refusal.code).toBe('not-allowed')
  expect((await signIn(await codeOf('reviewer-hao'))).refusal.facts?.reason).toBe('no-staff-account')
})
