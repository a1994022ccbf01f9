import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { explain } from '../../../shared/rules'
import { isParameterName, NATIONAL, type ParameterName, REGIONS } from '../../../shared/rules/parameters'
import { regionOf, ruleOf } from '../../../shared/rules/rule'
import { day } from '../../../shared/values/day'
import { TODAY } from '../synthetic-people'

const ROOT = path.resolve(__dirname, '../../..')

interface Reading {
  readonly no: string
  readonly cells: readonly string[]
}

/** The rows of the first table of docs/decisions/readings.md. */
const READINGS: readonly Reading[] = readFileSync(path.join(ROOT, 'docs/decisions/readings.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| C\d\d \|/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .map(([no = '', ...cells]) => ({ no, cells }))

const named = (cell: string | undefined) =>
  [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '')

describe('docs/decisions/readings.md', () => {
  it('has a row for each contradiction of the research', () => {
    const numbers = Array.from({ length: 24 }, (_, index) => `C${String(index + 1).padStart(2, '0')}`)
    expect(READINGS.map(({ no }) => no)).toEqual(numbers)
  })

  it.each(READINGS)(
    '$no: both sayings, a reading, a parameter that is held and a test that is there',
    ({ cells }) => {
      const [one, other, reading, parameters, tests] = cells
      expect(cells).toHaveLength(5)
      for (const said of [one, other, reading]) expect(said?.length).toBeGreaterThan(10)
      const names = named(parameters)
      expect(names.length).toBeGreaterThan(0)
      expect(names.filter((name) => !isParameterName(name))).toEqual([])
      const files = named(tests)
      expect(files.length).toBeGreaterThan(0)
      expect(files.filter((file) => !existsSync(path.join(ROOT, 'tests/shared', file)))).toEqual([])
    },
  )
})

/** What is known in a region on a day: the value, and whether it may stop anybody. */
function known(regionCode: string, parameter: ParameterName, on = TODAY) {
  const region = regionOf(regionCode)
  if (region === null) throw new Error(`${regionCode} is not held`)
  // A value that is known of one city is asked for there.
  const city = region.parameters[parameter]?.find((entry) => entry.city !== undefined)?.city
  const rule = ruleOf(region, parameter, on, city?.code ?? null)
  return rule === null ? null : { value: rule.value, level: rule.level, mayBlock: rule.mayBlock }
}

describe('the readings that are taken', () => {
  it.each<[no: string, regionCode: string, parameter: ParameterName, value: unknown, mayBlock: boolean]>([
    ['C01', '520000', 'own-credential', true, true],
    ['C02', '360000', 'family-code-shares-money', false, true],
    ['C02', '360000', 'entry-path', ['微服务', '医保查询办理', '家庭账户共济授权登记'], true],
    ['C03', '500000', 'bind-effective', 'immediate', true],
    ['C03', '520000', 'bind-effective', 'immediate', false],
    ['C05', '520000', 'unbind-effective', 'next-day', false],
    ['C05', '420000', 'rebind', 'next-day', true],
    ['C06', '130000', 'pooling-scope', 'province', true],
    ['C06', '210200', 'pooling-scope', 'pooling-area', true],
    ['C07', '130000', 'cross-province', 'wallet', true],
    ['C07', '130000', 'settlement-area', 'nationwide', false],
    ['C09', '130000', 'member-cap', 8, true],
    ['C09', '370000', 'member-cap', 7, true],
    ['C09', '210200', 'member-cap', 6, true],
    ['C09', '340000', 'member-cap', 6, false],
    ['C09', '230000', 'member-cap', 5, true],
    ['C09', '500000', 'member-cap', 1, true],
    ['C10', '520000', 'policyholder-cap', 1, true],
    ['C10', '370000', 'policyholder-cap', 1, true],
    ['C10', '440000', 'policyholder-cap', 'unlimited', true],
    ['C10', '340000', 'policyholder-cap', { sameArea: 'unlimited', crossArea: 1 }, false],
    ['C11', '130000', 'deduction-order', ['own-account', 'policyholder-account', 'cash'], false],
    ['C12', '540000', 'wallet-amount-fen', 2_000_00, true],
    ['C12', '540000', 'wallet-day-amount-fen', 2_000_00, false],
    ['C13', '540000', 'wallet-floor-fen', 3_000_00, false],
    ['C14', '540000', 'wallet-model', 'transfer', true],
    ['C15', '540000', 'review', false, false],
    ['C15', '440000', 'review', true, false],
    ['C15', '610000', 'unbind-review', true, false],
    ['C18', '140000', 'policyholder-floor-fen', 1_000_00, true],
    ['C20', '140000', 'one-policyholder-per-settlement', true, true],
    ['C20', '340000', 'one-policyholder-per-settlement', true, false],
    ['C20', '440000', 'policyholder-order', 'balance-high-first', true],
    ['C20', '610000', 'policyholder-order', 'policyholder-set', true],
    ['C24', '420000', 'premium-model', 'reimbursed', true],
  ])('%s: in %s %s is %j, and it stops somebody: %s', (_, regionCode, parameter, value, mayBlock) => {
    expect(known(regionCode, parameter)).toMatchObject({ value, mayBlock })
  })

  it.each<[no: string, regionCode: string, parameter: ParameterName]>([
    ['C05', '420000', 'unbind-after-months'],
    ['C13', '130000', 'wallet-floor-fen'],
    ['C15', '610000', 'review'],
    ['C17', '610000', 'proofs'],
    ['C21', '520000', 'premium-waivers'],
    ['C22', '350000', 'premium-fen'],
    ['C23', '440000', 'wallet-live'],
  ])('%s: in %s %s stays unknown', (_, regionCode, parameter) => {
    expect(known(regionCode, parameter)).toBeNull()
    expect(regionOf(regionCode)?.parameters).not.toHaveProperty(parameter)
  })

  it('C08: each region has a day on which three relations became eight, if it says so at all', () => {
    for (const region of REGIONS) {
      const sizes = (region.parameters['relation-scope'] ?? []).map(({ value }) => value.length)
      expect([[3, 8], [3], []]).toContainEqual(sizes)
      if (sizes.length === 1) expect(region.regionCode).toBe('210200')
    }
    expect(NATIONAL['relation-scope']?.map(({ value }) => value.length)).toEqual([3, 8])
  })

  it('C06: in 陕西 one pooling area was asked until the province was opened', () => {
    expect(known('610000', 'pooling-scope', day('2024-05-21'))?.value).toBe('pooling-area')
    expect(known('610000', 'pooling-scope', day('2024-05-22'))?.value).toBe('province')
  })

  it('C12: the wallet moved money until the notice of January 2026 and grants a quota since', () => {
    expect(known('540000', 'wallet-model', day('2026-01-08'))?.value).toBe('transfer')
    expect(known('540000', 'wallet-model', day('2026-01-09'))?.value).toBe('quota')
  })

  it('C17: proofs are asked at the window in 河北, by relation in 大连, and of nobody on a machine’s word', () => {
    expect(regionOf('130000')?.parameters.proofs?.[0]?.value.every(({ only }) => only === 'window')).toBe(
      true,
    )
    expect(regionOf('210200')?.parameters.proofs?.[0]?.value.map(({ relation }) => relation)).toEqual([
      'child',
      'spouse',
    ])
    for (const regionCode of ['540000', '340000']) expect(known(regionCode, 'proofs')?.mayBlock).toBe(false)
  })

  it('C22: a price of one city is nobody else’s', () => {
    for (const region of REGIONS) {
      const cities = (region.parameters['premium-city-fen'] ?? []).flatMap(({ value }) => value.cities)
      if (cities.length > 0) expect(region.notFound).toContain('premium-fen')
      for (const { city } of cities) expect(city).toMatch(/市$/)
    }
  })

  it('C04, C16 and C19 are told as they are read', () => {
    const rows = explain('540000', TODAY)
    const said = (parameter: ParameterName) => rows.find((row) => row.parameter === parameter)?.value
    expect(said('unbind-effective')).toBe('next-day')
    expect([said('entry-label'), said('page-title')]).toEqual(['个人账号家庭共享', '个人账户家庭共享'])
    expect(said('mutual')).toBe(true)
  })
})
