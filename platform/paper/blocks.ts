import { encode } from 'uqr'
import type { Block, Row } from './flow'
import { brokenIntoLines } from './lines'
import { CONTENT_WIDTH, type Paper, SHEET, type TextStyle } from './paper'
import { printableText } from './printable-text'
import type { WholeFont } from './whole-font'

/** How large the running text is and how far its lines stand apart; everything else follows from it. */
export interface Density {
  readonly size: number
  readonly lineHeight: number
  readonly gap: number
}

export interface LabelledValue {
  readonly label: string
  readonly value: string
}

/** A few words at the left and the right edge above everything, and the title of the document. */
export function headBlocks(
  font: WholeFont,
  { left, right, title }: { readonly left: string; readonly right: string; readonly title: string },
  density: Density,
): Block[] {
  const quiet: TextStyle = { size: 8.5, colour: 'quiet' }
  const above: Row = {
    height: 20,
    draw(paper, top, element) {
      paper.marked(element, 'P', () => {
        paper.write(printable(left, font), SHEET.left, top, 12, quiet)
        const text = printable(right, font)
        paper.write(text, SHEET.width - SHEET.right - paper.widthOf(text, quiet.size), top, 12, quiet)
      })
      paper.unread(() => paper.rule(SHEET.left, top + 17, CONTENT_WIDTH, 1.2, 'accent'))
    },
  }
  const style: TextStyle = { size: 18, strong: true }
  const rows = linesOf(title, font, { width: CONTENT_WIDTH, style }).map(
    (line): Row => ({
      height: 26,
      draw(paper, top, element) {
        const x = SHEET.left + (CONTENT_WIDTH - line.width) / 2
        paper.marked(element, 'H1', () => paper.write(line.text, x, top, 26, style))
      },
    }),
  )
  return [
    { tag: 'P', gapBefore: 0, rows: [above] },
    { tag: 'H1', gapBefore: density.gap * 0.8, rows },
  ]
}

/** Paragraphs as Chinese sets them: the first line two characters in, the right edge even. */
export function paragraphBlocks(font: WholeFont, text: string, density: Density): Block[] {
  const { size, lineHeight, gap } = density
  const paragraphs = text.split('\n').filter((paragraph) => paragraph.trim() !== '')
  return paragraphs.map((paragraph, index) => ({
    tag: 'P',
    gapBefore: index === 0 ? gap : gap * 0.18,
    rows: linesOf(paragraph.trim(), font, {
      width: CONTENT_WIDTH,
      style: { size },
      indent: size * 2,
    }).map(({ text: line, indent, spacing }) => ({
      height: lineHeight,
      draw(paper, top, element) {
        paper.marked(element, 'P', () =>
          paper.write(line, SHEET.left + indent, top, lineHeight, { size, spacing }),
        )
      },
    })),
  }))
}

const CELL_PADDING = 8

/** Two facts beside each other where both are short, one over the whole width where it is long. */
export function factsBlock(font: WholeFont, facts: readonly LabelledValue[], density: Density): Block[] {
  if (facts.length === 0) return []
  const size = density.size - 1
  const lineHeight = size * 1.45
  const printed = facts.map(({ label, value }) => ({
    label: printable(label, font),
    value: printable(value, font),
  }))
  const widest = Math.max(...printed.map(({ label }) => font.widthOf(label, size)))
  const labelWidth = Math.min(widest, CONTENT_WIDTH * 0.22) + CELL_PADDING * 2
  const half = CONTENT_WIDTH / 2
  const isShort = ({ value }: LabelledValue) =>
    font.widthOf(value, size) <= half - labelWidth - CELL_PADDING * 2
  const rows = inPairs(printed, isShort).map((pair): Row => {
    const width = CONTENT_WIDTH / pair.length
    const cells = pair.map(({ label, value }) => ({
      label: linesOf(label, font, { width: labelWidth - CELL_PADDING * 2, style: { size } }),
      value: linesOf(value, font, { width: width - labelWidth - CELL_PADDING * 2, style: { size } }),
    }))
    const most = Math.max(...cells.flatMap(({ label, value }) => [label.length, value.length]))
    const height = most * lineHeight + density.gap * 0.7
    return {
      height,
      draw(paper, top, table) {
        const row = paper.part('TR', table)
        paper.unread(() => {
          for (const index of cells.keys()) {
            paper.box({ x: SHEET.left + index * width, y: top, width: labelWidth, height }, { fill: 'tint' })
          }
          paper.box({ x: SHEET.left, y: top, width: CONTENT_WIDTH, height }, { edge: 'hairline' })
        })
        for (const [index, cell] of cells.entries()) {
          const x = SHEET.left + index * width
          const textTop = (lines: number) => top + (height - lines * lineHeight) / 2
          for (const [tag, lines, left, colour] of [
            ['TH', cell.label, x + CELL_PADDING, 'quiet'],
            ['TD', cell.value, x + labelWidth + CELL_PADDING, 'ink'],
          ] as const) {
            paper.marked(paper.part(tag, row), tag, () => {
              for (const [at, line] of lines.entries()) {
                paper.write(line.text, left, textTop(lines.length) + at * lineHeight, lineHeight, {
                  size,
                  colour,
                })
              }
            })
          }
        }
      },
    }
  })
  return [{ tag: 'Table', gapBefore: density.gap, rows }]
}

function inPairs<Item>(items: readonly Item[], isShort: (item: Item) => boolean): Item[][] {
  const rows: Item[][] = []
  let waiting: Item[] | null = null
  for (const item of items) {
    if (waiting !== null && isShort(item)) {
      waiting.push(item)
      waiting = null
      continue
    }
    const row = [item]
    rows.push(row)
    waiting = isShort(item) ? row : null
  }
  return rows
}

/** A heading inside the document. */
export function writeHeading(paper: Paper, text: string, x: number, top: number, size: number): void {
  paper.write(text, x, top, size * 1.5, { size, colour: 'accent', strong: true })
}

/** The dark squares of the code for a text. The white around it is the paper's. */
export function codeSquares(text: string): boolean[][] {
  return encode(text, { ecc: 'M', border: 0 }).data
}

/** At the foot of every page: what the paper is, and which page of how many. */
export function writeFooters(
  paper: Paper,
  font: WholeFont,
  said: { readonly note: string; page(number: number, of: number): string },
): void {
  const style: TextStyle = { size: 7.5, colour: 'quiet' }
  const top = SHEET.height - SHEET.bottom + 16
  for (let page = 1; page <= paper.pages; page += 1) {
    paper.turnTo(page)
    paper.unread(() => {
      paper.rule(SHEET.left, top - 4, CONTENT_WIDTH, 0.5, 'hairline')
      const number = said.page(page, paper.pages)
      const numberWidth = paper.widthOf(number, style.size)
      const width = CONTENT_WIDTH - numberWidth - 24
      for (const [at, line] of linesOf(said.note, font, { width, style }).entries()) {
        paper.write(line.text, SHEET.left, top + at * 11, 11, style)
      }
      paper.write(number, SHEET.width - SHEET.right - numberWidth, top, 11, style)
    })
  }
}

export function linesOf(
  text: string,
  font: WholeFont,
  setting: { readonly width: number; readonly style: { readonly size: number }; readonly indent?: number },
) {
  return brokenIntoLines(printable(text, font), {
    width: setting.width,
    indent: setting.indent ?? 0,
    size: setting.style.size,
    widthOf: (part) => font.widthOf(part, setting.style.size),
  })
}

export function printable(text: string, font: WholeFont): string {
  return printableText(text, font.has)
}
