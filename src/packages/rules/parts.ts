/** A part weighs no more than this on its way to the view, in bytes: what one tap sends has a budget of 4 KB. */
const PART_BYTES = 3_400
/** What an element costs on that way besides its text. */
const ELEMENT_BYTES = 80

/**
 * Rows in parts, each as long as a tap may send at once; a row that is longer by itself is a part by itself. In order,
 * and none is left out.
 */
export function partsOf<Row>(
  rows: readonly Row[],
  textsOf: (row: Row) => readonly string[],
): readonly (readonly Row[])[] {
  const parts: Row[][] = []
  let room = 0
  for (const row of rows) {
    const bytes = textsOf(row).reduce((sum, text) => sum + ELEMENT_BYTES + bytesIn(text), 0)
    const part = parts.at(-1)
    if (part === undefined || bytes > room) {
      parts.push([row])
      room = PART_BYTES - bytes
    } else {
      part.push(row)
      room -= bytes
    }
  }
  return parts
}

/** In UTF-8, where a Chinese character takes three. */
function bytesIn(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (letter < '\u0080' ? 1 : 3), 0)
}
