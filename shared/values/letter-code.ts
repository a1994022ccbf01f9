/** Crockford's base 32: no I, L, O and U, which are taken for 1, 0 and V on paper. */
export const CODE_CHARACTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const CODE_LENGTH = 16
const LOOKALIKES: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0', U: 'V' }

/** The code as it is kept: blanks, dashes, small and full-width letters and lookalikes make no difference. */
export function normaliseLetterCode(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u2010-\u2015\u2212\u4E00·.-]/g, '')
    .toUpperCase()
    .replace(/[ILOU]/g, (character) => LOOKALIKES[character] ?? character)
}

/** Whether the text, once normalised, can be a code at all. */
export function isLetterCode(code: string): boolean {
  return code.length === CODE_LENGTH && [...code].every((character) => CODE_CHARACTERS.includes(character))
}

/** In groups of four, as it is printed and read aloud. */
export function letterCodeInGroups(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join('-')
}
