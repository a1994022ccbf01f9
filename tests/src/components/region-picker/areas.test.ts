import { regions, regionWords } from '../../../../shared/rules'
import { byArea } from '../../../../src/components/region-picker/areas'

describe('the regions in their areas', () => {
  const held = regions().map(({ regionCode }) => regionWords(regionCode))

  it('are all there, each once', () => {
    const shown = byArea(held).flatMap((area) => area.regions.map(({ regionCode }) => regionCode))
    expect([...shown].sort()).toEqual(held.map(({ regionCode }) => regionCode).sort())
  })

  it.each([
    ['130000', '华北'],
    ['210200', '东北'],
    ['370000', '华东'],
    ['440300', '中南'],
    ['540000', '西南'],
    ['610000', '西北'],
    ['990000', '其他'],
  ])('%s lies in %s', (regionCode, title) => {
    expect(byArea([{ regionCode, name: '某地', shortName: '某地' }])).toEqual([
      { title, regions: [{ regionCode, name: '某地', shortName: '某地' }] },
    ])
  })
})
