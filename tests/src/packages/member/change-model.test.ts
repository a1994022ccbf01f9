import { day, instant } from '../../../../shared/values/day'
import { fen } from '../../../../shared/values/fen'
import { CHANGE, EXTEND } from '../../../../src/copy/change'
import {
  isInOrder,
  limitsAtFirst,
  limitsInput,
  problemsOf,
  usesToChoose,
} from '../../../../src/packages/member/change/model'
import { firstLaterDay, proposedIn, whyNot } from '../../../../src/packages/member/extend/model'
import { id } from '../../pages/invitations'

const binding = {
  bindingId: id('binding', 1),
  uses: ['hospital'],
  consentedUses: ['pharmacy', 'hospital', 'something-new'],
  monthlyLimitFen: fen(300_50),
}

describe('uses and limits', () => {
  const first = limitsAtFirst(binding)

  it('begin as they are, among what both letters name', () => {
    expect(first).toEqual({ uses: ['hospital'], monthlyYuan: '300.5', perSettlementYuan: '' })
    expect(usesToChoose(binding)).toEqual(['hospital', 'pharmacy'])
    expect(limitsInput(binding, first)).toBeNull()
  })

  it('send what was changed and nothing else; an emptied limit is none', () => {
    expect(limitsInput(binding, { ...first, uses: ['hospital', 'pharmacy'] })).toEqual({
      bindingId: binding.bindingId,
      uses: ['hospital', 'pharmacy'],
    })
    expect(limitsInput(binding, { ...first, monthlyYuan: '', perSettlementYuan: '50' })).toEqual({
      bindingId: binding.bindingId,
      monthlyLimitFen: null,
      perSettlementLimitFen: 50_00,
    })
  })

  it.each([
    [{ uses: [] }, { uses: CHANGE.usesMissing }],
    [{ monthlyYuan: '很多' }, { monthlyYuan: CHANGE.notAnAmount }],
    [{ perSettlementYuan: '0' }, { perSettlementYuan: CHANGE.notAnAmount }],
    [{ perSettlementYuan: '301' }, { perSettlementYuan: CHANGE.perSettlementAbove }],
  ])('%o is not in order', (changed, problem) => {
    const problems = problemsOf({ ...first, ...changed })
    expect(problems).toMatchObject(problem)
    expect(isInOrder(problems)).toBe(false)
    expect(isInOrder(problemsOf(first))).toBe(true)
  })
})

describe('a later end', () => {
  it('is a day, or none at all', () => {
    expect(proposedIn({ how: null, endDay: '' })).toEqual({ missing: EXTEND.missing })
    expect(proposedIn({ how: 'day', endDay: '' })).toEqual({ missing: EXTEND.dayMissing })
    expect(proposedIn({ how: 'day', endDay: '2026-01-01' })).toEqual({ endDay: '2026-01-01' })
    expect(proposedIn({ how: 'open', endDay: '2026-01-01' })).toEqual({ endDay: null })
  })

  it('is later than the end that holds now', () => {
    const now = instant('2025-11-05T01:00:00.000Z')
    expect(firstLaterDay({ lastDay: day('2025-12-31') }, now)).toBe('2026-01-01')
  })

  it('is not for what has no end or is ending', () => {
    const lastDay = day('2025-12-31')
    expect(whyNot({ state: 'active', side: 'relative', lastDay })).toBeNull()
    expect(whyNot({ state: 'active', side: 'relative' })).toBe(EXTEND.notNeeded)
    expect(whyNot({ state: 'ending', side: 'policyholder', lastDay })).toBe(EXTEND.notNow)
  })
})
