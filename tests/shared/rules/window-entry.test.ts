import { acceptanceAtWindowRefused, notClerk, servedAtWindow } from '../../../shared/rules'

const byDocument = { identifiedBy: 'document', staffId: 'clerk-meng' } as const
const byCheck = { identifiedBy: 'verification', staffId: 'clerk-meng' } as const

describe('a window', () => {
  it.each([
    ['nobody signed there', null, 'clerk-meng', 'letter-not-signed'],
    ['a document, the same clerk', byDocument, 'clerk-meng', 'not-allowed'],
    ['a document, another clerk', byDocument, 'clerk-duan', null],
    ['a check of her own, the same clerk', byCheck, 'clerk-meng', null],
    ['a check of her own, another clerk', byCheck, 'clerk-duan', null],
  ])('enters an acceptance: %s', (_, signature, _id, code) => {
    expect(acceptanceAtWindowRefused(signature, { _id })?.code ?? null).toBe(code)
  })

  it.each([
    ['130000', 'by-relative', true],
    ['130000', 'in-person', true],
    ['130000', 'by-guardian', false],
    ['540000', 'by-relative', false],
  ] as const)('of 河北 serves an invitation of %s, %s: %s', (regionCode, acceptance, served) => {
    expect(servedAtWindow({ regionCode: '130000' }, { regionCode, acceptance })).toBe(served)
    expect(servedAtWindow({ regionCode: null }, { regionCode, acceptance })).toBe(
      acceptance !== 'by-guardian',
    )
  })

  it('is a clerk’s', () => {
    expect(notClerk({ role: 'clerk' })).toBeNull()
    expect(notClerk({ role: 'reviewer' })?.facts).toEqual({ reason: 'clerks-only' })
  })
})
