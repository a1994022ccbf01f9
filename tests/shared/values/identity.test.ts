import * as fc from 'fast-check'
import { ulid } from 'ulid'
import {
  birthDayOf,
  checkDigitOf,
  idNumberProblem,
  maskIdNumber,
  maskName,
  normaliseIdNumber,
  sexOf,
} from '../../../shared/values/id-document'
import { parseId } from '../../../shared/values/ids'
import { holds } from '../property'
import { documentOf } from '../synthetic-people'

const twoDigits = (number: number) => String(number).padStart(2, '0')
const anyBirth = fc
  .record({
    year: fc.integer({ min: 1900, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, date }) => `${year}-${twoDigits(month)}-${twoDigits(date)}`)
const anyResident = fc
  .record({
    birth: anyBirth,
    sequence: fc.integer({ min: 0, max: 999 }),
    province: fc.constantFrom('54', '13', '52'),
  })
  .map(({ birth, sequence, province }) => ({
    birth,
    sequence,
    document: documentOf(birth, sequence, province),
  }))

describe('a resident ID number', () => {
  it('tells the birth day and the sex', () => {
    holds(
      fc.property(anyResident, ({ birth, sequence, document }) => {
        expect(idNumberProblem(document)).toBeNull()
        expect(birthDayOf(document)).toBe(birth)
        expect(sexOf(document)).toBe(sequence % 2 === 1 ? 'male' : 'female')
      }),
    )
  })

  it('with one wrong digit is found out', () => {
    holds(
      fc.property(
        anyResident,
        fc.nat({ max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        ({ document }, at, by) => {
          const { idNumber } = document
          const wrong = (Number(idNumber.charAt(at)) + by) % 10
          const changed = { ...document, idNumber: idNumber.slice(0, at) + wrong + idNumber.slice(at + 1) }
          expect(['check-digit', 'birth-day']).toContain(idNumberProblem(changed))
        },
      ),
    )
  })

  it('with two neighbours swapped is found out', () => {
    holds(
      fc.property(anyResident, fc.nat({ max: 15 }), ({ document }, at) => {
        const { idNumber } = document
        const [one, other] = [idNumber.charAt(at), idNumber.charAt(at + 1)]
        fc.pre(one !== other)
        const swapped = {
          ...document,
          idNumber: idNumber.slice(0, at) + other + one + idNumber.slice(at + 2),
        }
        expect(idNumberProblem(swapped)).not.toBeNull()
      }),
    )
  })

  it.each([
    // The example of GB 11643-1999.
    ['11010519491231002', 'X'],
    ['44052418800101001', '4'],
  ])('%s ends in %s', (first17, checkDigit) => {
    expect(checkDigitOf(first17)).toBe(checkDigit)
  })

  it.each([
    ['01', '5400991980060100', 'length'],
    ['01', '54009919800601001A', 'characters'],
    ['01', '540099198002310016', 'birth-day'],
    ['08', 'H123', 'length'],
    ['08', 'H12345678', null],
    ['08', 'h12345678', 'characters'],
    ['99', 'A'.repeat(21), 'length'],
  ] as const)('type %s %s: %s', (idType, idNumber, problem) => {
    expect(idNumberProblem({ idType, idNumber })).toBe(problem)
    if (idType !== '01') {
      expect(birthDayOf({ idType, idNumber })).toBeNull()
      expect(sexOf({ idType, idNumber })).toBeNull()
    }
  })

  it('is the same however it is typed', () => {
    expect(normaliseIdNumber(' 11010519491231002x ')).toBe('11010519491231002X')
    expect(normaliseIdNumber('110105 1949 1231 002x')).toBe('11010519491231002X')
    holds(
      fc.property(fc.string(), (text) =>
        expect(normaliseIdNumber(normaliseIdNumber(text)) === normaliseIdNumber(text)).toBe(true),
      ),
    )
  })
})

describe('masks', () => {
  it('hide the birth day and keep the length', () => {
    holds(
      fc.property(anyResident, ({ birth, document }) => {
        const masked = maskIdNumber(document.idNumber)
        expect(masked).toMatch(/^\d{3}\*{11}[\dX]{4}$/)
        expect(masked).not.toContain(birth.replaceAll('-', ''))
      }),
    )
  })

  it.each([
    ['扎西', '扎*'],
    ['次仁卓玛', '次***'],
    ['𠮷野', '𠮷*'],
    ['丁', '丁*'],
  ])('%s is shown as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })
})

describe('an id', () => {
  it('is a ULID and nothing else', () => {
    holds(
      fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), (time) => {
        const id = ulid(time)
        expect(parseId<'person'>(id)).toBe(id)
        expect(parseId(id.toLowerCase())).toBeNull()
        expect(parseId(`${id}0`)).toBeNull()
        expect(parseId(id.slice(1))).toBeNull()
      }),
    )
  })

  it.each(['', '8ZZZZZZZZZZZZZZZZZZZZZZZZZ', '01ARZ3NDEKTSV4RRFFQ69G5FAI', '01ARZ3NDEKTSV4RRFFQ69G5FA\n'])(
    '%j is none',
    (text) => {
      expect(parseId(text)).toBeNull()
    },
  )
})
