import { sideBySide } from '../../../cloudfunctions/rules/decide'
import { explain } from '../../../shared/rules'
import { PARAMETER_NAMES } from '../../../shared/rules/parameters'
import { day } from '../../../shared/values/day'

const TODAY = day('2025-11-05')

describe('regions side by side', () => {
  const compared = sideBySide([explain('130000', TODAY), explain('540000', TODAY)])

  it('have every parameter once, with one value for each region', () => {
    expect(compared.map(({ parameter }) => parameter)).toEqual(PARAMETER_NAMES)
    for (const { values } of compared) expect(values).toHaveLength(2)
  })

  it('keep the order in which they were asked for', () => {
    const cap = compared.find(({ parameter }) => parameter === 'member-cap')
    expect(cap).toMatchObject({ same: false, values: [{ value: 8 }, { value: null, level: 'none' }] })
  })

  it('say where they agree', () => {
    const scheme = compared.find(({ parameter }) => parameter === 'policyholder-scheme')
    expect(scheme).toMatchObject({ same: true })
    for (const { same, values } of sideBySide([explain('130000', TODAY), explain('130000', TODAY)])) {
      expect([same, values[0]]).toEqual([true, values[1]])
    }
  })

  it('are not the same where the value is that of one city', () => {
    const twice = sideBySide([explain('370000', TODAY), explain('370000', TODAY)])
    expect(twice.find(({ parameter }) => parameter === 'member-cap')).toMatchObject({
      same: false,
      values: [{ value: 7, poolingArea: { name: '济南市' }, elsewhere: { value: null } }, { value: 7 }],
    })
  })

  it('are never put together from lists of different parameters', () => {
    expect(() => sideBySide([explain('130000', TODAY), explain('540000', TODAY).slice(1)])).toThrow()
  })
})
