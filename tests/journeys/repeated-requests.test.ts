import { ulid } from 'ulid'
import { PEOPLE } from '../../local/people'
import type { Product } from '../../local/product'
import { acceptAs, formOf, invite, linked, Phone, refusalIn, sign, startStage, valueIn } from './stage'

let product: Product
beforeAll(async () => {
  product = await startStage()
})
afterAll(() => product.close())

function spouseOf(phone: Phone) {
  const member = phone.person.family.find((each) => each.relation === 'spouse')
  const spouse = PEOPLE.find((person) => person.idNumber === member?.idNumber)
  if (spouse?.openid == null) throw new Error('a spouse with a phone')
  return spouse
}

it('answers a repeated request with the same reply and changes nothing twice', async () => {
  const policyholder = await linked(product, 'o-xizang-zhaxi')
  const spouse = spouseOf(policyholder)
  const requestId = ulid()
  const input = { relative: formOf(spouse, 'spouse') }
  const replies = await Promise.all(
    Array.from({ length: 6 }, () => policyholder.ask('invitations', 'create', input, requestId)),
  )
  expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
  const created = valueIn(replies[0] ?? (await policyholder.ask('invitations', 'create', input, requestId)))
  expect(valueIn(await policyholder.ask('invitations', 'list', {})).sent).toHaveLength(1)

  const other = { relative: { ...input.relative, relation: 'sibling' as const } }
  expect(refusalIn(await policyholder.ask('invitations', 'create', other, requestId)).code).toBe(
    'request-reused',
  )

  const letter = created.letters.find((each) => each.signer === 'policyholder')
  if (letter === undefined) throw new Error('the policyholder signs')
  valueIn(await sign(policyholder, letter.letterId))
  const sendId = ulid()
  const { invitationId } = created
  const sent = await policyholder.ask('invitations', 'send', { invitationId }, sendId)
  expect(await policyholder.ask('invitations', 'send', { invitationId }, sendId)).toEqual(sent)

  const relative = await linked(product, spouse.openid as string)
  const { token } = valueIn(sent)
  const opened = valueIn(await relative.ask('invitations', 'open', { token }))
  valueIn(await sign(relative, opened.letterId))
  const acceptId = ulid()
  const accepted = await relative.ask('invitations', 'accept', { token }, acceptId)
  expect(valueIn(accepted).state).toBe('bound')
  expect(await relative.ask('invitations', 'accept', { token }, acceptId)).toEqual(accepted)
  expect(refusalIn(await relative.ask('invitations', 'accept', { token })).code).toBe('invitation-closed')

  // The same id of another caller, or of another action, is another request.
  const strangersList = await policyholder.ask('invitations', 'revoke', { invitationId }, acceptId)
  expect(refusalIn(strangersList).code).toBe('invitation-closed')
})

it('uses up a verification once, and repeats the answer of a request whose answer was lost', async () => {
  const phone = new Phone(product, 'o-hebei-ma-li')
  const { name, idNumber, idType } = phone.person
  const verificationToken = await phone.verification()
  const requestId = ulid()
  const input = { name, idNumber, idType, verificationToken }
  const first = valueIn(await phone.ask('identity', 'link', input, requestId))
  expect(valueIn(await phone.ask('identity', 'link', input, requestId))).toEqual(first)
  expect(refusalIn(await phone.ask('identity', 'link', input)).code).toBe('verification-failed')
})

describe('the life of an invitation', () => {
  it('dies after 72 hours for both, and lives again when it is sent anew', async () => {
    const policyholder = await linked(product, 'o-hebei-chen-zhiqiang')
    const relative = await linked(product, 'o-hebei-liu-lihua')
    const { token, invitationId, expiresAt } = await invite(policyholder, relative.person, 'spouse')
    const opened = valueIn(await relative.ask('invitations', 'open', { token }))
    valueIn(await sign(relative, opened.letterId))

    product.clock.set(Date.parse(expiresAt))
    expect(refusalIn(await relative.ask('invitations', 'accept', { token })).code).toBe('invitation-expired')
    expect(valueIn(await relative.ask('invitations', 'open', { token })).state).toBe('expired')
    await product.cloudbase.runDueTimers()
    const { sent } = valueIn(await policyholder.ask('invitations', 'list', {}))
    expect(sent.find((each) => each.invitationId === invitationId)?.state).toBe('expired')
    expect(refusalIn(await policyholder.ask('invitations', 'send', { invitationId })).code).toBe(
      'invitation-expired',
    )
    const stranger = await linked(product, 'o-xizang-wangdui')
    expect(refusalIn(await stranger.ask('invitations', 'open', { token })).code).toBe('not-found')

    const anew = valueIn(await policyholder.ask('invitations', 'resend', { invitationId }))
    expect(anew.token).not.toBe(token)
    expect(refusalIn(await relative.ask('invitations', 'open', { token })).code).toBe('not-found')
    expect(valueIn(await relative.ask('invitations', 'accept', { token: anew.token })).state).toBe('bound')
  })

  it('is over when the policyholder takes it back', async () => {
    const policyholder = await linked(product, 'o-hebei-sun-wei')
    const relative = await linked(product, 'o-hebei-ma-li')
    const { token, invitationId } = await invite(policyholder, relative.person, 'spouse')
    valueIn(await policyholder.ask('invitations', 'revoke', { invitationId }))
    expect(refusalIn(await acceptAsOrRefusal(relative, token)).code).toBe('invitation-closed')
    for (const action of ['revoke', 'resend', 'send'] as const) {
      expect(refusalIn(await policyholder.ask('invitations', action, { invitationId })).code).toBe(
        'invitation-closed',
      )
    }
    const stranger = await linked(product, 'o-xizang-deji')
    for (const action of ['revoke', 'resend', 'send'] as const) {
      expect(refusalIn(await stranger.ask('invitations', action, { invitationId })).code).toBe('not-found')
    }
  })
})

async function acceptAsOrRefusal(relative: Phone, token: string) {
  return relative.ask('invitations', 'accept', { token })
}

describe('the link between a person and a phone', () => {
  it('moves with a fresh verification: the old phone is told and its open tokens are dead', async () => {
    const old = await linked(product, 'o-xizang-suolang')
    const spouse = spouseOf(old)
    const { token, invitationId } = await invite(old, spouse, 'spouse')
    const password = { password: '739154', verificationToken: await old.verification() }
    valueIn(await old.ask('identity', 'set-payment-password', password))
    expect(valueIn(await old.ask('identity', 'me', {})).settings.hasPaymentPassword).toBe(true)

    const fresh = new Phone(product, 'o-a-new-phone', old.person)
    const { name, idNumber, idType } = old.person
    const verificationToken = await fresh.verification()
    const moved = valueIn(await fresh.ask('identity', 'link', { name, idNumber, idType, verificationToken }))
    expect(moved.moved).toBe(true)

    expect(refusalIn(await old.ask('bindings', 'list', {})).code).toBe('not-linked')
    expect(valueIn(await old.ask('identity', 'me', {}))).toMatchObject({
      linked: false,
      notices: [{ kind: 'link-moved-away' }],
    })
    expect(valueIn(await fresh.ask('identity', 'me', {})).settings.hasPaymentPassword).toBe(false)
    const relative = await linked(product, spouse.openid as string)
    expect(refusalIn(await relative.ask('invitations', 'open', { token })).code).toBe('not-found')

    // Her own invitations stay hers: sent again from the new phone they open.
    const sent = valueIn(await fresh.ask('invitations', 'send', { invitationId }))
    expect(valueIn(await acceptAs(relative, sent.token)).state).toBe('bound')
  })

  it('counts failed verifications and takes no wrong name', async () => {
    const phone = new Phone(product, 'o-hebei-zhao-mingyuan')
    const { name, idNumber, idType } = phone.person
    const attempt = async (more: object, outcome: 'pass' | 'fail' = 'pass') =>
      phone.ask('identity', 'link', {
        name,
        idNumber,
        idType,
        ...more,
        verificationToken: await phone.verification(idNumber, outcome),
      })
    expect(refusalIn(await attempt({ name: '赵明' })).code).toBe('name-mismatch')
    expect(refusalIn(await attempt({ idNumber: `${idNumber.slice(0, 17)}A` })).code).toBe('id-number-invalid')
    for (let tries = 1; tries < 10; tries += 1) {
      expect(refusalIn(await attempt({}, 'fail')).code).toBe('verification-failed')
    }
    expect(refusalIn(await attempt({})).code).toBe('too-many-attempts')
    product.clock.set(product.clock.now() + 24 * 60 * 60 * 1000)
    expect(valueIn(await attempt({})).moved).toBe(false)
  })
})
