import {
  type Dated,
  DEFINITIONS,
  type Layer,
  NATIONAL,
  PARAMETER_NAMES,
  PRODUCT_DEFAULTS,
  REGIONS,
  RELIABILITIES,
  reliabilityOf,
  SOURCES,
} from '../../../shared/rules/parameters'
import { ruleOf } from '../../../shared/rules/rule'
import { parseDay } from '../../../shared/values/day'
import { TODAY } from '../synthetic-people'
import { NOT_FOR_THE_REGION, NULL_IN_RESEARCH } from './null-in-research'

type Entry = Dated<unknown>
const entriesOf = (where: string, layer: Layer): [string, readonly Entry[]][] =>
  Object.entries(layer).map(([name, entries]) => [`${where} ${name}`, entries])

const ALL: [string, readonly Entry[]][] = [
  ...entriesOf('national', NATIONAL),
  ...REGIONS.flatMap((region) => entriesOf(region.shortName, region.parameters)),
]

/** Every amount inside a value, with the name under which it stands. */
function amounts(name: string, value: unknown): [string, number][] {
  if (typeof value === 'number') return [[name, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => amounts(Array.isArray(value) ? name : key, inner))
}

/** Every text inside a value that is written like a day. */
function days(value: unknown): string[] {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(days)
}

describe('each value', () => {
  it.each(ALL)('%s cites sources that are held and was looked at on a day', (_, entries) => {
    expect(entries.length).toBeGreaterThan(0)
    for (const entry of entries) {
      expect(entry.sources.length).toBeGreaterThan(0)
      for (const id of entry.sources) expect(SOURCES).toHaveProperty(id)
      expect(parseDay(entry.lastChecked)).not.toBeNull()
      expect(entry.value).not.toBeNull()
      expect(entry.ourReading).toBeUndefined()
    }
  })

  it.each(ALL)('%s: its days are on the calendar, and no two entries hold on one day', (_, entries) => {
    for (const text of days(entries.map((entry) => [entry.value, entry.from, entry.until]))) {
      expect(parseDay(text)).not.toBeNull()
    }
    const sorted = [...entries].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
    sorted.forEach((entry, index) => {
      if (entry.until !== undefined) expect((entry.from ?? '') <= entry.until).toBe(true)
      const next = sorted[index + 1]
      if (next !== undefined) expect((entry.until ?? '9999') < (next.from ?? '')).toBe(true)
    })
  })

  it.each(ALL)('%s: numbers are whole, and amounts are fen', (label, entries) => {
    const name = label.split(' ')[1] ?? ''
    for (const [under, number] of amounts(
      name,
      entries.map((entry) => entry.value),
    )) {
      expect(Number.isSafeInteger(number)).toBe(true)
      // A yuan amount that was written as fen would be a hundred times too small: no amount here is below 10 yuan.
      if (/fen$/i.test(under)) expect(number === 0 || number >= 10_00).toBe(true)
      expect(under).not.toMatch(/yuan/i)
    }
  })

  it.each(ALL)('%s: a reliability of its own is never better than its best source', (_, entries) => {
    for (const entry of entries) {
      const best = reliabilityOf({ ...entry, reliability: undefined })
      const said = reliabilityOf(entry)
      if (best === null || said === null) throw new Error('a value without a source')
      expect(RELIABILITIES.indexOf(said)).toBeGreaterThanOrEqual(RELIABILITIES.indexOf(best))
    }
  })

  it('windows of payment begin before they end', () => {
    for (const region of REGIONS) {
      for (const { value } of region.parameters['premium-window'] ?? []) {
        expect(value.from <= value.until).toBe(true)
      }
    }
  })
})

describe('sources', () => {
  const used = new Set(
    [...ALL.flatMap(([, entries]) => entries), ...Object.values(PRODUCT_DEFAULTS)].flatMap((entry: Entry) => [
      ...entry.sources,
    ]),
  )

  it.each(Object.entries(SOURCES))('%s has title, address, reliability and what it says', (id, source) => {
    expect(source.title).not.toBe('')
    expect(source.says).toMatch(/。$/)
    expect(source.address).toMatch(/^https?:\/\/|^sources\/|网址未找到/)
    expect(RELIABILITIES).toContain(source.reliability)
    expect([...used]).toContain(id)
  })
})

describe('what stands behind each parameter', () => {
  it.each(PARAMETER_NAMES)('%s: where unknown leads to our reading, there is one with its reason', (name) => {
    const ours: Readonly<Record<string, { why: string; ourReading: boolean } | undefined>> = PRODUCT_DEFAULTS
    const reading = ours[name]
    expect(reading !== undefined).toBe(DEFINITIONS[name].whenUnknown === 'product-default')
    if (reading !== undefined)
      expect(reading).toMatchObject({ ourReading: true, why: expect.stringMatching(/。$/) })
  })

  it('caps, floors, proofs and review are free where unknown; areas, relations, money and windows refuse', () => {
    const withMeaning = (meaning: string) =>
      PARAMETER_NAMES.filter((name) => DEFINITIONS[name].whenUnknown === meaning)
    expect(withMeaning('unrestricted')).toEqual(
      expect.arrayContaining(['member-cap', 'policyholder-cap', 'proofs', 'review', 'wallet-floor-fen']),
    )
    expect(withMeaning('refuse')).toEqual(
      expect.arrayContaining([
        'relation-scope',
        'pooling-scope',
        'premium-fen',
        'premium-window',
        'wallet-hours',
      ]),
    )
  })

  it.each(REGIONS)('$name: what was not found is not given as well', (region) => {
    expect(region.notFound.filter((name) => name in region.parameters)).toEqual([])
    expect(new Set(region.notFound).size).toBe(region.notFound.length)
  })
})

describe.each(REGIONS)('$name: what the research leaves open', (region) => {
  const open = [
    ...(NULL_IN_RESEARCH[region.regionCode] ?? []),
    ...(NOT_FOR_THE_REGION[region.regionCode]?.parameters ?? []),
  ]

  it.each(open)('%s stays unknown', (name) => {
    expect(region.notFound).toContain(name)
    expect(ruleOf(region, name, TODAY)?.level).not.toBe('region')
  })

  it('and nothing else is called not found', () => {
    expect([...region.notFound].sort()).toEqual([...open].sort())
  })

  it('nothing that a machine wrote may stop anybody', () => {
    for (const name of PARAMETER_NAMES) {
      const rule = ruleOf(region, name, TODAY)
      if (rule?.cited.reliability === 'machine-written') expect(rule.mayBlock).toBe(false)
    }
  })
})

describe('what people read', () => {
  it('is written with full-width marks', () => {
    const texts = JSON.stringify([NATIONAL, REGIONS, PRODUCT_DEFAULTS, SOURCES, DEFINITIONS])
    expect(texts.match(/\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/gu)).toBeNull()
  })
})
