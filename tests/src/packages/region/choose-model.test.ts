import { regions, regionWords } from '../../../../shared/rules'
import { enrolmentSentence, regionAtFirst } from '../../../../src/packages/region/choose/model'

const held = regions().map(({ regionCode }) => regionWords(regionCode))
const settings = { regionCode: null, elderMode: false, hasPaymentPassword: false }

describe('the choice of a region', () => {
  it('begins with the one in use, else that of the enrolment, else one that is held', () => {
    expect(regionAtFirst(held, '130000', '540000')).toBe('130000')
    expect(regionAtFirst(held, null, '540000')).toBe('540000')
    expect(regionAtFirst(held, null, '990000')).toBe(held[0]?.regionCode)
    expect(regionAtFirst([], null, null)).toBeNull()
  })

  it('says where the person is insured, and whether its rules are held', () => {
    expect(enrolmentSentence({ linked: false, settings, notices: [] }, held)).toContain('确认身份后')
    expect(enrolmentSentence({ linked: true, settings, notices: [] }, held)).toContain('没有查到')
  })
})
