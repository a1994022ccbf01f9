import { decideMayInvite, type InviteQuestion } from '../../../cloudfunctions/rules/decide-may-invite'
import { refusalSentence } from '../../../shared/copy'
import { regions } from '../../../shared/rules'
import { day } from '../../../shared/values/day'
import { RELATIONS } from '../../../shared/values/relation'

const HEBEI: InviteQuestion = {
  regionCode: '130000',
  day: day('2025-11-05'),
  relation: 'parent',
  policyholder: { scheme: 'employee', enrolment: 'active' },
  relative: { scheme: 'resident', enrolment: 'active', area: 'other-area', age: 70 },
  already: { members: 2, ofRelation: 1, policyholders: 0 },
}

const codesOf = (question: InviteQuestion) => decideMayInvite(question).reasons.map(({ code }) => code)

describe('能不能加她, asked without a name', () => {
  it('is a yes with the terms, each rule with value and source, and nothing open', () => {
    const answer = decideMayInvite(HEBEI)
    expect(answer).toMatchObject({
      allowed: true,
      reasons: [],
      open: [],
      terms: { acceptance: 'by-relative', placesLeft: 6, effectiveFrom: '2025-11-05' },
    })
    expect(answer.rules.map(({ parameter }) => parameter)).toEqual(
      expect.arrayContaining(['policyholder-scheme', 'relation-scope', 'member-cap', 'pooling-scope']),
    )
    for (const rule of answer.rules) expect(rule.source).not.toBe('')
  })

  it.each<[string, Partial<InviteQuestion>, string[]]>([
    [
      '居民医保的人没有个人账户',
      { policyholder: { scheme: 'resident', enrolment: 'active' } },
      ['not-employee-scheme'],
    ],
    ['没有参保', { policyholder: { scheme: 'none', enrolment: 'active' } }, ['not-enrolled']],
    ['停保', { policyholder: { scheme: 'employee', enrolment: 'suspended' } }, ['enrolment-suspended']],
    ['家人没有参保', { relative: { scheme: 'none', enrolment: 'active', area: 'same' } }, ['not-enrolled']],
    [
      '家人停保',
      { relative: { scheme: 'resident', enrolment: 'suspended', area: 'same' } },
      ['enrolment-suspended'],
    ],
    [
      '家人在外省',
      { relative: { scheme: 'resident', enrolment: 'active', area: 'other-province' } },
      ['outside-area'],
    ],
    ['八位已满', { already: { members: 8 } }, ['member-cap-reached']],
    ['爱人的父母', { relation: 'parent-in-law' }, ['relation-not-covered']],
    ['朋友', { relation: 'other' }, ['relation-not-covered']],
    [
      '什么都不合，一次说全',
      {
        policyholder: { scheme: 'resident', enrolment: 'active' },
        relative: { scheme: 'none', enrolment: 'active', area: 'other-province' },
        already: { members: 8 },
      },
      ['not-employee-scheme', 'member-cap-reached', 'not-enrolled', 'outside-area'],
    ],
    [
      '两边都停保，各说一次',
      {
        policyholder: { scheme: 'employee', enrolment: 'suspended' },
        relative: { scheme: 'employee', enrolment: 'suspended', area: 'same' },
      },
      ['enrolment-suspended', 'enrolment-suspended'],
    ],
  ])('%s', (_name, changed, codes) => {
    const answer = decideMayInvite({ ...HEBEI, ...changed })
    expect(answer.reasons.map(({ code }) => code)).toEqual(codes)
    expect(answer.allowed).toBe(false)
    expect(answer.terms).toBeUndefined()
    for (const reason of answer.reasons) expect(refusalSentence(reason)).toMatch(/^\p{Script=Han}.*。$/u)
  })

  it('speaks of what was said, not of a register in which nobody has looked', () => {
    const nobody = { ...HEBEI, policyholder: { scheme: 'none', enrolment: 'active' } } as const
    const alone = { ...nobody, relative: { scheme: 'none', enrolment: 'active', area: 'same' } } as const
    for (const reason of decideMayInvite(alone).reasons) {
      expect(refusalSentence(reason)).not.toContain('没有查到')
    }
  })

  it('names no province that nobody has named', () => {
    const [reason] = decideMayInvite({
      ...HEBEI,
      relative: { enrolment: 'active', area: 'other-province' },
    }).reasons
    if (reason === undefined) throw new Error('another province is in the way')
    expect(refusalSentence(reason)).toContain('不在同一个省份参保')
    expect(refusalSentence(reason)).toContain('医保钱包')
  })

  it("sends a spouse's parents to the spouse", () => {
    const [reason] = decideMayInvite({ ...HEBEI, relation: 'parent-in-law' }).reasons
    if (reason === undefined) throw new Error('in-laws are no near relatives')
    expect(refusalSentence(reason)).toContain('由爱人来添加')
    expect(reason.rule).toMatchObject({ parameter: 'relation-scope', value: RELATIONS })
  })

  it('takes at its best what was not said, and asks for it', () => {
    const answer = decideMayInvite({
      ...HEBEI,
      relation: 'child',
      relative: { enrolment: 'active' },
      already: {},
    })
    expect(answer.allowed).toBe(true)
    expect(answer.open.map(({ about }) => about)).toEqual(
      expect.arrayContaining(['insurance', 'area', 'age']),
    )
    expect(answer.terms?.placesLeft).toBeNull()
    for (const { message } of answer.open) expect(message).not.toMatch(/undefined|null|\[/)
  })

  it('says that a guardian signs for a child', () => {
    const young = { ...HEBEI, relation: 'child' as const, relative: { ...HEBEI.relative, age: 7 } }
    expect(decideMayInvite(young).terms?.acceptance).toBe('by-guardian')
    expect(decideMayInvite({ ...young, relative: { ...young.relative, age: 16 } }).terms?.acceptance).toBe(
      'by-relative',
    )
  })

  it('asks the rules of the day: three relations in the past, eight now', () => {
    const sibling = { ...HEBEI, relation: 'sibling' as const }
    expect(codesOf({ ...sibling, day: day('2023-06-01') })).toEqual(['relation-not-covered'])
    expect(codesOf(sibling)).toEqual([])
  })

  it.each(regions())('answers for every relation in $name', ({ regionCode }) => {
    for (const relation of RELATIONS) {
      const answer = decideMayInvite({ ...HEBEI, regionCode, relation, already: {} })
      expect(answer.allowed).toBe(answer.reasons.length === 0)
      expect(answer.rules.length).toBeGreaterThan(0)
    }
  })

  it('does not answer for a region that is not held', () => {
    expect(() => decideMayInvite({ ...HEBEI, regionCode: '000000' })).toThrow('held')
  })
})
