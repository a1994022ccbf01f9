import fc from 'fast-check'
import { explain, regions } from '../../../../shared/rules'
import { day } from '../../../../shared/values/day'
import { partsOf } from '../../../../src/packages/rules/parts'
import { ruleRow, ruleTexts } from '../../../../src/packages/rules/rows'

const textsOf = ({ texts }: { readonly texts: readonly string[] }) => texts
const rows = fc.array(fc.record({ texts: fc.array(fc.string({ maxLength: 2_000, unit: 'grapheme' })) }))

const bytesOf = (texts: readonly string[]) => Buffer.byteLength(texts.join(''))

it('keeps every row, in order, in parts that are never empty', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const parts = partsOf(all, textsOf)
      expect(parts.flat()).toEqual(all)
      expect(parts.every(({ length }) => length > 0)).toBe(true)
    }),
  )
})

it('has no part that is longer than a tap may send, unless one row is', () => {
  fc.assert(
    fc.property(rows, (all) => {
      for (const part of partsOf(all, textsOf))
        expect(part.length === 1 || bytesOf(part.flatMap(textsOf)) <= 3_400).toBe(true)
    }),
  )
})

it('does not split further than it must: each part has no room for the row after it', () => {
  const texts = Array.from({ length: 20 }, () => ({ texts: ['一'.repeat(300)] }))
  expect(partsOf(texts, textsOf).map(({ length }) => length)).toEqual([3, 3, 3, 3, 3, 3, 2])
})

it('shows no rule of any region that is too long by itself', () => {
  for (const { regionCode } of regions())
    for (const rule of explain(regionCode, day('2025-11-05')))
      expect(bytesOf(ruleTexts(ruleRow(rule)))).toBeLessThan(3_000)
})
