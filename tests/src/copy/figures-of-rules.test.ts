import { explain, regions } from '../../../shared/rules'
import { addDays, day } from '../../../shared/values/day'
import { checkDigitOf } from '../../../shared/values/id-document'
import * as family from '../../../src/copy/family'
import * as invite from '../../../src/copy/invite'
import { JOIN_COPY } from '../../../src/copy/join'
import * as privacy from '../../../src/copy/privacy'
import { BLANK_FORM, isYoungChild } from '../../../src/packages/invite/form/model'

// A phone carries no rules (docs/decisions/0009), so a figure of the rules that it says ahead of the answer stands there
// a second time. Were a region to get a figure of its own, these sentences could no longer be the same everywhere.
const TODAY = day('2025-11-05')

function figure(parameter: string): number {
  const values = new Set(
    regions().map(
      ({ regionCode }) => explain(regionCode, TODAY).find((rule) => rule.parameter === parameter)?.value,
    ),
  )
  const [value] = values
  if (values.size !== 1 || typeof value !== 'number')
    throw new Error(`${parameter} is not one figure everywhere`)
  return value
}

/** Every number before one of these units, in whatever texts these are. */
function numbersBefore(unit: string, copy: unknown): number[] {
  const texts = JSON.stringify(copy, (_, value: unknown) =>
    typeof value === 'function' ? String(value) : value,
  )
  return [...texts.matchAll(new RegExp(`(\\d+) ?${unit}`, 'g'))].map((match) => Number(match[1]))
}

it('an invitation lives as long as the sentences say', () => {
  const said = numbersBefore('小时', [{ ...invite }, { ...family }, JOIN_COPY, { ...privacy }])
  expect(said.length).toBeGreaterThanOrEqual(6)
  expect(new Set(said)).toEqual(new Set([figure('invitation-hours')]))
})

it('a guardian signs below the age that the sentences and the form say', () => {
  const age = figure('guardian-age')
  expect(
    numbersBefore('岁', [invite.childExplained(true, 'female'), invite.childExplained(false, 'male')]),
  ).toEqual([age, age])
  expect(numbersBefore('周岁', { ...family })).toEqual([age])
  const bornOn = (text: string) => {
    const first17 = `540099${text.replaceAll('-', '')}002`
    return { ...BLANK_FORM, idNumber: first17 + checkDigitOf(first17) }
  }
  const birthday = day(`${2025 - age}-11-05`)
  expect(isYoungChild(bornOn(birthday), TODAY)).toBe(false)
  expect(isYoungChild(bornOn(addDays(birthday, 1)), TODAY)).toBe(true)
})

it('letters are kept as long as the privacy text says', () => {
  expect(numbersBefore('年', { ...privacy })).toContain(figure('letter-retention-years'))
})
