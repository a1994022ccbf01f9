/** One line of a paragraph. */
export interface Line {
  readonly text: string
  /** In points, before it is spread. */
  readonly width: number
  /** Of the first line of a paragraph; 0 elsewhere. */
  readonly indent: number
  /** Added after each character, so that the right edge is even; 0 on a last line. */
  readonly spacing: number
}

interface Setting {
  readonly width: number
  readonly indent: number
  /** Of the characters: a Han character is as wide. */
  readonly size: number
  readonly widthOf: (text: string) => number
}

// What may not begin and what may not end a line (GB/T 15834: 标点符号用法 5.1).
const NEVER_FIRST = /^[，。、；：？！）》〉」』】〕〗”’…—·％%‰℃.,;:?!)\]}]/u
const NEVER_LAST = /[（《〈「『【〔〖“‘([{$¥￥]$/u
const WORD_CHARACTER = /[\p{Script=Latin}\p{Nd}\-_./:@#&+%]/u
/** More than this between two characters looks torn; the line then stays uneven. In parts of the width of a Han character. */
const WIDEST_SPACING = 0.14

/** Breaks a paragraph as Chinese is broken: between any two characters, but not before 。 and not after （. */
export function brokenIntoLines(paragraph: string, setting: Setting): Line[] {
  const lines: { text: string; width: number }[] = []
  let text = ''
  let width = 0
  const room = () => setting.width - (lines.length === 0 ? setting.indent : 0)
  const close = () => {
    const kept = text.trimEnd()
    lines.push({ text: kept, width: widthOfEach(kept, setting) })
    text = ''
    width = 0
  }
  for (const piece of pieces(paragraph)) {
    const whole = widthOfEach(piece, setting)
    if (width + whole <= room()) {
      text += piece
      width += whole
      continue
    }
    if (text !== '' && whole <= setting.width) {
      close()
      text = piece.trimStart()
      width = widthOfEach(text, setting)
      continue
    }
    for (const character of piece) {
      const own = setting.widthOf(character)
      if (text !== '' && width + own > room()) close()
      text += character
      width += own
    }
  }
  if (text !== '' || lines.length === 0) close()
  return lines.map((line, index) => {
    const indent = index === 0 ? setting.indent : 0
    const isLast = index === lines.length - 1
    return { ...line, indent, spacing: isLast ? 0 : spread(line, setting.width - indent, setting) }
  })
}

/** Added up by character: those widths are known already, and laying out each line again for each size would take most of the time. */
function widthOfEach(text: string, { widthOf }: Setting): number {
  return [...text].reduce((sum, character) => sum + widthOf(character), 0)
}

function spread(line: { text: string; width: number }, width: number, { size }: Setting): number {
  const gaps = [...line.text].length - 1
  if (gaps < 1) return 0
  const spacing = (width - line.width) / gaps
  return spacing > 0 && spacing <= size * WIDEST_SPACING ? spacing : 0
}

/** The parts between which a line may end. */
function pieces(paragraph: string): string[] {
  const found: string[] = []
  let isWord = false
  for (const character of paragraph) {
    const last = found.at(-1)
    const continues = isWord && WORD_CHARACTER.test(character)
    isWord = WORD_CHARACTER.test(character)
    const belongs = continues || NEVER_FIRST.test(character) || character === ' '
    if (last !== undefined && (belongs || NEVER_LAST.test(last))) found[found.length - 1] = last + character
    else found.push(character)
  }
  return found
}
