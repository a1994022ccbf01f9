import fc from 'fast-check'
import { addressOfCheck } from '../../../../shared/contract/check-address'
import { askedInParams, askedInText } from '../../../../src/packages/letters/check/model'

const LETTER = '01JBYW8V7Q0000000000000000'
const CODE = '65FKVRNA6WHQK3Z4'
const ADDRESS = addressOfCheck('https://example.org/h5/', LETTER, CODE)

it('the address under a letter is that of the page, with or without a last stroke', () => {
  expect(ADDRESS).toBe(
    `https://example.org/h5/#/packages/letters/check/index?letterId=${LETTER}&code=${CODE}`,
  )
  for (const root of [
    'https://example.org/h5',
    'https://example.org/h5//',
    'https://example.org/h5/?a=1#x',
  ]) {
    expect(addressOfCheck(root, LETTER, CODE)).toBe(ADDRESS)
  }
})

it('is read from the page’s own address, from WeChat’s `q` and from what a camera scanned', () => {
  const asked = { letterId: LETTER, code: CODE }
  expect(askedInParams({ letterId: LETTER, code: '65fk-vrna-6whq-k3z4' })).toEqual(asked)
  expect(askedInParams({ q: encodeURIComponent(ADDRESS) })).toEqual(asked)
  expect(askedInText(ADDRESS)).toEqual(asked)
})

it('a code that is typed needs no letter', () => {
  expect(askedInText('65FK-VRNA-6WHQ-K3Z4')).toEqual({ code: CODE })
  expect(askedInText(' 65fk vrna 6whq k3z4 ')).toEqual({ code: CODE })
  expect(askedInParams({ letterId: 'x', code: CODE })).toEqual({ code: CODE })
})

it.each(['', '65FK', '%', 'https://example.org/', 'https://example.org/?code=abc'])(
  '%s is nothing to ask',
  (text) => {
    expect(askedInText(text)).toBeNull()
    expect(askedInParams({ code: text })).toBeNull()
  },
)

it('takes any text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      askedInText(text)
      askedInParams({ q: text })
    }),
  )
})
