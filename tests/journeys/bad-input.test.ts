import { ulid } from 'ulid'
import { INSTITUTIONS, PEOPLE } from '../../local/people'
import type { Product } from '../../local/product'
import { FUNCTIONS, type FunctionName } from '../../shared/contract/functions'
import { HANDWRITTEN, invite, linked, type Phone, post, startStage, valueIn } from './stage'

let product: Product
let phone: Phone
let theirs: { invitationId: string; letterId: string; bindingId: string; token: string }

beforeAll(async () => {
  product = await startStage()
  phone = await linked(product, 'o-xizang-wangdui')
  const other = await linked(product, 'o-hebei-chen-zhiqiang')
  const spouse = PEOPLE.find((person) => person.openid === 'o-hebei-liu-lihua')
  if (spouse === undefined) throw new Error('a spouse with a phone')
  const { invitationId, letters, token } = await invite(other, spouse, 'spouse')
  theirs = { invitationId, letterId: letters[0]?.letterId ?? '', bindingId: ulid(), token }
})
afterAll(() => product.close())

const ACTIONS = (Object.keys(FUNCTIONS) as FunctionName[]).flatMap((functionName) =>
  Object.keys(FUNCTIONS[functionName].actions).map((action) => ({ functionName, action })),
)
const NEEDS_NO_INPUT = new Set([
  'identity.me',
  'identity.upload-folder',
  'identity.notices',
  'identity.update-settings',
  'invitations.list',
  'bindings.list',
  'premiums.payable',
  'premiums.records',
  'records.inbox',
  'records.timeline',
  'records.who-saw',
  'records.check',
  'records.export',
  'records.prepare-withdraw',
  'rules.regions',
  'family-codes.my-code',
  'settlements.records',
  'settlements.summary',
  'consent-letters.list',
  'consent-letters.seal-keys',
])

/** A text that stands nowhere but in these requests: it must come back in no reply. */
const CANARY = '130099197001019999'

const NONSENSE: unknown[] = [
  null,
  7,
  'text',
  [],
  true,
  { token: 7 },
  { letterId: 'x', sm3: 'x', signature: { kind: 'handwritten' } },
  { relative: null },
  { relative: { name: '', idNumber: CANARY, relation: 'cousin' } },
  { invitationId: { $ne: null } },
  { token: { $gt: '' } },
  { bindingId: ['x'] },
  { name: CANARY, idNumber: {}, verificationToken: CANARY },
  { regionCode: '__proto__' },
  { password: '12345', verificationToken: '' },
  { elderMode: 'yes' },
  { token: 'x'.repeat(10_000) },
  { letterId: `${ulid()}'; --` },
  { letterId: ulid(), code: { $ne: '' } },
  { code: '\uD800AAAA' },
  { code: 'A'.repeat(65) },
]

it.each(ACTIONS)('$functionName.$action refuses nonsense and says nothing of the inside', async (target) => {
  const { functionName, action } = target
  for (const input of NONSENSE) {
    const { status, text, body } = await phone.event(functionName, { action, requestId: ulid(), input })
    expect(status).toBe(200)
    expect(text).not.toContain(CANARY)
    expect(text).not.toMatch(/\bat .*\.(js|ts):\d|node_modules|Error:/)
    const reply = body as { ok: boolean; refusal?: { code: string; message: string } }
    if (reply.ok) expect(NEEDS_NO_INPUT.has(`${functionName}.${action}`)).toBe(true)
    else expect(reply.refusal?.message).toMatch(/\p{Script=Han}/u)
  }
})

it.each(
  ACTIONS.filter(({ functionName, action }) => {
    const actions = FUNCTIONS[functionName].actions as Record<string, { kind: string }>
    return actions[action]?.kind === 'write'
  }),
)('$functionName.$action needs a requestId that is a ULID', async ({ functionName, action }) => {
  for (const requestId of [undefined, null, 7, '', 'x', {}, ulid().toLowerCase()]) {
    const event = {
      action,
      requestId,
      input: {
        ...theirs,
        name: 'x',
        idNumber: 'x',
        verificationToken: 'x',
        regionCode: '540000',
        password: '739154',
        sm3: '0'.repeat(64),
        signature: HANDWRITTEN,
        relative: { name: 'x', idNumber: 'x', relation: 'child' },
        bindingIds: [theirs.bindingId],
        noticeIds: [ulid()],
        reason: 'other',
        reviewId: ulid(),
        opinion: 'x',
        round: 1,
        quoteId: ulid(),
        paymentId: ulid(),
        lineId: `${ulid()}-1`,
        endDay: '2026-12-31',
        agree: true,
        limitFen: 1,
        identification: { by: 'document' },
        differenceId: 'account:x',
        how: 'explained',
        insuranceCode: '0'.repeat(20),
        institutionId: INSTITUTIONS[0]?.institutionId,
        amountFen: 1,
        kind: 'outpatient',
        settlementId: ulid(),
      },
    }
    const { body } = await post(`${product.url}/call/${functionName}`, event, callerOf(functionName, action))
    expect(body).toMatchObject({
      ok: false,
      refusal: { code: 'invalid-request', facts: { issues: [{ path: 'requestId' }] } },
    })
  }
})

/** Who may ask at all, as the local gateway is told. */
function callerOf(functionName: FunctionName, action: string): Record<string, string> {
  const actions = FUNCTIONS[functionName].actions as Record<string, { access: string }>
  switch (actions[action]?.access) {
    case 'staff':
      return { 'x-staff': 'reviewer-lin' }
    case 'institution':
      return { 'x-institution': INSTITUTIONS[0]?.institutionId ?? '' }
    default:
      return { 'x-openid': phone.openid }
  }
}

it('gives the same answer for what is somebody else’s and for what is not there', async () => {
  const made = { invitationId: ulid(), letterId: ulid(), bindingId: ulid() }
  const calls: [FunctionName, string, (ids: typeof made) => object][] = [
    ['invitations', 'send', ({ invitationId }) => ({ invitationId })],
    ['invitations', 'revoke', ({ invitationId }) => ({ invitationId })],
    ['invitations', 'resend', ({ invitationId }) => ({ invitationId })],
    ['invitations', 'accept-for-child', ({ invitationId }) => ({ invitationId })],
    ['invitations', 'accept-in-person', ({ invitationId }) => ({ invitationId, verificationToken: 'x' })],
    ['consent-letters', 'get', ({ letterId }) => ({ letterId })],
    [
      'consent-letters',
      'sign',
      ({ letterId }) => ({ letterId, sm3: '0'.repeat(64), signature: { kind: 'tick' } }),
    ],
    ['consent-letters', 'pdf', ({ letterId }) => ({ letterId })],
    ['consent-letters', 'export', ({ letterId }) => ({ letterId })],
    ['consent-letters', 'verify', ({ letterId }) => ({ letterId, code: 'AAAAAAAAAAAAAAAA' })],
    ['bindings', 'get', ({ bindingId }) => ({ bindingId })],
    ['bindings', 'history', ({ bindingId }) => ({ bindingId })],
  ]
  for (const [functionName, action, inputOf] of calls) {
    const ask = async (ids: typeof made) =>
      (await phone.event(functionName, { action, requestId: ulid(), input: inputOf(ids) })).body
    const notThere = await ask(made)
    expect(notThere).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
    expect(await ask({ ...made, ...theirs })).toEqual(notThere)
  }
})

it('refuses events that are no events, actions that are none, and bodies beyond measure', async () => {
  for (const event of ['not json', '[]', 'null', '7', '{"action":7}', '{}', { action: 'constructor' }]) {
    const { status, body } = await phone.event('invitations', event)
    expect(status).toBe(200)
    expect(body).toMatchObject({ ok: false, refusal: { code: 'invalid-request' } })
  }
  const { status, body } = await phone.event('invitations', {
    action: 'list',
    input: 'x'.repeat(10 * 1024 * 1024),
  })
  expect(status).toBe(200)
  expect(body).toMatchObject({ ok: false, refusal: { code: 'invalid-request' } })
})

it('takes the caller from the platform and from nowhere else', async () => {
  const claims = {
    openid: 'o-hebei-chen-zhiqiang',
    WX_OPENID: 'o-hebei-chen-zhiqiang',
    userInfo: { openId: 'x' },
  }
  const event = { action: 'list', input: { ...claims, personId: 'x' }, ...claims }
  const own = await phone.event('invitations', { action: 'list', input: {} })
  expect((await phone.event('invitations', event)).body).toEqual(own.body)
  const anonymous = await post(`${product.url}/call/invitations`, event)
  expect(anonymous.body).toMatchObject({ ok: false, refusal: { code: 'not-linked' } })
})

it('lets nobody but the platform’s timers call the clock', async () => {
  const events = Object.keys(FUNCTIONS.clock.actions).flatMap((action) => [
    { action, input: {} },
    { Type: 'Timer', TriggerName: action },
  ])
  const callers: Record<string, string>[] = [
    { 'x-openid': 'o-xizang-wangdui' },
    { 'x-staff': 'reviewer-lin' },
    { 'x-institution': 'H13009901301' },
    {},
  ]
  for (const headers of callers) {
    for (const one of events) {
      const { body } = await post(`${product.url}/call/clock`, one, headers)
      expect(body).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } })
    }
  }
})

it('has changed nothing by all of this', async () => {
  expect(valueIn(await phone.ask('invitations', 'list', {}))).toEqual({ sent: [], received: [] })
  expect(valueIn(await phone.ask('bindings', 'list', {}))).toEqual({ asPolicyholder: [], asRelative: [] })
})
