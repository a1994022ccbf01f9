import type { Product } from '../../local/product'
import { PARAMETER_NAMES } from '../../shared/rules/parameters'
import { linked, Phone, post, refusalIn, startStage, valueIn } from './stage'

let product: Product
beforeAll(async () => {
  product = await startStage()
})
afterAll(() => product.close())

/** Somebody without any account: no header says who she is. */
async function anyone(
  action: string,
  input: object,
): Promise<{ ok: boolean; value?: never; refusal?: never }> {
  const { status, body } = await post(`${product.url}/call/rules`, { action, input })
  expect(status).toBe(200)
  return body as { ok: boolean }
}

const stranger = () => new Phone(product, 'o-nobody-in-particular', { name: '', idNumber: '' } as never)

describe('the rules, open to anyone', () => {
  it('answer who has no account, and write nothing', async () => {
    expect(await anyone('regions', {})).toMatchObject({ ok: true })
    expect(await anyone('compare', { regionCodes: ['130000', '540000'] })).toMatchObject({ ok: true })
    const question = { regionCode: '130000', relation: 'parent', policyholder: { scheme: 'employee' } }
    expect(await anyone('may-invite', question)).toMatchObject({ ok: true, value: { allowed: true } })
  })

  it('stand side by side, in the order in which they were asked for', async () => {
    const compared = valueIn(await stranger().ask('rules', 'compare', { regionCodes: ['540000', '130000'] }))
    expect(compared.day).toBe('2025-11-05')
    expect(compared.regions.map(({ shortName }) => shortName)).toEqual(['西藏', '河北'])
    expect(compared.parameters.map(({ parameter }) => parameter)).toEqual(PARAMETER_NAMES)
    const cap = compared.parameters.find(({ parameter }) => parameter === 'member-cap')
    expect(cap).toMatchObject({ same: false, values: [{ value: null, level: 'none' }, { value: 8 }] })
  })

  it('are those of the day that is asked for', async () => {
    const question = {
      regionCode: '130000',
      relation: 'sibling',
      policyholder: { scheme: 'employee' },
      relative: { scheme: 'resident', area: 'same', age: 40 },
    } as const
    const now = valueIn(await stranger().ask('rules', 'may-invite', question))
    expect(now).toMatchObject({ allowed: true, day: '2025-11-05', open: [] })
    const then = valueIn(await stranger().ask('rules', 'may-invite', { ...question, day: '2023-06-01' }))
    expect(then).toMatchObject({
      allowed: false,
      reasons: [{ code: 'relation-not-covered', rule: { parameter: 'relation-scope' } }],
    })
    expect(then.terms).toBeUndefined()
  })

  it('tell every obstacle with sentence, value, source and what is next', async () => {
    const answer = valueIn(
      await stranger().ask('rules', 'may-invite', {
        regionCode: '130000',
        relation: 'parent',
        policyholder: { scheme: 'resident' },
        relative: { scheme: 'none', area: 'other-province' },
        already: { members: 8 },
      }),
    )
    expect(answer.reasons.map(({ code }) => code)).toEqual([
      'not-employee-scheme',
      'member-cap-reached',
      'not-enrolled',
      'outside-area',
    ])
    for (const { message, rule } of answer.reasons) {
      expect(message).toMatch(/请|可以|先/)
      expect(rule?.source).toMatch(/\S/)
    }
  })

  it.each([
    ['compare', { regionCodes: ['130000'] }],
    ['compare', { regionCodes: ['130000', '130000'] }],
    ['compare', { regionCodes: ['13', '540000'] }],
    ['may-invite', { regionCode: '130000', relation: 'cousin', policyholder: { scheme: 'employee' } }],
    ['may-invite', { regionCode: '130000', relation: 'parent' }],
    [
      'may-invite',
      {
        regionCode: '130000',
        relation: 'parent',
        policyholder: { scheme: 'employee' },
        relative: { age: 200 },
      },
    ],
  ])('refuse %s %j as invalid', async (action, input) => {
    expect(await anyone(action, input)).toMatchObject({ ok: false, refusal: { code: 'invalid-request' } })
  })

  it.each([
    ['explain', { regionCode: '999999' }],
    ['compare', { regionCodes: ['130000', '999999'] }],
    ['may-invite', { regionCode: '999999', relation: 'parent', policyholder: { scheme: 'employee' } }],
  ])('say of a region that is not held that it is unknown: %s', async (action, input) => {
    const answer = await anyone(action, input)
    expect(answer).toMatchObject({
      ok: false,
      refusal: { code: 'rule-unknown', facts: { regionCode: '999999' } },
    })
  })
})

describe('河南: the family first', () => {
  it('refuses an invitation before, and takes it after', async () => {
    const husband = await linked(product, 'o-henan-zhang-hongqi')
    const wife = new Phone(product, 'o-henan-du-juan').person
    const relative = { name: wife.name, idNumber: wife.idNumber, relation: 'spouse' } as const
    expect(valueIn(await husband.ask('identity', 'me', {})).family).toEqual({ established: false })
    for (const action of ['check', 'create'] as const) {
      const refusal = refusalIn(await husband.ask('invitations', action, { relative }))
      expect(refusal).toMatchObject({ code: 'family-not-established' })
      expect(refusal.rule).toMatchObject({ parameter: 'family-established-first', value: true })
    }
    const first = valueIn(await husband.ask('bindings', 'establish', {}))
    expect(first.regionCode).toBe('410000')
    expect(valueIn(await husband.ask('bindings', 'establish', {}))).toEqual(first)
    expect(valueIn(await husband.ask('identity', 'me', {})).family).toEqual({ established: true })
    expect(valueIn(await husband.ask('invitations', 'create', { relative })).state).toBe('draft')
  })

  it('is the first of two taps at the same moment, for both of them', async () => {
    const wife = await linked(product, 'o-henan-du-juan')
    const taps = await Promise.all([1, 2, 3].map(() => wife.ask('bindings', 'establish', {})))
    const times = taps.map((tap) => valueIn(tap).establishedAt)
    expect(new Set(times).size).toBe(1)
  })

  it('is no step of other regions, and none for who has no account to share', async () => {
    const hebei = await linked(product, 'o-hebei-wang-jianguo')
    expect(valueIn(await hebei.ask('identity', 'me', {})).family).toBeUndefined()
    expect(refusalIn(await hebei.ask('bindings', 'establish', {}))).toMatchObject({ code: 'not-allowed' })
    const mother = await linked(product, 'o-henan-niu-gaiying')
    expect(refusalIn(await mother.ask('bindings', 'establish', {})).code).toBe('not-employee-scheme')
  })
})
