import { regions, regionWords } from '../../../shared/rules'
import { REGIONS } from '../../../shared/rules/parameters'
import { wordsTable } from '../../../shared/rules/words-from-parameters'
import { GENERAL_WORDS, WORDS_OF_REGIONS } from '../../../shared/rules/words-of-regions'

describe('the words that a phone carries', () => {
  it('are those of the rules; scripts/words-of-regions.mjs writes them anew', () => {
    expect(wordsTable()).toEqual({ general: GENERAL_WORDS, regions: WORDS_OF_REGIONS })
  })

  it.each(regions())('$name: the path leads over the entry to the button', ({ regionCode, name }) => {
    const words = regionWords(regionCode)
    expect(words).toMatchObject({ regionCode, name })
    expect(words.entryPath).toContain(words.entryLabel)
    const named =
      REGIONS.find((one) => one.regionCode === regionCode)?.parameters['invite-label'] !== undefined
    if (named) expect(words.entryPath.at(-1)).toBe(words.inviteLabel)
    expect(words.steps.length).toBeGreaterThan(0)
    expect([...words.entryPath, ...words.steps, words.system, words.consentTitle]).not.toContain('')
  })

  it.each([
    ['410000', ['共济家庭建立', '共济成员维护', '绑定']],
    ['520000', ['医疗服务', '我的', '家庭账户共济', '添加我的家庭成员']],
    ['340000', ['个人账户共济家庭成员绑定', '添加家庭成员']],
    ['370000', ['个账共济', '建立我的个账共济账户', '添加家庭成员']],
    ['140000', ['业务办理', '家庭共济', '添加']],
    // Nothing is known of the menu: that of the national platform stands in.
    ['510000', ['地方专区', '更多', '服务事项', '我要办', '家庭共济', '邀请家人']],
  ])('%s is entered by %j', (regionCode, path) => {
    expect(regionWords(regionCode).entryPath.slice(-path.length)).toEqual(path)
  })

  it('tell the flows apart', () => {
    expect(regionWords('410000')).toMatchObject({ familyEstablishedFirst: true })
    expect(regionWords('520000').formFields).toEqual(expect.arrayContaining(['start-day', 'end-day']))
    expect(regionWords('520000')).toMatchObject({
      bindNoticeTitle: '知情同意书',
      familyEstablishedFirst: false,
    })
    expect(regionWords('360000')).toMatchObject({ tickLabel: '个人郑重承诺', consentTitle: '个人郑重承诺' })
    expect(regionWords('340000').steps.join()).toMatch(/告知书.*结婚证或户口簿/)
    expect(regionWords('370000').formFields).toContain('limit')
    expect(regionWords('140000')).toMatchObject({
      bindNoticeTitle: '家庭共济告知书',
      consentTitle: '个人承诺书',
    })
    expect(regionWords('130000').premiumFlow[0]).toBe('居民医保费用缴纳')
    expect(regionWords('540000').premiumFlow).toEqual([])
    expect(regionWords('440000').besideBinding).toEqual(['family-code'])
    expect(regionWords('540000').otherPaths[0]?.path.slice(2, 5)).toEqual(['更多', '服务事项', '我要办'])
  })
})
