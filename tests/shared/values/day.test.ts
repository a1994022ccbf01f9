import * as fc from 'fast-check'
import {
  addDays,
  ageOn,
  type Day,
  day,
  dayOf,
  daysBetween,
  instant,
  instantFromMilliseconds,
  millisecondsOf,
  parseDay,
  parseInstant,
  startOfDay,
} from '../../../shared/values/day'
import { holds } from '../property'

const MILLISECONDS_A_DAY = 86_400_000
const anyDay = fc
  .integer({
    min: Date.UTC(1900, 0, 1) / MILLISECONDS_A_DAY,
    max: Date.UTC(2199, 11, 31) / MILLISECONDS_A_DAY,
  })
  .map((count) => new Date(count * MILLISECONDS_A_DAY).toISOString().slice(0, 10) as Day)
const anyInstant = fc
  .integer({ min: Date.UTC(1970, 0, 2), max: Date.UTC(2199, 11, 31) })
  .map(instantFromMilliseconds)

describe('a day', () => {
  it('is read as it is written', () => {
    holds(fc.property(anyDay, (date) => expect(parseDay(date) === date).toBe(true)))
  })

  it.each([
    '2025-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-04-31',
    '2025-1-1',
    '20250101',
    '',
    '2025-01-01T00:00',
  ])('%j is no day', (text) => {
    expect(parseDay(text)).toBeNull()
    expect(() => day(text)).toThrow(RangeError)
  })

  it('days can be added, taken away and counted', () => {
    holds(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (date, count) => {
        expect(addDays(addDays(date, count), -count)).toBe(date)
        expect(daysBetween(date, addDays(date, count))).toBe(count)
      }),
    )
  })

  it('compares as text in the order of the calendar', () => {
    holds(
      fc.property(anyDay, anyDay, (one, other) => {
        expect(Math.sign(daysBetween(one, other))).toBe(one === other ? 0 : one < other ? 1 : -1)
      }),
    )
  })
})

describe('the day in Shanghai', () => {
  it('begins at its first moment and not a millisecond before', () => {
    holds(
      fc.property(anyDay, (date) => {
        const start = startOfDay(date)
        expect(dayOf(start)).toBe(date)
        expect(dayOf(instantFromMilliseconds(millisecondsOf(start) - 1))).toBe(addDays(date, -1))
        expect(start).toMatch(/T16:00:00\.000Z$/)
      }),
    )
  })

  it.each([
    ['2025-11-05T15:59:59.999Z', '2025-11-05'],
    ['2025-11-05T16:00:00.000Z', '2025-11-06'],
    ['2024-02-28T16:00:00.000Z', '2024-02-29'],
  ])('%s falls on %s', (moment, date) => {
    expect(dayOf(instant(moment))).toBe(date)
  })

  it('every moment lies in the day that it falls on', () => {
    holds(
      fc.property(anyInstant, (moment) => {
        const date = dayOf(moment)
        expect(startOfDay(date) <= moment && moment < startOfDay(addDays(date, 1))).toBe(true)
      }),
    )
  })
})

describe('a moment', () => {
  it('is the same whatever the offset in which it is written', () => {
    expect(parseInstant('2025-11-05T09:00+08:00')).toBe('2025-11-05T01:00:00.000Z')
    holds(fc.property(anyInstant, (moment) => expect(parseInstant(moment) === moment).toBe(true)))
  })

  it.each(['2025-11-05', '2025-11-05T09:00', 'now', '2025-11-05T25:00Z', ''])('%j is none', (text) => {
    expect(parseInstant(text)).toBeNull()
  })
})

describe('age', () => {
  it.each([
    ['2009-11-05', '2025-11-05', 16],
    ['2009-11-06', '2025-11-05', 15],
    ['2009-11-04', '2025-11-05', 16],
    ['2008-02-29', '2025-02-28', 16],
    ['2008-02-29', '2025-03-01', 17],
    ['2008-02-29', '2024-02-29', 16],
    ['2025-11-05', '2025-11-05', 0],
  ])('of one born on %s is, on %s, %i', (birth, on, age) => {
    expect(ageOn(day(birth), day(on))).toBe(age)
  })

  it('grows by one a year and never on another day than the birthday', () => {
    holds(
      fc.property(anyDay, fc.integer({ min: 1, max: 40_000 }), (birth, count) => {
        const on = addDays(birth, count)
        const before = ageOn(birth, addDays(on, -1))
        const grown = ageOn(birth, on) - before
        const isBirthday =
          on.slice(5) === birth.slice(5) ||
          (birth.endsWith('02-29') && on.endsWith('03-01') && !addDays(on, -1).endsWith('02-29'))
        expect(grown).toBe(isBirthday ? 1 : 0)
      }),
    )
  })
})
