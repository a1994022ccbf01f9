import PDFDocument from 'pdfkit'
import { type Instant, millisecondsOf } from '../../shared/values/day'
import { type Box, type PenStrokes, strokePath, strokesInBox } from './pen'
import type { WholeFont } from './whole-font'

/** A4 in points. */
export const SHEET = { width: 595.28, height: 841.89, left: 56, right: 56, top: 46, bottom: 62 } as const
export const CONTENT_WIDTH = SHEET.width - SHEET.left - SHEET.right

export const COLOURS = {
  ink: '#1f2a2e',
  quiet: '#55626a',
  hairline: '#cbd5d2',
  tint: '#f2f7f5',
  accent: '#0a5f4e',
  pen: '#12233f',
  white: '#ffffff',
} as const

export type Colour = keyof typeof COLOURS
export type Element = PDFKit.PDFStructureElement

export interface TextStyle {
  readonly size: number
  readonly colour?: Colour
  /** Drawn with a fine outline: a second file of 10 MB for a few bold words would weigh on every function. */
  readonly strong?: boolean
  /** Points added after each character. */
  readonly spacing?: number
}

/** What was written where, in the order of writing. */
export interface Writing {
  readonly page: number
  readonly text: string
  readonly x: number
  readonly baseline: number
  readonly style: TextStyle
}

// The square of a Han character stands 0.88 above and 0.12 below the baseline in Noto Sans.
const ABOVE_BASELINE = 0.88
const STRONG_OUTLINE = 0.022

/**
 * A document of A4 pages: text, lines, boxes, pen strokes and codes, each at a place, with the marks that a reading
 * aloud follows. The same calls give the same bytes.
 */
export class Paper {
  readonly writings: Writing[] = []
  readonly body: Element
  private readonly document: PDFKit.PDFDocument
  private readonly parts: Buffer[] = []
  private pageNumber = 0
  private pageCount = 0

  constructor(
    readonly font: WholeFont,
    about: { readonly title: string; readonly subject: string; readonly createdAt: Instant },
  ) {
    this.document = new PDFDocument({
      autoFirstPage: false,
      bufferPages: true,
      // Without an empty name pdfkit would look for Helvetica, which is not embedded.
      font: '',
      size: [SHEET.width, SHEET.height],
      margin: 0,
      pdfVersion: '1.7',
      tagged: true,
      lang: 'zh-CN',
      displayTitle: true,
      info: {
        Title: about.title,
        Subject: about.subject,
        CreationDate: new Date(millisecondsOf(about.createdAt)),
        ModDate: new Date(millisecondsOf(about.createdAt)),
      },
    })
    this.document.on('data', (part: Buffer) => this.parts.push(part))
    this.body = this.document.struct('Document')
    this.document.addStructure(this.body)
    this.addPage()
  }

  get pages(): number {
    return this.pageCount
  }

  addPage(): void {
    this.document.addPage()
    this.pageCount += 1
    this.pageNumber = this.pageCount
    // pdfkit takes a fontkit font as well as bytes, which its types do not say; so the file is parsed once only.
    this.document.font(this.font.font as unknown as Buffer)
  }

  /** Goes back to a page, counted from 1, for what is only known at the end. */
  turnTo(page: number): void {
    this.document.switchToPage(page - 1)
    this.pageNumber = page
  }

  part(type: string, into: Element, options: { readonly alt?: string } = {}): Element {
    const element = this.document.struct(type, options)
    into.add(element)
    return element
  }

  /** What is drawn belongs to the element and is read where the element stands. */
  marked(element: Element, tag: string, draw: () => void): void {
    element.add(this.document.markStructureContent(tag))
    draw()
    this.document.endMarkedContent()
  }

  /** Ornament, and what repeats on every page: not read aloud. */
  unread(draw: () => void): void {
    this.document.markContent('Artifact', { type: 'Layout' })
    draw()
    this.document.endMarkedContent()
  }

  widthOf(text: string, size: number): number {
    return this.font.widthOf(text, size)
  }

  /** Writes one line; `top` is the upper edge of a line of that height. */
  write(text: string, x: number, top: number, lineHeight: number, style: TextStyle): void {
    if (text === '') return
    const { size, colour = 'ink', strong = false, spacing = 0 } = style
    const baseline = top + (lineHeight - size) / 2 + size * ABOVE_BASELINE
    this.writings.push({ page: this.pageNumber, text, x, baseline, style })
    this.document.fontSize(size).fillColor(COLOURS[colour])
    if (strong) this.document.strokeColor(COLOURS[colour]).lineWidth(size * STRONG_OUTLINE)
    this.document.text(text, x, baseline, {
      lineBreak: false,
      baseline: 'alphabetic',
      characterSpacing: spacing,
      fill: true,
      stroke: strong,
    })
  }

  rule(x: number, y: number, width: number, weight: number, colour: Colour): void {
    this.document.lineWidth(weight).strokeColor(COLOURS[colour])
    this.document
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke()
  }

  box({ x, y, width, height }: Box, look: { readonly fill?: Colour; readonly edge?: Colour }): void {
    if (look.fill !== undefined) this.document.rect(x, y, width, height).fill(COLOURS[look.fill])
    if (look.edge === undefined) return
    this.document.lineWidth(0.6).strokeColor(COLOURS[look.edge]).rect(x, y, width, height).stroke()
  }

  handwriting(strokes: PenStrokes, box: Box): void {
    this.document.save().lineWidth(1.5).lineCap('round').lineJoin('round').strokeColor(COLOURS.pen)
    for (const stroke of strokesInBox(strokes, box)) this.document.path(strokePath(stroke)).stroke()
    this.document.restore()
  }

  /** Dark squares of a code, row by row; neighbours are one rectangle, so that no hair of light stands between them. */
  squares(rows: readonly (readonly boolean[])[], box: Box): void {
    const side = box.width / rows.length
    for (const [y, row] of rows.entries()) {
      for (let x = 0; x < row.length; x += 1) {
        if (!row[x]) continue
        const from = x
        while (row[x + 1]) x += 1
        this.document.rect(box.x + from * side, box.y + y * side, (x - from + 1) * side, side)
      }
    }
    this.document.fill('#000000')
  }

  async bytes(): Promise<Buffer> {
    const ended = new Promise<void>((resolve, reject) => {
      this.document.on('end', resolve)
      this.document.on('error', reject)
    })
    this.body.end()
    this.document.end()
    await ended
    return Buffer.concat(this.parts)
  }
}
