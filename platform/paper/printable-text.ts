import { unprintableText } from '../../shared/copy/letter-print'

/** Variation selectors, joiners and marks of direction: they choose a form or an order and have no ink of their own. */
const WITHOUT_INK = /\p{Default_Ignorable_Code_Point}/u
const BLANK = /[\s\p{Cc}]/u

/**
 * The text as it can be set in a font: a character that the font does not have is named by its code, so that nothing
 * is lost and no empty box stands in a name.
 * @param has whether the font has a glyph for a code point
 */
export function printableText(text: string, has: (codePoint: number) => boolean): string {
  let printable = ''
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    if (WITHOUT_INK.test(character)) continue
    if (BLANK.test(character)) printable += character === '\u3000' ? character : ' '
    else printable += has(codePoint) ? character : unprintableText(codePoint)
  }
  return printable
}
