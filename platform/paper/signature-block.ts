import { LETTER_PRINT } from '../../shared/copy/letter-print'
import { instant } from '../../shared/values/day'
import { type Density, printable, writeHeading } from './blocks'
import type { Block, Row } from './flow'
import { CONTENT_WIDTH, type Element, type Paper, SHEET } from './paper'
import type { PenStrokes } from './pen'
import type { WholeFont } from './whole-font'

/** One of those who sign. */
export interface PrintableSignature {
  readonly who: string
  /** Whether the paper is for her: her own handwriting is drawn, the other side's is only said to be there. */
  readonly own: boolean
  /** `t` in milliseconds is sealed but not drawn. */
  readonly strokes?: PenStrokes & {
    readonly strokes: readonly (readonly { readonly x: number; readonly y: number; readonly t: number }[])[]
  }
  /** An instant; null where she has not signed. */
  readonly signedAt: string | null
  readonly mode: 'handwritten' | 'tick' | 'typed'
}

const GAP = 14
const PADDING = 10
const ACROSS = 2
const SMALL = 8.5
const HEADING = 21

/** Where each side has signed, two beside each other: a pen's strokes, or in words that it was done and how. */
export function signatureBlock(
  font: WholeFont,
  signatures: readonly PrintableSignature[],
  density: Density,
): Block[] {
  if (signatures.length === 0) return []
  const height = density.size * 9
  const width = (CONTENT_WIDTH - GAP * (ACROSS - 1)) / ACROSS
  const rows = inRows(signatures).map((row, index): Row => {
    const heading = index === 0 ? HEADING : GAP * 0.7
    return {
      height: heading + height,
      draw(paper, top, element) {
        if (index === 0) {
          paper.marked(paper.part('H2', element), 'H2', () =>
            writeHeading(paper, LETTER_PRINT.signatures, SHEET.left, top, density.size),
          )
        }
        for (const [at, signature] of row.entries()) {
          const place = { x: SHEET.left + at * (width + GAP), y: top + heading, width, height }
          drawSignature(paper, font, element, signature, place)
        }
      },
    }
  })
  return [{ tag: 'Sect', gapBefore: density.gap, rows }]
}

function inRows<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / ACROSS) }, (_, row) =>
    items.slice(row * ACROSS, (row + 1) * ACROSS),
  )
}

interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function drawSignature(
  paper: Paper,
  font: WholeFont,
  element: Element,
  signature: PrintableSignature,
  place: Place,
): void {
  const { x, y, width, height } = place
  paper.unread(() => {
    paper.box(place, { edge: 'hairline' })
    paper.rule(x + PADDING, y + height - 21, width - PADDING * 2, 0.5, 'hairline')
  })
  paper.marked(paper.part('P', element), 'P', () =>
    paper.write(fitted(printable(signature.who, font), paper, width), x + PADDING, y + 6, 13, {
      size: SMALL + 0.5,
      colour: 'quiet',
    }),
  )
  drawHand(paper, element, signature, {
    x: x + PADDING * 2,
    y: y + 22,
    width: width - PADDING * 4,
    height: height - 22 - 25,
  })
  if (signature.signedAt === null) return
  const when = LETTER_PRINT.signedAt(instant(signature.signedAt))
  paper.marked(paper.part('P', element), 'P', () =>
    paper.write(when, x + PADDING, y + height - 18, 13, { size: SMALL, colour: 'quiet' }),
  )
}

/** A name that is too long for its box ends in an ellipsis; it stands in full in the text. */
function fitted(text: string, paper: Paper, width: number): string {
  const characters = [...text]
  const fits = (count: number) =>
    paper.widthOf(`${characters.slice(0, count).join('')}…`, SMALL + 0.5) <= width - PADDING * 2
  if (paper.widthOf(text, SMALL + 0.5) <= width - PADDING * 2) return text
  let count = characters.length
  while (count > 0 && !fits(count)) count -= 1
  return `${characters.slice(0, count).join('')}…`
}

function drawHand(paper: Paper, element: Element, signature: PrintableSignature, place: Place): void {
  const { own, strokes, who, signedAt, mode } = signature
  if (signedAt !== null && own && mode === 'handwritten' && strokes !== undefined) {
    const figure = paper.part('Figure', element, { alt: LETTER_PRINT.picture(who) })
    paper.marked(figure, 'Figure', () => paper.handwriting(strokes, place))
    return
  }
  const said = wordsFor(signature)
  const size = signedAt === null ? 10 : 12
  const middle = place.y + place.height / 2
  const width = paper.widthOf(said, size)
  const x = place.x + (place.width - width) / 2
  if (signedAt !== null) {
    const edge = { x: x - 12, y: middle - 14, width: width + 24, height: 28 }
    paper.unread(() => paper.box(edge, { fill: 'tint', edge: 'accent' }))
  }
  paper.marked(paper.part('P', element), 'P', () =>
    paper.write(said, x, middle - 9, 18, {
      size,
      colour: signedAt === null ? 'quiet' : 'accent',
      strong: signedAt !== null,
    }),
  )
}

function wordsFor({ signedAt, own, mode }: PrintableSignature): string {
  if (signedAt === null) return LETTER_PRINT.unsigned
  if (!own || mode === 'handwritten') return LETTER_PRINT.signedElsewhere
  return mode === 'tick' ? LETTER_PRINT.ticked : LETTER_PRINT.typed
}
