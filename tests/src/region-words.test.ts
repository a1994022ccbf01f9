import { regions } from '../../shared/rules'
import { ownSteps, wordsFor } from '../../src/region-words'

describe('the words of the region that a person looks at', () => {
  it('are general ones while nobody has chosen, and claim no steps of a region', () => {
    const words = wordsFor(null)
    expect(words.entryPath.slice(0, 4)).toEqual(['地方专区', '更多', '服务事项', '我要办'])
    expect(ownSteps(words)).toEqual([])
  })

  it.each([
    ['河南', '共济家庭建立'],
    ['贵州', '添加我的家庭成员'],
    ['江西', '勾选个人郑重承诺'],
    ['山东', '填写消费可用限额和手机号'],
  ])("know %s's own steps", (shortName, step) => {
    const found = regions().find(({ name }) => name.startsWith(shortName))
    expect(ownSteps(wordsFor(found?.regionCode ?? null))).toContain(step)
  })

  it('claim no steps where a region publishes none', () => {
    expect(ownSteps(wordsFor('440000'))).toEqual([])
  })
})
