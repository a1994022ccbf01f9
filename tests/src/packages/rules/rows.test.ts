import { explain, regions, regionWords } from '../../../../shared/rules'
import { day } from '../../../../shared/values/day'
import { regionAtFirst } from '../../../../src/packages/rules/at-first'
import { topicsFound } from '../../../../src/packages/rules/browse/model'
import { type Explained, inTopics, ruleRow, sureCounts } from '../../../../src/packages/rules/rows'

const on = day('2025-11-05')
const held = regions()
const hebei: Explained[] = explain('130000', on)

function rule(parameter: string): Explained {
  const found = hebei.find((one) => one.parameter === parameter)
  if (found === undefined) throw new Error(`${parameter} is explained`)
  return found
}

describe('the rules of a region', () => {
  it.each(held)('are in topics, each in one of them: $name', ({ regionCode }) => {
    const explained = explain(regionCode, on)
    const shown = inTopics(explained).flatMap(({ rules }) => rules.map(({ parameter }) => parameter))
    expect([...shown].sort()).toEqual(explained.map(({ parameter }) => parameter).sort())
  })

  it('name value, trust, days, source and the day of the last look', () => {
    const cap = rule('member-cap')
    const row = ruleRow(cap)
    expect(row.value).toBe('8 位')
    expect(row.sources.join('；')).toBe(`出处：${cap.source}`)
    expect(row.checked).toMatch(/^最近核对：2026年/)
    expect(row.days).not.toBeNull()
    expect(row.sure.text).not.toBe('')
  })

  it('say of what is unknown what happens then, and name neither source nor day', () => {
    const row = ruleRow({ ...rule('member-cap'), value: null, level: 'none', whenUnknown: 'unrestricted' })
    expect(row).toMatchObject({ sure: { text: '没有查到', tone: 'over' }, days: null, sources: [] })
    expect(row.value).toContain('不设限制')
  })

  it('say in which city alone a value holds, and what holds in the rest of the region', () => {
    const shownOf = (regionCode: string, parameter: string) => {
      const row = explain(regionCode, on).find((one) => one.parameter === parameter)
      if (row === undefined) throw new Error(`${parameter} is explained`)
      return ruleRow(row)
    }
    expect(shownOf('370000', 'member-cap')).toMatchObject({
      value: '济南市：7 位',
      elsewhere: '当地其他地方：没有公布，不设限制',
    })
    expect(shownOf('440000', 'policyholder-order')).toMatchObject({
      value: '深圳市：余额多的先扣',
      elsewhere: expect.stringMatching(/^当地其他地方：.*（.*我们.*）$/),
    })
    expect(shownOf('130000', 'member-cap').elsewhere).toBeNull()
    const found = topicsFound(explain('370000', on), '济南市').flatMap(({ rules }) => rules)
    expect(found.map(({ parameter }) => parameter)).toContain('member-cap')
  })

  it('say of our own reading that it is ours, and why', () => {
    const ours = hebei.find(({ level }) => level === 'product')
    if (ours === undefined) throw new Error('some things are our reading')
    const row = ruleRow(ours)
    expect(row.sure.text).toContain('我们')
    expect(row.sources.join('').replaceAll('；', '')).toBe(ours.source.replaceAll('；', ''))
    expect(row.days).toBeNull()
  })

  it('keep our reason in one piece, and what it leans on in lines of its own', () => {
    const standing = ruleRow({
      ...rule('member-cap'),
      level: 'product',
      source: '本产品的读法：没有明文；先恢复参保。参考：甲 http://a；乙 http://b',
    })
    expect(standing.sources).toEqual([
      '本产品的读法：没有明文；先恢复参保。',
      '参考：甲 http://a',
      '乙 http://b',
    ])
  })

  it.each([
    ['official', 'going-well'],
    ['press', 'going-well'],
    ['forum', 'waiting'],
    ['machine-written', 'attention'],
  ])('show %s as %s', (reliability, tone) => {
    expect(ruleRow({ ...rule('member-cap'), reliability }).sure.tone).toBe(tone)
  })

  it('are counted by how well they are known', () => {
    const { published, ours, unknown } = sureCounts(hebei)
    expect(published + ours + unknown).toBe(hebei.length)
    expect(Math.min(published, ours, unknown)).toBeGreaterThan(0)
  })
})

describe('the search', () => {
  it('for nothing finds everything', () => {
    expect(topicsFound(hebei, '  ').flatMap(({ rules }) => rules)).toHaveLength(hebei.length)
  })

  it.each([
    ['8 位', 'member-cap'],
    ['最多 家人', 'member-cap'],
    ['添加我的亲属', 'invite-label'],
  ])('for %s finds %s', (search, parameter) => {
    const found = topicsFound(hebei, search).flatMap(({ rules }) => rules.map((row) => row.parameter))
    expect(found).toContain(parameter)
    expect(found.length).toBeLessThan(hebei.length)
  })

  it('for what nobody says finds nothing', () => {
    expect(topicsFound(hebei, '火星')).toEqual([])
  })
})

describe('the region that is open at first', () => {
  const all = held.map(({ regionCode }) => regionWords(regionCode))

  it.each([
    ['540000', '130000', '130000', '540000'],
    [undefined, '130000', '540000', '130000'],
    [undefined, null, '540000', '540000'],
    ['000000', '000000', null, held[0]?.regionCode],
  ])('asked %s, in use %s, insured in %s: %s', (asked, inUse, enrolled, first) => {
    expect(regionAtFirst({ regions: all, inUse, enrolled }, asked)).toBe(first)
  })

  it('is none where none is held', () => {
    expect(regionAtFirst({ regions: [], inUse: null, enrolled: null })).toBeNull()
  })
})
