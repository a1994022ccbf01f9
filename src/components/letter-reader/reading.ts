/** A letter's text in its paragraphs; empty lines only part them. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}

/** Everything that is read and sealed, part by part: the paragraphs, then the lines. */
export function partsOf(
  text: string,
  facts: readonly { readonly label: string; readonly value: string }[],
): readonly string[] {
  return [...paragraphsOf(text), ...facts.map(({ label, value }) => `${label}：${value}`)]
}

// A screen of the largest letters holds about 220 characters above the button; less than that is never skipped.
const PART_CHARACTERS = 160

/**
 * The paragraphs at which the button 往下看 stops, each at most a small screen further on, so that whoever reads with
 * the button alone has had every line before her eyes. The first is where she stands already.
 */
export function stopsOf(paragraphs: readonly string[]): readonly number[] {
  const stops = [0]
  let sinceStop = 0
  paragraphs.forEach((paragraph, index) => {
    if (index > 0 && sinceStop + paragraph.length > PART_CHARACTERS) {
      stops.push(index)
      sinceStop = 0
    }
    sinceStop += paragraph.length
  })
  return stops
}

/** Blanks, punctuation and the width of a sign say nothing about her will; every character does. */
export function isSentenceTyped(typed: string, sentence: string): boolean {
  return plain(typed) === plain(sentence) && plain(sentence) !== ''
}

function plain(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\s,.;:!?、。“”‘’「」《》…—-]/g, '')
}
