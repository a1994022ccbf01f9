import fc from 'fast-check'
import * as v from 'valibot'
import { invitations } from '../../../../shared/contract/invitations'
import { addDays, type Day, day } from '../../../../shared/values/day'
import { checkDigitOf } from '../../../../shared/values/id-document'
import { RELATIONS, USES } from '../../../../shared/values/relation'
import { FIELD_PROBLEMS } from '../../../../src/copy/invite'
import { fenFromYuan } from '../../../../src/copy/yuan'
import {
  BLANK_FORM,
  checkInputOf,
  createInputOf,
  FORM_FIELDS,
  FURTHER_RELATIONS,
  formAtFirst,
  type InviteForm,
  idNumberHint,
  isYoungChild,
  NEAR_RELATIONS,
  personIn,
  problemsIn,
  signsForOwnChild,
  toggledUse,
} from '../../../../src/packages/invite/form/model'

const TODAY = day('2025-11-05')

function idNumber(birthDay: string, order = '002'): string {
  const first17 = `540099${birthDay.replace(/-/g, '')}${order}`
  return first17 + checkDigitOf(first17)
}

const MOTHER: InviteForm = {
  ...BLANK_FORM,
  relation: 'parent',
  name: '扎西央金',
  idNumber: idNumber('1958-03-08'),
  hasPhone: true,
}

const birthDays = fc.integer({ min: 0, max: 36_000 }).map((daysAgo) => addDays(TODAY, -daysAgo))
const orders = fc.integer({ min: 1, max: 999 }).map((order) => String(order).padStart(3, '0'))

const typedAmount = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1, max: 99_999_999_999 }).map((amount) => (amount / 100).toFixed(2)),
  fc.string({ maxLength: 8 }),
)
const anyForm: fc.Arbitrary<InviteForm> = fc.record({
  relation: fc.constantFrom(null, ...RELATIONS),
  name: fc.oneof(
    fc.constantFrom('次仁', '  阿依古丽·买买提 ', "O'Brien  Jr.", '王\u200b五', '<b>', '1'),
    fc.string({ maxLength: 60, unit: 'grapheme' }),
  ),
  idType: fc.constantFrom('01' as const, '04' as const),
  idNumber: fc.oneof(
    fc.tuple(birthDays, orders).map(([born, order]) => idNumber(born, order)),
    fc.string({ maxLength: 20 }),
  ),
  hasPhone: fc.constantFrom(null, true, false),
  startDay: fc.oneof(fc.constant(''), fc.constantFrom('2025-11-06', '2026-02-30', 'soon')),
  endDay: fc.oneof(fc.constant(''), fc.constantFrom('2026-01-01', '2025-01-01', '2025-13-01')),
  uses: fc.subarray([...USES]),
  monthlyLimitYuan: typedAmount,
  perSettlementLimitYuan: typedAmount,
})

describe('the invitation form', () => {
  it('sends what the contract takes, or says what is wrong; never both and never neither', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const problems = Object.keys(problemsIn(form, TODAY))
        const input = createInputOf(form, TODAY)
        expect(input === null).toBe(problems.length > 0)
        if (input === null) return
        expect(v.safeParse(invitations.actions.create.input, input).issues).toBeUndefined()
        expect(v.safeParse(invitations.actions.check.input, checkInputOf(input)).issues).toBeUndefined()
      }),
      { numRuns: 500 },
    )
  })

  it('has a sentence for every problem', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        for (const field of FORM_FIELDS) {
          const problem = problemsIn(form, TODAY)[field]
          if (problem !== undefined) expect(FIELD_PROBLEMS[field][problem]).toMatch(/[一-鿿]/)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('sends a mother with a phone with nothing but what was asked', () => {
    expect(createInputOf(MOTHER, TODAY)).toEqual({
      relative: { name: '扎西央金', idNumber: MOTHER.idNumber, idType: '01', relation: 'parent' },
      acceptance: 'by-relative',
    })
  })

  it('sends a mother without a phone as in person', () => {
    expect(createInputOf({ ...MOTHER, hasPhone: false }, TODAY)).toMatchObject({ acceptance: 'in-person' })
  })

  it('does not ask for a child’s phone and names no way of accepting', () => {
    const child = { ...MOTHER, relation: 'child' as const, idNumber: idNumber('2025-10-20'), hasPhone: null }
    expect(problemsIn(child, TODAY)).toEqual({})
    expect(createInputOf(child, TODAY)).not.toHaveProperty('acceptance')
    expect(signsForOwnChild(child, TODAY)).toBe(true)
    expect(signsForOwnChild({ ...child, relation: 'grandchild-via-son' }, TODAY)).toBe(false)
  })

  it.each([
    ['2009-11-06', true],
    ['2009-11-05', false],
  ])('a child born on %s is under 16: %s', (born, expected) => {
    expect(isYoungChild({ ...MOTHER, idNumber: idNumber(born) }, TODAY)).toBe(expected)
  })

  it('reads the birth day, the sex and the age back from a number that was typed with blanks', () => {
    const spaced = MOTHER.idNumber.toLowerCase().replace(/(.{6})(.{8})/, '$1 $2 ')
    expect(personIn({ ...MOTHER, idNumber: spaced }, TODAY)).toEqual({
      birthDay: '1958-03-08',
      sex: 'female',
      age: 67,
    })
  })

  it('finds every wrong digit of a resident ID number', () => {
    fc.assert(
      fc.property(
        birthDays,
        orders,
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (born: Day, order, place, shift) => {
          const right = idNumber(born, order)
          const digit = (Number(right.charAt(place)) + shift) % 10
          const wrong = right.slice(0, place) + digit + right.slice(place + 1)
          expect(problemsIn({ ...MOTHER, idNumber: right }, TODAY).idNumber).toBeUndefined()
          expect(problemsIn({ ...MOTHER, idNumber: wrong }, TODAY).idNumber).toBeDefined()
        },
      ),
    )
  })

  it('says nothing of a number that is still being typed, and does once the field is left', () => {
    const half = { ...MOTHER, idNumber: MOTHER.idNumber.slice(0, 9) }
    expect(idNumberHint(half, false, TODAY)).toBeNull()
    expect(idNumberHint(half, true, TODAY)).toBe('id-length')
    expect(idNumberHint({ ...MOTHER, idNumber: '' }, true, TODAY)).toBeNull()
    expect(idNumberHint({ ...MOTHER, idNumber: `${MOTHER.idNumber}1` }, false, TODAY)).toBe('id-length')
  })

  it('refuses a birth day that has not come yet', () => {
    expect(problemsIn({ ...MOTHER, idNumber: idNumber('2025-11-06') }, TODAY).idNumber).toBe(
      'id-in-the-future',
    )
  })

  it('takes an end on the day of the start and not before', () => {
    const dated = { ...MOTHER, startDay: '2025-12-01', endDay: '2025-12-01' }
    expect(problemsIn(dated, TODAY)).toEqual({})
    expect(problemsIn({ ...dated, endDay: '2025-11-30' }, TODAY).endDay).toBe('end-before-start')
    expect(problemsIn({ ...MOTHER, endDay: '2025-11-04' }, TODAY).endDay).toBe('end-before-start')
  })

  it('offers each relation once', () => {
    expect([...NEAR_RELATIONS, ...FURTHER_RELATIONS].sort()).toEqual([...RELATIONS].sort())
  })

  it('names uses only where one was taken away, and keeps their order', () => {
    const fewer = toggledUse(MOTHER, 'pharmacy')
    expect(createInputOf(fewer, TODAY)).toMatchObject({ uses: ['hospital', 'premium'] })
    expect(createInputOf(toggledUse(fewer, 'pharmacy'), TODAY)).not.toHaveProperty('uses')
    expect(problemsIn({ ...MOTHER, uses: [] }, TODAY).uses).toBe('no-use')
  })

  it('does not take a single limit above the monthly one', () => {
    const crossed = { ...MOTHER, monthlyLimitYuan: '100', perSettlementLimitYuan: '100.01' }
    expect(problemsIn(crossed, TODAY).perSettlementLimitYuan).toBe('limits-crossed')
    expect(createInputOf({ ...crossed, perSettlementLimitYuan: '100' }, TODAY)).toMatchObject({
      monthlyLimitFen: 10_000,
      perSettlementLimitFen: 10_000,
    })
  })
})

describe('an amount as it is typed', () => {
  it.each([
    ['200', 20_000],
    ['0.01', 1],
    ['1,200.5', 120_050],
    ['¥300 元', 30_000],
    ['１２．５', 1_250],
  ])('%s is %i fen', (text, amount) => {
    expect(fenFromYuan(text)).toBe(amount)
  })

  it.each(['0', '0.00', '-5', '1.234', 'abc', '', '1e5', '100000000'])('%s is none', (text) => {
    expect(fenFromYuan(text)).toBeNull()
  })

  it('loses no fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999_999 }), (amount) => {
        const text = `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`
        expect(fenFromYuan(text)).toBe(amount)
      }),
    )
  })
})

describe('the form at first', () => {
  it.each([
    ['parent', 'parent'],
    [undefined, null],
    ['parent-in-law', null],
  ])('with %s in its address has the relation %s', (asked, relation) => {
    expect(formAtFirst(asked)).toEqual({ ...BLANK_FORM, relation })
  })
})
