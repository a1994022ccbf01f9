import { textScale } from '../../../src/theme/text-scale'

describe('the size of letters that a person has chosen in WeChat', () => {
  it.each([
    [1, 1],
    [1.25, 1.25],
    [1.123456, 1.12],
    // The smallest text here may not become smaller.
    [0.9, 1],
    // Beyond 30 pt of body text in elder mode the words no longer fit the page.
    [2.5, 1.67],
    [undefined, 1],
    [Number.NaN, 1],
    ['1.5', 1],
  ])('%s is followed as %s', (factor, scale) => {
    expect(textScale(factor)).toBe(scale)
  })
})
