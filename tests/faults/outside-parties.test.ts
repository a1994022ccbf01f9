import { ulid } from 'ulid'
import { PEOPLE } from '../../local/people'
import type { Product } from '../../local/product'
import { acceptAs, formOf, invite, linked, refusalIn, sign, startStage, valueIn } from '../journeys/stage'

let product: Product
beforeAll(async () => {
  product = await startStage()
})
afterEach(() => product.insurer.setFault(null))
afterAll(() => product.close())

const spouse = PEOPLE.find((person) => person.openid === 'o-xizang-zhuoma')

it('says that the insurer does not answer, and does the same request once it does', async () => {
  const policyholder = await linked(product, 'o-xizang-zhaxi')
  if (spouse === undefined) throw new Error('the demo has this spouse')
  const event = { action: 'create', requestId: ulid(), input: { relative: formOf(spouse, 'spouse') } }
  product.insurer.setFault({ kind: 'error' })
  const during = await policyholder.event('invitations', event)
  expect(during).toMatchObject({
    status: 503,
    body: { outage: { code: 'insurer-unavailable', retry: 'same-request' } },
  })
  expect(valueIn(await policyholder.ask('invitations', 'list', {})).sent).toEqual([])
  product.insurer.setFault(null)
  expect((await policyholder.event('invitations', event)).body).toMatchObject({ ok: true })
})

it('fails as the demo asks it to, for so many requests, through the gateway', async () => {
  const set = async (faults: unknown) => {
    const response = await fetch(`${product.url}/insurer/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ faults }),
    })
    return response.json()
  }
  const fault = { kind: 'error', operation: '/persons/find', times: 1 }
  expect(await set([fault])).toEqual({ faults: [fault] })
  const find = () =>
    fetch(`${product.insurer.url}/persons/find`, {
      method: 'POST',
      headers: { authorization: `Bearer ${product.secrets.insurerKey}` },
      body: JSON.stringify({ idType: '01', idNumber: '110101200001010000' }),
    })
  expect((await find()).status).toBe(500)
  expect((await find()).status).toBe(200)
  expect(product.insurer.faults()).toEqual([])
})

it('lets the invited read and sign while the insurer is away, and joins her when it is back', async () => {
  const policyholder = await linked(product, 'o-hebei-chen-zhiqiang')
  const relative = await linked(product, 'o-hebei-liu-lihua')
  const { token } = await invite(policyholder, relative.person, 'spouse')
  product.insurer.setFault({ kind: 'refuse' })
  const opened = valueIn(await relative.ask('invitations', 'open', { token }))
  expect(opened.obstacle).toBeUndefined()
  valueIn(await sign(relative, opened.letterId))
  const event = { action: 'accept', requestId: ulid(), input: { token } }
  expect((await relative.event('invitations', event)).status).toBe(503)
  product.insurer.setFault(null)
  expect((await relative.event('invitations', event)).body).toMatchObject({
    ok: true,
    value: { state: 'bound' },
  })
})

it('asks the rules anew when the relative accepts: who lost her insurance meanwhile does not join', async () => {
  const policyholder = await linked(product, 'o-hebei-wang-jianguo')
  const relative = await linked(product, 'o-hebei-li-xiuying')
  const { token, invitationId } = await invite(policyholder, relative.person, 'spouse')
  product.insurer.setEnrolment(relative.person.idNumber, { enrolment: 'suspended' })
  expect(refusalIn(await acceptAs(relative, token)).code).toBe('enrolment-suspended')
  const { sent } = valueIn(await policyholder.ask('invitations', 'list', {}))
  expect(sent.find((each) => each.invitationId === invitationId)?.state).toBe('could-not-join')
  product.insurer.setEnrolment(relative.person.idNumber, { enrolment: 'active' })
  expect(valueIn(await relative.ask('invitations', 'accept', { token })).state).toBe('bound')
})
