import { mayInvite, mayJoin } from '../../../shared/rules'
import { REGIONS } from '../../../shared/rules/parameters'
import { ruleOf } from '../../../shared/rules/rule'
import { instant } from '../../../shared/values/day'
import { employeeIn, TODAY } from '../synthetic-people'
import { answerOf, joinFacts, REGION, type RegionName, settle, shared } from './asking'

// A page that speaks of one city says nothing of the others of its province.
const enrolledIn = (region: RegionName, poolingAreaCode: string) => {
  const { policyholder } = joinFacts(region, 'spouse')
  return { ...policyholder, ...employeeIn(REGION[region], { poolingAreaCode }) }
}
const siblings = (count: number) => Array.from({ length: count }, () => ({ relation: 'sibling' as const }))

describe('a cap that is known of one city', () => {
  it.each<[RegionName, string, string, number, string]>([
    // 「济南:同时绑定7名近亲属」 (2024-05-28)
    ['山东', '济南', '370100', 7, 'member-cap-reached'],
    ['山东', '烟台', '370600', 7, 'allowed'],
    // 「大庆:5名」 (2023)
    ['黑龙江', '大庆', '230600', 5, 'member-cap-reached'],
    ['黑龙江', '哈尔滨', '230100', 5, 'allowed'],
  ])('%s, %s (%s) with %i bound: %s', (region, _, area, count, expected) => {
    const facts = joinFacts(region, 'child')
    const policyholder = enrolledIn(region, area)
    expect(answerOf(mayInvite({ ...facts, policyholder, bound: siblings(count) }))).toBe(expected)
  })

  it.each<[RegionName, string, string, string]>([
    // 「厦门:参保人仅可存在一个家庭账户」
    ['福建', '厦门', '350200', 'policyholder-cap-reached'],
    ['福建', '福州', '350100', 'allowed'],
  ])('%s, %s (%s): a second policyholder: %s', (region, _, area, expected) => {
    const policyholder = enrolledIn(region, area)
    const facts = { ...joinFacts(region, 'spouse'), policyholder, policyholdersOfRelative: 1 }
    expect(answerOf(mayJoin(facts))).toBe(expected)
  })

  it('is told elsewhere as that city’s, and leaves the places open', () => {
    const answer = mayInvite({ ...joinFacts('山东', 'child'), policyholder: enrolledIn('山东', '370600') })
    if (!answer.ok) throw new Error('refused')
    expect(answer.value.placesLeft).toBeNull()
    expect(answer.value.remarks.join()).toMatch(/济南市.*别的城市没有查到/)
    expect(answer.value.remarks.join()).not.toMatch(/机器生成/)
  })

  it('is not told of where a machine wrote it as if it were a city’s', () => {
    const answer = mayInvite({ ...joinFacts('山东', 'child'), policyholder: enrolledIn('山东', '370100') })
    if (!answer.ok) throw new Error('refused')
    expect(answer.value.placesLeft).toBe(7)
    expect(answer.value.remarks.join()).not.toMatch(/别的城市/)
  })
})

describe('whose account goes first where the order is known of one city', () => {
  it.each([
    // 「深圳:多授权人按余额由多到少」 (2023-10); elsewhere our reading: by the time of binding.
    ['深圳', '440300', 'rich-and-late'],
    ['广州', '440100', 'poor-and-early'],
    ['nobody says where', null, 'poor-and-early'],
  ])('%s (%s): %s', (_, poolingAreaCode, first) => {
    const lines = settle('广东', 100, {
      area: poolingAreaCode,
      shared: [
        shared('广东', 'poor-and-early', 500),
        shared('广东', 'rich-and-late', 900, { boundAt: instant('2025-02-01T00:00:00Z') }),
      ],
    })
    expect(lines).toEqual([`${first} 100`])
  })
})

it('no value whose note speaks of one city alone is held as if it were the province’s', () => {
  const spoken = REGIONS.flatMap((region) =>
    Object.entries(region.parameters).flatMap(([name, entries]) =>
      entries
        .filter(({ note }) => /这是\p{Script=Han}{2}的[，。：]/u.test(note ?? ''))
        .map((entry) => ({ region, name, entry })),
    ),
  )
  expect(spoken.length).toBeGreaterThanOrEqual(5)
  for (const { region, name, entry } of spoken) {
    expect([region.shortName, name, entry.city?.name]).toEqual([
      region.shortName,
      name,
      expect.stringContaining(/这是(\p{Script=Han}{2})的/u.exec(entry.note ?? '')?.[1] ?? '?'),
    ])
    expect(ruleOf(region, name as 'member-cap', TODAY)?.mayBlock ?? false).toBe(false)
  }
})
