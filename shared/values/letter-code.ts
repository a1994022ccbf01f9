/** Crockford's base 32: no I, L, O and U, which are taken for 1, 0 and V on paper. */
export const CODE_CHARACTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const CODE_LENGTH = 16
const LOOKALIKES: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0', U: 'V' }

/** The code as it is kept: blanks, dashes, small and full-width letters and lookalikes make no difference. */
export function normaliseLetterCode(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}·.]/gu, '')
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
