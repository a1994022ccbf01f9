import { formRefusal, isTooSimple, verificationRefusal } from '../../../cloudfunctions/identity/decide'
import { personByOpenid } from '../../../local/people'
import type { IdDocument } from '../../../shared/values/id-document'

const { name, idNumber } = personByOpenid('o-xizang-zhaxi')
const document: IdDocument = { idType: '01', idNumber }
const passed = { outcome: 'passed', name, document } as const

it.each([
  [idNumber.slice(0, 17), 'length'],
  [`${idNumber.slice(0, 17)}${idNumber.endsWith('1') ? '2' : '1'}`, 'check-digit'],
  [`${idNumber.slice(0, 6)}19901332${idNumber.slice(14)}`, 'birth-day'],
  ['ABCDEFGHIJKLMNOPQR', 'characters'],
])('says what is wrong with %s', (wrong, problem) => {
  expect(formRefusal({ idType: '01', idNumber: wrong })).toMatchObject({
    code: 'id-number-invalid',
    facts: { problem },
  })
})

it('takes a verification for the person in the form and for nobody else', () => {
  const other = { ...document, idNumber: personByOpenid('o-xizang-zhuoma').idNumber }
  expect(formRefusal(document)).toBeNull()
  expect(verificationRefusal({ name, document }, passed)).toBeNull()
  expect(verificationRefusal({ name: `${name}×`, document }, passed)?.code).toBe('name-mismatch')
  expect(verificationRefusal({ name, document: other }, passed)).toEqual(
    verificationRefusal({ name, document }, { outcome: 'failed' }),
  )
  expect(verificationRefusal({ name, document }, { outcome: 'unknown' })?.code).toBe('verification-failed')
})

it.each(['000000', '123456', '987654', '111111', idNumber.slice(8, 14), idNumber.slice(6, 12)])(
  'finds %s too simple',
  (password) => expect(isTooSimple(password, document)).toBe(true),
)

it.each(['739154', '112233', '135791'])('takes %s', (password) =>
  expect(isTooSimple(password, document)).toBe(false),
)
