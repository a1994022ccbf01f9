import fc from 'fast-check'
import {
  CODE_CHARACTERS,
  isLetterCode,
  letterCodeInGroups,
  normaliseLetterCode,
} from '../../../shared/values/letter-code'

const code = fc.string({ unit: fc.constantFrom(...CODE_CHARACTERS), minLength: 16, maxLength: 16 })

it('is the same code in groups, in small or wide letters, with blanks and lookalikes', () => {
  fc.assert(
    fc.property(code, (plain) => {
      expect(isLetterCode(plain)).toBe(true)
      const wide = [...plain]
        .map((character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
        .join('')
      for (const typed of [
        letterCodeInGroups(plain),
        letterCodeInGroups(plain).toLowerCase().replaceAll('-', ' '),
        letterCodeInGroups(plain).replaceAll('-', '－'),
        plain.replaceAll('0', 'O').replaceAll('1', 'l').replaceAll('V', 'u'),
        wide,
      ]) {
        expect(normaliseLetterCode(typed)).toBe(plain)
      }
    }),
  )
})

it.each(['', 'A'.repeat(15), 'A'.repeat(17), '核'.repeat(16), 'AAAA_AAAA_AAAA_A'])('%s is none', (text) => {
  expect(isLetterCode(normaliseLetterCode(text))).toBe(false)
})

it('any text can be asked about', () => {
  fc.assert(
    fc.property(fc.string(), (text) =>
      expect(typeof isLetterCode(normaliseLetterCode(text))).toBe('boolean'),
    ),
  )
})
