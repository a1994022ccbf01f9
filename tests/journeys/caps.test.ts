import { PEOPLE, personByOpenid } from '../../local/people'
import type { Product } from '../../local/product'
import { acceptAs, formOf, invite, linked, type Phone, refusalIn, sign, startStage, valueIn } from './stage'

const CAP_OF_HEBEI = 8

let product: Product
let policyholder: Phone
beforeAll(async () => {
  product = await startStage()
  policyholder = await linked(product, 'o-hebei-wang-jianguo')
})
afterAll(() => product.close())

function relatives() {
  return policyholder.person.family.flatMap(({ idNumber, relation }) => {
    const person = PEOPLE.find((each) => each.idNumber === idNumber)
    return person?.openid == null ? [] : [{ person, openid: person.openid, relation }]
  })
}

it('takes eight relatives in Hebei and refuses the ninth, also when two take the last place at once', async () => {
  const family = relatives()
  expect(family).toHaveLength(10)
  // Pending invitations do not count, so all ten can be asked.
  const invited = []
  for (const each of family) {
    const { token } = await invite(policyholder, each.person, each.relation)
    invited.push({ ...each, token, phone: await linked(product, each.openid) })
  }
  for (const { phone, token } of invited.slice(0, CAP_OF_HEBEI - 1)) {
    expect(valueIn(await acceptAs(phone, token)).state).toBe('bound')
  }
  const last = invited.slice(CAP_OF_HEBEI - 1)
  expect(last).toHaveLength(3)
  for (const { phone, token } of last) {
    const opened = valueIn(await phone.ask('invitations', 'open', { token }))
    valueIn(await sign(phone, opened.letterId))
  }
  const answers = await Promise.all(
    last.map(({ phone, token }) => phone.ask('invitations', 'accept', { token })),
  )
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  for (const answer of answers.filter((each) => !each.ok)) {
    const refusal = refusalIn(answer)
    expect(refusal.code).toBe('member-cap-reached')
    expect(refusal.facts).toMatchObject({ cap: CAP_OF_HEBEI, bound: CAP_OF_HEBEI })
    expect(refusal.rule).toMatchObject({ parameter: 'member-cap', value: CAP_OF_HEBEI })
    expect(refusal.rule?.source).toMatch(/\S/)
    expect(refusal.message).toContain(String(CAP_OF_HEBEI))
  }
  expect(valueIn(await policyholder.ask('bindings', 'list', {})).asPolicyholder).toHaveLength(CAP_OF_HEBEI)

  const [outside] = last.filter((_, index) => !answers[index]?.ok)
  if (outside === undefined) throw new Error('one of the three is outside')
  const ninth = { relative: formOf(outside.person, outside.relation) }
  for (const action of ['check', 'create'] as const) {
    const refusal = refusalIn(await policyholder.ask('invitations', action, ninth))
    expect(refusal).toMatchObject({ code: 'member-cap-reached', rule: { parameter: 'member-cap' } })
  }
})

it('binds one pair once, however often and from wherever it is accepted at the same moment', async () => {
  const father = await linked(product, 'o-hebei-chen-zhiqiang')
  const mother = await linked(product, 'o-hebei-liu-lihua')
  const first = await invite(father, mother.person, 'spouse')
  const second = await invite(father, mother.person, 'spouse')
  for (const { token } of [first, second]) {
    const opened = valueIn(await mother.ask('invitations', 'open', { token }))
    valueIn(await sign(mother, opened.letterId))
  }
  const answers = await Promise.all(
    [first, second, first, second].map(({ token }) => mother.ask('invitations', 'accept', { token })),
  )
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  expect(valueIn(await father.ask('bindings', 'list', {})).asPolicyholder).toHaveLength(1)

  // The other way round is a binding of its own: each may be the other's policyholder.
  const back = await invite(mother, father.person, 'spouse')
  expect(valueIn(await acceptAs(father, back.token)).state).toBe('bound')
  const both = valueIn(await father.ask('bindings', 'list', {}))
  expect([both.asPolicyholder.length, both.asRelative.length]).toEqual([1, 1])
})

it('lets in one father and one mother in 山西, by what the roster knows of those who are bound', async () => {
  const son = await linked(product, 'o-shanxi-guo-jinyang')
  const father = await linked(product, 'o-shanxi-guo-mancang')
  const { token } = await invite(son, father.person, 'parent')
  expect(valueIn(await acceptAs(father, token)).state).toBe('bound')

  const ask = (openid: string) =>
    son.ask('invitations', 'check', { relative: formOf(personByOpenid(openid), 'parent') })
  expect(refusalIn(await ask('o-hebei-wang-defu'))).toMatchObject({
    code: 'relation-cap-reached',
    facts: { sex: 'male', cap: 1, bound: 1 },
    rule: { parameter: 'relation-caps' },
  })
  expect(valueIn(await ask('o-shanxi-wu-lanying')).acceptance).toBe('by-relative')
})

it('binds a pair anew from the day after the last one, and names that day to whoever is too early', async () => {
  const husband = await linked(product, 'o-hebei-zhao-mingyuan')
  const wife = await linked(product, 'o-hebei-he-jing')
  const { token } = await invite(husband, wife.person, 'spouse', { endDay: '2025-11-05' })
  expect(valueIn(await acceptAs(wife, token)).state).toBe('bound')

  const relative = formOf(wife.person, 'spouse')
  const refusal = refusalIn(await husband.ask('invitations', 'create', { relative }))
  expect(refusal).toMatchObject({ code: 'rebind-too-early', facts: { from: '2025-11-06' } })
  expect(refusal.message).toContain('2025年11月6日')

  const again = await invite(husband, wife.person, 'spouse', { startDay: '2025-11-06' })
  expect(valueIn(await acceptAs(wife, again.token))).toMatchObject({ effectiveFrom: '2025-11-06' })
  const third = await husband.ask('invitations', 'create', { relative, startDay: '2025-11-06' })
  expect(refusalIn(third).code).toBe('already-bound')
})
