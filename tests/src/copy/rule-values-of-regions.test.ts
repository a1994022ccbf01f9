import { NATIONAL, PARAMETER_NAMES, PRODUCT_DEFAULTS, REGIONS } from '../../../shared/rules/parameters'
import type { Dated } from '../../../shared/rules/parameters/dated'
import { ruleValueText } from '../../../src/copy/rule-value'

const layers: [where: string, layer: object][] = [
  ['the country', NATIONAL],
  ...REGIONS.map((region): [string, object] => [region.name, region.parameters]),
]

describe('every value in words', () => {
  it.each(layers)('of %s is a Chinese text, without the signs of a program', (_, layer) => {
    for (const [parameter, entries] of Object.entries<readonly Dated<unknown>[]>({ ...layer })) {
      for (const { value } of entries) {
        const text = ruleValueText(parameter, value)
        expect([parameter, text]).toEqual([parameter, expect.stringMatching(/[\p{Script=Han}\d]/u)])
        expect([parameter, text]).toEqual([parameter, expect.not.stringMatching(/[{}[\]"]|undefined|null/)])
      }
    }
  })

  it('of our own readings is one too', () => {
    for (const [parameter, { value }] of Object.entries(PRODUCT_DEFAULTS)) {
      expect(ruleValueText(parameter, value)).toMatch(/^[^{}[\]"]+$/)
    }
  })

  it('is held for nearly every parameter, by a region, the country or us', () => {
    const held = new Set([
      ...layers.flatMap(([, layer]) => Object.keys(layer)),
      ...Object.keys(PRODUCT_DEFAULTS),
    ])
    // Three months in 湖北 have one machine-written source (C05): the form is known, a value is not.
    expect(PARAMETER_NAMES.filter((name) => !held.has(name))).toEqual(['unbind-after-months'])
  })
})
