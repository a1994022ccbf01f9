import { PEOPLE, personByOpenid, personNamed } from '../../local/people'
import type { Product } from '../../local/product'
import {
  acceptAs,
  formOf,
  invite,
  linked,
  Phone,
  refusalIn,
  relativeOf,
  sign,
  startStage,
  valueIn,
} from './stage'

let product: Product
beforeAll(async () => {
  product = await startStage()
})
afterAll(() => product.close())

describe.each([
  { region: 'Xizang', openid: 'o-xizang-zhaxi', regionCode: '540000', relation: 'spouse' as const },
  { region: 'Hebei', openid: 'o-hebei-chen-zhiqiang', regionCode: '130000', relation: 'spouse' as const },
])('a policyholder of $region invites her spouse', ({ openid, regionCode, relation }) => {
  it('binds them when both have signed, and both see the same', async () => {
    const policyholder = await linked(product, openid)
    const member = policyholder.person.family.find((each) => each.relation === relation)
    const spouse = PEOPLE.find((person) => person.idNumber === member?.idNumber)
    if (spouse?.openid == null) throw new Error('the demo has a spouse with a phone here')

    const check = valueIn(
      await policyholder.ask('invitations', 'check', { relative: formOf(spouse, relation) }),
    )
    expect(check.acceptance).toBe('by-relative')
    expect(check.rules.length).toBeGreaterThan(0)
    expect(check.rules.every((rule) => rule.source.length > 0)).toBe(true)

    const sent = await invite(policyholder, spouse, relation)
    expect(sent.token).toMatch(/^[\w-]{22}$/)
    expect(sent.scene.length).toBeLessThanOrEqual(32)
    expect(sent.path).toBe(`pages/join/index?token=${sent.token}`)

    const relative = await linked(product, spouse.openid)
    const opened = valueIn(await relative.ask('invitations', 'open', { token: sent.token }))
    expect(opened).toMatchObject({ role: 'relative', state: 'pending', regionCode, relation })
    expect(opened.obstacle).toBeUndefined()
    expect(opened.from.name).toMatch(/^.\*+$/)
    expect(opened.notice.text.length).toBeGreaterThan(100)

    expect(refusalIn(await relative.ask('invitations', 'accept', { token: sent.token })).code).toBe(
      'letter-not-signed',
    )
    const joined = valueIn(await acceptAs(relative, sent.token))
    expect(joined).toMatchObject({ state: 'bound', effectiveFrom: '2025-11-05' })

    const mine = valueIn(await policyholder.ask('bindings', 'list', {}))
    const hers = valueIn(await relative.ask('bindings', 'list', {}))
    expect(mine.asPolicyholder).toHaveLength(1)
    expect(hers.asRelative).toHaveLength(1)
    const { counterpart: _mine, ...seenByPolicyholder } = mine.asPolicyholder[0] ?? { counterpart: null }
    const { counterpart: _hers, ...seenByRelative } = hers.asRelative[0] ?? { counterpart: null }
    expect(seenByPolicyholder).toEqual(seenByRelative)

    const history = valueIn(await relative.ask('bindings', 'history', { bindingId: joined.bindingId }))
    expect(history.intact).toBe(true)
    expect(history.events.map((event) => event.kind)).toEqual(['bound'])

    const lists = valueIn(await policyholder.ask('invitations', 'list', {}))
    expect(lists.sent.map((each) => each.state)).toEqual(['accepted'])
  })
})

describe('those who cannot accept on a phone of their own', () => {
  it('binds a newborn in one sitting, the guardian signing on the spot', async () => {
    const father = await linked(product, 'o-xizang-zhaxi')
    const member = father.person.family.find((each) => each.relation === 'child')
    const child = PEOPLE.find((person) => person.idNumber === member?.idNumber)
    if (child === undefined) throw new Error('the demo has a newborn here')
    const created = valueIn(await father.ask('invitations', 'create', { relative: formOf(child, 'child') }))
    expect(created.acceptance).toBe('by-guardian')
    expect(created.letters.map((letter) => letter.signer).sort()).toEqual(['guardian', 'policyholder'])
    const early = await father.ask('invitations', 'accept-for-child', { invitationId: created.invitationId })
    expect(refusalIn(early).code).toBe('letter-not-signed')
    for (const { letterId } of created.letters) valueIn(await sign(father, letterId))
    const joined = valueIn(
      await father.ask('invitations', 'accept-for-child', { invitationId: created.invitationId }),
    )
    expect(joined.state).toBe('bound')
    const again = await father.ask('invitations', 'create', { relative: formOf(child, 'child') })
    expect(refusalIn(again).code).toBe('already-bound')
  })

  it('binds a mother without a phone in person, after her own verification', async () => {
    const son = await linked(product, 'o-xizang-zhaxi')
    const mother = PEOPLE.find(
      (person) =>
        person.openid === null &&
        son.person.family.some((each) => each.idNumber === person.idNumber && each.relation === 'parent'),
    )
    if (mother === undefined) throw new Error('the demo has a mother without a phone here')
    const created = valueIn(
      await son.ask('invitations', 'create', {
        relative: formOf(mother, 'parent'),
        acceptance: 'in-person',
      }),
    )
    const [own, hers] = ['policyholder', 'relative'].map((signer) =>
      created.letters.find((letter) => letter.signer === signer),
    )
    if (own === undefined || hers === undefined) throw new Error('both sign')
    valueIn(await sign(son, own.letterId))

    // The son cannot sign for her, with no token, with a token of his own, or with one that failed.
    expect(refusalIn(await sign(son, hers.letterId)).code).toBe('verification-failed')
    expect(refusalIn(await sign(son, hers.letterId, await son.verification())).code).toBe(
      'verification-failed',
    )
    const failed = await son.verification(mother.idNumber, 'fail')
    expect(refusalIn(await sign(son, hers.letterId, failed)).code).toBe('verification-failed')

    valueIn(await sign(son, hers.letterId, await son.verification(mother.idNumber)))
    const invitationId = created.invitationId
    const asHimself = await son.ask('invitations', 'accept-in-person', {
      invitationId,
      verificationToken: await son.verification(),
    })
    expect(refusalIn(asHimself).code).toBe('verification-failed')
    const joined = valueIn(
      await son.ask('invitations', 'accept-in-person', {
        invitationId,
        verificationToken: await son.verification(mother.idNumber),
      }),
    )
    expect(joined.state).toBe('bound')
  })

  it("asks a parent where the child is not the policyholder's own, and nobody else", async () => {
    const grandfather = await linked(product, 'o-xizang-suolang')
    const { person: child, relation } = relativeOf(
      grandfather.person,
      PEOPLE,
      personByOpenid('o-xizang-nima').name,
    )
    expect(relation).toBe('grandchild-via-daughter')
    const check = valueIn(
      await grandfather.ask('invitations', 'check', { relative: formOf(child, relation) }),
    )
    expect(check.acceptance).toBe('by-guardian')
    const { token, invitationId } = await invite(grandfather, child, relation)
    // The grandfather is no guardian, and the child cannot consent for herself.
    const alone = await grandfather.ask('invitations', 'accept-for-child', { invitationId })
    expect(refusalIn(alone).code).toBe('not-allowed')
    const girl = await linked(product, 'o-xizang-nima')
    expect(refusalIn(await girl.ask('invitations', 'open', { token })).code).toBe('not-found')
    const uncle = await linked(product, 'o-xizang-duoji')
    expect(refusalIn(await uncle.ask('invitations', 'open', { token })).code).toBe('not-found')

    const mother = await linked(product, 'o-xizang-renzeng')
    const received = valueIn(await mother.ask('invitations', 'list', {})).received
    expect(received).toMatchObject([
      { invitationId, state: 'pending', child: { name: expect.stringMatching(/\*/) } },
    ])
    const opened = valueIn(await mother.ask('invitations', 'open', { token }))
    expect(opened).toMatchObject({ role: 'guardian', state: 'pending' })
    const joined = valueIn(await acceptAs(mother, token))
    expect(joined.state).toBe('bound')
    const seen = valueIn(await mother.ask('bindings', 'get', { bindingId: joined.bindingId }))
    expect(seen).toMatchObject({ side: 'guardian', child: { name: expect.stringMatching(/\*/) } })
    expect(seen.letters.map((letter) => letter.purpose)).toEqual(['guardian'])
    expect(valueIn(await mother.ask('bindings', 'list', {})).asRelative).toHaveLength(1)
    expect(valueIn(await girl.ask('bindings', 'list', {})).asRelative).toHaveLength(1)
  })
})

describe('a forwarded invitation', () => {
  it('tells a third person nothing, and counts the tries against her', async () => {
    const policyholder = await linked(product, 'o-hebei-zhao-mingyuan')
    const { person, relation } = relativeOf(policyholder.person, PEOPLE, '钱淑珍')
    const { token } = await invite(policyholder, person, relation)
    const stranger = await linked(product, 'o-xizang-wangdui')
    const madeUp = 'AAAAAAAAAAAAAAAAAAAAAA'
    const forwarded = refusalIn(await stranger.ask('invitations', 'open', { token }))
    const invented = refusalIn(await stranger.ask('invitations', 'open', { token: madeUp }))
    expect(forwarded).toEqual(invented)
    expect(forwarded.code).toBe('not-found')
    for (const action of ['accept', 'decline'] as const) {
      expect(refusalIn(await stranger.ask('invitations', action, { token })).code).toBe('not-found')
    }
    for (let tries = 4; tries < 20; tries += 1) {
      expect(refusalIn(await stranger.ask('invitations', 'open', { token: madeUp })).code).toBe('not-found')
    }
    expect(refusalIn(await stranger.ask('invitations', 'open', { token })).code).toBe('too-many-attempts')

    const mother = await linked(product, 'o-hebei-qian-shuzhen')
    expect(valueIn(await acceptAs(mother, token)).state).toBe('bound')
  })
})

describe('what concerns the relative is refused to her alone', () => {
  it.each([
    ['o-hebei-zhao-mingyue', '赵明月', 'not-enrolled'],
    ['o-hebei-zhao-minghui', '赵明辉', 'enrolment-suspended'],
    ['o-hebei-zhao-mingxia', '赵明霞', 'outside-area'],
  ])(
    '%s learns why when she accepts; the inviter learns only that it could not be',
    async (openid, name, code) => {
      const policyholder = await linked(product, 'o-hebei-zhao-mingyuan')
      const { person, relation } = relativeOf(policyholder.person, PEOPLE, name)
      const check = await policyholder.ask('invitations', 'check', { relative: formOf(person, relation) })
      expect(check.ok).toBe(true)
      const { token, invitationId } = await invite(policyholder, person, relation)

      const relative = await linked(product, openid)
      const opened = valueIn(await relative.ask('invitations', 'open', { token }))
      expect(opened.obstacle?.code).toBe(code)
      const refusal = refusalIn(await acceptAs(relative, token))
      expect(refusal.code).toBe(code)
      expect(refusal.message.length).toBeGreaterThan(10)

      const { sent } = valueIn(await policyholder.ask('invitations', 'list', {}))
      const seen = sent.find((each) => each.invitationId === invitationId)
      expect(seen?.state).toBe('could-not-join')
      expect(JSON.stringify(seen)).not.toContain(code)
      const asInviter = valueIn(await policyholder.ask('invitations', 'open', { token }))
      expect(asInviter.obstacle).toBeUndefined()
    },
  )
})

describe('the answer of the invited', () => {
  it('declines with a reason that the inviter reads, and the invitation is closed for both', async () => {
    const policyholder = await linked(product, 'o-xizang-suolang')
    const member = policyholder.person.family.find((each) =>
      PEOPLE.some(
        (person) =>
          person.idNumber === each.idNumber && person.openid !== null && person.birthDay < '2005-01-01',
      ),
    )
    const relativePerson = PEOPLE.find((person) => person.idNumber === member?.idNumber)
    if (member === undefined || relativePerson?.openid == null)
      throw new Error('an adult relative with a phone')
    const { token, invitationId } = await invite(policyholder, relativePerson, member.relation)
    const relative = await linked(product, relativePerson.openid)
    valueIn(await relative.ask('invitations', 'decline', { token, reason: '我自己的够用' }))
    expect(refusalIn(await relative.ask('invitations', 'accept', { token })).code).toBe('invitation-closed')
    const { sent } = valueIn(await policyholder.ask('invitations', 'list', {}))
    expect(sent.find((each) => each.invitationId === invitationId)).toMatchObject({
      state: 'declined',
      declineReason: '我自己的够用',
    })
    expect(refusalIn(await policyholder.ask('invitations', 'send', { invitationId })).code).toBe(
      'invitation-closed',
    )
  })

  it('is refused to the policyholder herself', async () => {
    const policyholder = await linked(product, 'o-hebei-zhao-mingyuan')
    const { person, relation } = relativeOf(policyholder.person, PEOPLE, '赵永成')
    const { token } = await invite(policyholder, person, relation)
    expect(refusalIn(await policyholder.ask('invitations', 'accept', { token })).code).toBe('not-allowed')
    expect(refusalIn(await policyholder.ask('invitations', 'decline', { token })).code).toBe('not-allowed')
    const wrongName = { ...formOf(person, relation), name: '王永成' }
    const other = valueIn(await policyholder.ask('invitations', 'create', { relative: wrongName }))
    for (const { letterId, signer } of other.letters) {
      if (signer === 'policyholder') valueIn(await sign(policyholder, letterId))
    }
    const sent = valueIn(await policyholder.ask('invitations', 'send', { invitationId: other.invitationId }))
    const father = await linked(product, 'o-hebei-zhao-yongcheng')
    const opened = valueIn(await father.ask('invitations', 'open', { token: sent.token }))
    expect(opened.obstacle).toMatchObject({ code: 'name-mismatch' })
    // Under a name that is not hers nothing is sealed, so it stops at the letter and not only at the acceptance.
    expect(refusalIn(await sign(father, opened.letterId)).code).toBe('name-mismatch')
    expect(refusalIn(await father.ask('invitations', 'accept', { token: sent.token })).code).toBe(
      'name-mismatch',
    )
  })
})

it('asks nothing of one who is not linked but who she is', async () => {
  const phone = new Phone(product, 'o-hebei-ma-li')
  expect(refusalIn(await phone.ask('bindings', 'list', {})).code).toBe('not-linked')
  expect(refusalIn(await phone.ask('invitations', 'list', {})).code).toBe('not-linked')
  expect(valueIn(await phone.ask('identity', 'me', {})).linked).toBe(false)
  expect(personNamed(phone.person.name).openid).toBe('o-hebei-ma-li')
})
