import { decideEstablish } from '../../../cloudfunctions/bindings/decide-family'
import { refusalSentence } from '../../../shared/copy'
import type { EnrolmentFacts } from '../../../shared/rules'
import { day } from '../../../shared/values/day'

const HENAN: EnrolmentFacts = {
  scheme: 'employee',
  enrolment: 'active',
  regionCode: '410000',
  poolingAreaCode: '410100',
}

describe('共济家庭建立', () => {
  it('is for the region of her enrolment', () => {
    expect(decideEstablish(HENAN, day('2025-11-05'))).toEqual({ ok: true, value: '410000' })
  })

  it.each<[string, Partial<EnrolmentFacts>, string]>([
    ['居民医保', { scheme: 'resident' }, 'not-employee-scheme'],
    ['没有参保', { scheme: null, enrolment: 'none' }, 'not-enrolled'],
    ['停保', { enrolment: 'suspended' }, 'enrolment-suspended'],
    ['西藏没有这一步', { regionCode: '540000' }, 'not-allowed'],
    ['没有参保地', { regionCode: null }, 'not-allowed'],
  ])('%s', (_name, changed, code) => {
    const decided = decideEstablish({ ...HENAN, ...changed }, day('2025-11-05'))
    expect(decided).toMatchObject({ ok: false, refusal: { code } })
    if (!decided.ok) expect(refusalSentence(decided.refusal)).toMatch(/\p{Script=Han}.*。$/u)
  })
})
