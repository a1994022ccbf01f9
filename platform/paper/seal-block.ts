import { LETTER_PRINT, momentText } from '../../shared/copy/letter-print'
import { instant } from '../../shared/values/day'
import { codeSquares, type Density, linesOf, printable, writeHeading } from './blocks'
import type { Block } from './flow'
import { CONTENT_WIDTH, type Colour, type Element, type Paper, SHEET } from './paper'
import type { WholeFont } from './whole-font'

export interface PrintableSeal {
  /** 64 hexadecimal digits. */
  readonly sm3: string
  readonly keyId: string
  /** An instant. */
  readonly signedAt: string
  readonly letterId: string
}

interface Check {
  readonly seal: PrintableSeal
  readonly checkUrl: string
  readonly checkCode: string
}

const PADDING = 12
const CODE_SIDE = 82
/** Four light squares belong around a code (ISO/IEC 18004); without them some phones do not find it. */
const QUIET = 4
const CODE_COLUMN = 118
const TEXT_WIDTH = CONTENT_WIDTH - CODE_COLUMN - PADDING * 3
const FIRST_LINE = 30
const SMALL = 8
const LINE = 12.5

/** The seal on the left, and on the right what anybody needs to check it: a code to scan and one to type. */
export function sealBlock(font: WholeFont, check: Check, density: Density): Block {
  const entries = entriesOf(check.seal)
  const labelWidth = Math.max(...entries.map(({ label }) => font.widthOf(label, SMALL))) + 10
  const wrapped = (text: string, width: number) =>
    linesOf(text, font, { width, style: { size: SMALL } }).map((line) => line.text)
  const list = entries.map(({ label, values }) => ({
    label,
    values: values.flatMap((value) => wrapped(value, TEXT_WIDTH - labelWidth)),
  }))
  const how = wrapped(LETTER_PRINT.checkHow, TEXT_WIDTH)
  const address = wrapped(check.checkUrl, TEXT_WIDTH)
  const lines = list.reduce((sum, { values }) => sum + values.length, 0) + how.length + address.length
  const height = Math.max(FIRST_LINE + lines * LINE + 5 + PADDING, CODE_SIDE + 32 + PADDING * 2)

  const draw = (paper: Paper, top: number, element: Element) => {
    const left = SHEET.left + PADDING
    paper.unread(() => paper.box({ x: SHEET.left, y: top, width: CONTENT_WIDTH, height }, { fill: 'tint' }))
    paper.marked(paper.part('H2', element), 'H2', () =>
      writeHeading(paper, LETTER_PRINT.seal, left, top + 8, 10.5),
    )
    let y = top + FIRST_LINE
    const writeLines = (texts: readonly string[], x: number, colour: Colour) => {
      for (const text of texts) {
        paper.write(text, x, y, LINE, { size: SMALL, colour })
        y += LINE
      }
    }
    for (const { label, values } of list) {
      paper.marked(paper.part('P', element), 'P', () => {
        paper.write(label, left, y, LINE, { size: SMALL, colour: 'quiet' })
        writeLines(values, left + labelWidth, 'ink')
      })
    }
    y += 5
    paper.marked(paper.part('P', element), 'P', () => {
      writeLines(how, left, 'quiet')
      writeLines(address, left, 'ink')
    })
    drawCodes(paper, font, top, element, check)
  }
  return { tag: 'Sect', gapBefore: density.gap, rows: [{ height, draw }] }
}

function drawCodes(
  paper: Paper,
  font: WholeFont,
  top: number,
  element: Element,
  { checkUrl, checkCode }: Check,
): void {
  const column = SHEET.width - SHEET.right - PADDING - CODE_COLUMN
  const [x, y] = [column + (CODE_COLUMN - CODE_SIDE) / 2, top + PADDING]
  const squares = codeSquares(checkUrl)
  const quiet = (CODE_SIDE / (squares.length + QUIET * 2)) * QUIET
  const inner = CODE_SIDE - quiet * 2
  const figure = paper.part('Figure', element, { alt: LETTER_PRINT.checkPicture })
  paper.marked(figure, 'Figure', () => {
    paper.box({ x, y, width: CODE_SIDE, height: CODE_SIDE }, { fill: 'white' })
    paper.squares(squares, { x: x + quiet, y: y + quiet, width: inner, height: inner })
  })
  paper.marked(paper.part('P', element), 'P', () => {
    const centred = (text: string, size: number) => column + (CODE_COLUMN - paper.widthOf(text, size)) / 2
    const label = LETTER_PRINT.checkCode
    const labelTop = y + CODE_SIDE + 5
    paper.write(label, centred(label, SMALL), labelTop, 11, { size: SMALL, colour: 'quiet' })
    const code = printable(checkCode, font)
    const size = Math.min(9.5, (CODE_COLUMN / paper.widthOf(code, 9.5)) * 9.5)
    paper.write(code, centred(code, size), labelTop + 12, 14, { size, strong: true })
  })
}

function entriesOf(seal: PrintableSeal): { label: string; values: string[] }[] {
  return [
    { label: LETTER_PRINT.sm3, values: inGroups(seal.sm3) },
    { label: LETTER_PRINT.sealedAt, values: [momentText(instant(seal.signedAt))] },
    { label: LETTER_PRINT.keyId, values: [seal.keyId] },
    { label: LETTER_PRINT.letterId, values: [seal.letterId] },
  ]
}

/** Eight and eight, four groups a line: so that two people can compare it aloud. */
function inGroups(digits: string): string[] {
  const groups = digits.match(/.{1,8}/g) ?? []
  return [groups.slice(0, 4).join(' '), groups.slice(4).join(' ')].filter((line) => line !== '')
}
