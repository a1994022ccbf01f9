import { explain, isRegionHeld, letterWords, regions, regionWords } from '../../../shared/rules'
import { day } from '../../../shared/values/day'
import { TODAY } from '../synthetic-people'

const rowOf = (regionCode: string, parameter: string, on = TODAY) => {
  const row = explain(regionCode, on).find((one) => one.parameter === parameter)
  if (row === undefined) throw new Error(`no row for ${parameter}`)
  return row
}

describe('the list of rules', () => {
  it.each([
    ['130000', 'member-cap', 8, 'region'],
    ['540000', 'member-cap', null, 'none'],
    ['540000', 'invite-label', '邀请成员加入', 'region'],
    ['130000', 'invite-label', '添加我的亲属', 'region'],
    ['540000', 'entry-path', ['我要办', '个人账号家庭共享', '邀请成员加入'], 'region'],
    ['130000', 'entry-path', ['业务办理', '个人账户共济', '添加我的亲属'], 'region'],
    ['540000', 'first-timers-form', true, 'region'],
    ['130000', 'first-timers-form', false, 'product'],
    ['130000', 'wallet-hours', { from: '06:00', to: '22:00' }, 'national'],
    ['540000', 'wallet-amount-fen', 200_000, 'national'],
    ['540000', 'wallet-count', 3, 'national'],
    ['540000', 'wallet-floor-fen', 300_000, 'region'],
    ['130000', 'wallet-floor-fen', null, 'none'],
    ['540000', 'guardian-age', 16, 'product'],
    ['540000', 'sensitive-data-child-age', 14, 'national'],
    ['130000', 'relative-confirms', true, 'product'],
    ['540000', 'relation-caps', { spouse: 1 }, 'product'],
    ['130000', 'relation-caps', { spouse: 1 }, 'product'],
    ['540000', 'relative-insured', true, 'national'],
    ['540000', 'relative-standing', 'active', 'product'],
    ['130000', 'relative-standing', 'active', 'region'],
    ['540000', 'unbind-effective', 'next-day', 'product'],
    ['130000', 'rebind', 'next-day', 'product'],
    ['540000', 'wallet-coverage', { whole: true }, 'region'],
    ['130000', 'wallet-coverage', { whole: true }, 'region'],
    ['610000', 'wallet-amount-fen', 200_000, 'region'],
    ['610000', 'wallet-count', 3, 'region'],
    ['540000', 'premium-floor-fen', { premiumYear: 2026, amountFen: 400_00 }, 'national'],
  ])('%s %s is %j (%s)', (regionCode, parameter, value, level) => {
    expect(rowOf(regionCode, parameter)).toMatchObject({ value, level })
  })

  it.each([
    ['540000', '2025-11-05', 2026, [400_00, 240_00]],
    ['540000', '2024-10-01', 2025, [400_00, 220_00]],
    ['540000', '2023-11-01', 2024, [380_00, 200_00]],
    ['130000', '2025-11-05', 2026, [400_00]],
    ['130000', '2024-11-05', 2025, [400_00]],
  ])('the premium in %s on %s is that of %i', (regionCode, on, premiumYear, amounts) => {
    expect(rowOf(regionCode, 'premium-fen', day(on)).value).toMatchObject({
      premiumYear,
      tiers: amounts.map((amountFen) => ({ amountFen })),
    })
  })

  it.each([
    ['540000', { from: '2025-11-01', until: '2026-01-31' }],
    ['130000', { from: '2025-10-20', until: '2026-02-28' }],
  ])('the window in %s on the day of the demo', (regionCode, window) => {
    expect(rowOf(regionCode, 'premium-window').value).toMatchObject({ premiumYear: 2026, ...window })
  })

  it('the price of a year that nobody published is unknown, and what needs it is refused', () => {
    expect(rowOf('540000', 'premium-fen', day('2027-03-01'))).toMatchObject({
      value: null,
      level: 'none',
      whenUnknown: 'refuse',
      note: expect.stringContaining('12393'),
    })
  })

  it('a first day that is not known exactly says so', () => {
    expect(rowOf('540000', 'relation-scope')).toMatchObject({
      from: '2024-11-26',
      note: expect.stringContaining('最晚从这一天起'),
    })
    expect(rowOf('540000', 'relation-scope', day('2024-06-01')).note).toContain('只查到年份')
  })

  it('what only a machine-written text says is marked as such', () => {
    for (const parameter of ['wallet-floor-fen', 'wallet-day-amount-fen', 'proofs']) {
      expect(rowOf('540000', parameter).reliability).toBe('machine-written')
    }
  })

  it('every row says where from, how sure and when looked at; an unknown one says what happens then', () => {
    for (const { regionCode } of regions()) {
      for (const row of explain(regionCode, TODAY)) {
        expect([row.parameter, row.title, row.source, row.reliability]).not.toContain('')
        expect(row.lastChecked).toBe('2026-11-21')
        expect(row.ourReading).toBe(row.level === 'product')
        if (row.value === null)
          expect(row).toMatchObject({ level: 'none', note: expect.stringMatching(/没有查到/) })
      }
    }
  })
})

describe('regions and their words', () => {
  it('are held for all that were researched, the first ones first', () => {
    expect(regions().slice(0, 2)).toEqual([
      { regionCode: '540000', name: '西藏自治区' },
      { regionCode: '130000', name: '河北省' },
    ])
    expect(regions()).toHaveLength(24)
    expect(isRegionHeld('540000')).toBe(true)
    expect(isRegionHeld('650000')).toBe(false)
  })

  it('are the region’s own', () => {
    expect(regionWords('540000')).toMatchObject({
      shortName: '西藏',
      entryLabel: '个人账号家庭共享',
      pageTitle: '个人账户家庭共享',
      inviteLabel: '邀请成员加入',
      firstTimersGoStraightToForm: true,
    })
    expect(regionWords('130000')).toMatchObject({
      system: '河北智慧医保小程序',
      entryLabel: '个人账户共济',
      inviteLabel: '添加我的亲属',
      firstTimersGoStraightToForm: false,
    })
  })

  it('are general ones, with the name of the province, where the region is not held', () => {
    expect(regionWords('650000')).toMatchObject({ name: '新疆维吾尔自治区', system: '国家医保服务平台APP' })
    expect(regionWords('999999').name).toBe('您所在的地区')
  })

  it.each(['540000', '130000', '650000'])('%s: the path leads over the entry to the button', (regionCode) => {
    const words = regionWords(regionCode)
    expect(words.entryPath).toContain(words.entryLabel)
    expect(words.entryPath.at(-1)).toBe(words.inviteLabel)
  })

  it('give letters their title', () => {
    expect(letterWords('540000', TODAY).consentTitle).toBe('家庭共享承诺书')
    expect(letterWords('130000', TODAY).consentTitle).toBe('授权承诺书')
    expect(letterWords('999999', TODAY).consentTitle).toBe('家庭共济承诺书')
    // The rule about credentials is of May 2021; a letter about an earlier day does not cite it.
    expect(letterWords('540000', day('2021-04-30')).penalty).toBeNull()
  })
})
