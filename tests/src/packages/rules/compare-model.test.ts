import { sideBySide } from '../../../../cloudfunctions/rules/decide'
import { explain, regionWords } from '../../../../shared/rules'
import { day } from '../../../../shared/values/day'
import { comparisonView, toggledRegion } from '../../../../src/packages/rules/compare/model'

const on = day('2025-11-05')
const codes = ['130000', '540000']
const compared = {
  day: on,
  regions: codes.map(regionWords),
  parameters: sideBySide(codes.map((code) => explain(code, on))),
}
const rowsOf = (onlyDifferent: boolean) =>
  comparisonView(compared, onlyDifferent).topics.flatMap(({ rules }) => rules)

describe('two regions side by side', () => {
  it('have a line for each place, in the order in which they were chosen', () => {
    const cap = rowsOf(false).find(({ parameter }) => parameter === 'member-cap')
    expect(cap?.cells.map(({ shortName }) => shortName)).toEqual(['河北', '西藏'])
    expect(cap?.cells[0]?.known.value).toBe('8 位')
    expect(cap?.cells[1]?.known.value).toContain('没有公布')
  })

  it('show only what differs, and say how much was left out', () => {
    const { leftOut } = comparisonView(compared, true)
    expect(rowsOf(true).every(({ same }) => !same)).toBe(true)
    expect(rowsOf(true).length + leftOut).toBe(rowsOf(false).length)
    expect(comparisonView(compared, false).leftOut).toBe(0)
  })
})

describe('the choice of places', () => {
  it.each<[string[], string, string[]]>([
    [[], '1', ['1']],
    [['1'], '2', ['1', '2']],
    [['1', '2'], '1', ['2']],
    [['1', '2', '3'], '4', ['1', '2', '3']],
  ])('%j and a tap on %s: %j', (chosen, tapped, after) => {
    expect(toggledRegion(chosen, tapped)).toEqual(after)
  })
})
