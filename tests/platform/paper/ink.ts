import { PDFiumLibrary } from '@hyzyla/pdfium'
import PDFDocument from 'pdfkit'
import { COLOURS, type Paper, SHEET, type Writing } from '../../../platform/paper/paper'
import type { WholeFont } from '../../../platform/paper/whole-font'

/** Pixels for a point: 216 to the inch, finer than most printers' half-tones. */
const SCALE = 3
/** Darker than any tint of the papers, so that it is no ink; high, so that the grey edges of characters are. */
const GROUND = 240

export interface Picture {
  readonly width: number
  readonly height: number
  readonly grey: Uint8Array
}

/** The pages as Chrome's own reader draws them. */
export async function pictures(pdf: Buffer): Promise<Picture[]> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(pdf)
    const drawn: Picture[] = []
    for (const page of document.pages()) {
      const { width, height, data } = await page.render({
        scale: SCALE,
        render: 'bitmap',
        colorSpace: 'Gray',
      })
      drawn.push({ width, height, grey: Uint8Array.from(data.subarray(0, width * height)) })
    }
    document.destroy()
    return drawn
  } finally {
    library.destroy()
  }
}

interface Cell {
  readonly character: string
  readonly page: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Where each character of a writing stands, by the whole font's own measures. */
function cellsOf({ page, text, x, baseline, style }: Writing, font: WholeFont): Cell[] {
  const run = font.font.layout(text)
  const em = style.size / font.font.unitsPerEm
  let left = x
  return run.glyphs.map((glyph, index) => {
    const advance = (run.positions[index]?.xAdvance ?? 0) * em + (style.spacing ?? 0)
    const cell = {
      character: String.fromCodePoint(...glyph.codePoints),
      page,
      left,
      right: left + advance,
      top: baseline - style.size,
      bottom: baseline + style.size * 0.3,
    }
    left += advance
    return cell
  })
}

/** The same characters at the same places, drawn as outlines of the whole font: no subset and no embedded font in between. */
export async function outlined(paper: Paper): Promise<Buffer> {
  const { font } = paper.font
  const size: [number, number] = [SHEET.width, SHEET.height]
  const document = new PDFDocument({ autoFirstPage: false, font: '', size, margin: 0 })
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  for (let page = 1; page <= paper.pages; page += 1) {
    document.addPage()
    for (const { text, x, baseline, style } of paper.writings.filter((each) => each.page === page)) {
      const run = font.layout(text)
      const em = style.size / font.unitsPerEm
      let left = x
      for (const [index, glyph] of run.glyphs.entries()) {
        const path = glyph.path.toSVG()
        const colour = COLOURS[style.colour ?? 'ink']
        if (path !== '') {
          document.save().translate(left, baseline).scale(em, -em)
          // A path that is one upright rectangle, as in 一, would be moved to whole pixels; with a point beside it, it is not.
          document.path(`${path}M0 0L0 0Z`)
          // The outline is as wide as the paper draws it: in the units of the font.
          if (style.strong === true) {
            document.lineWidth(font.unitsPerEm * 0.022).fillAndStroke(colour, colour)
          } else document.fill(colour)
          document.restore()
        }
        left += (run.positions[index]?.xAdvance ?? 0) * em + (style.spacing ?? 0)
      }
    }
  }
  const ended = new Promise((resolve) => document.on('end', resolve))
  document.end()
  await ended
  return Buffer.concat(parts)
}

export interface InkOfCharacter {
  readonly character: string
  /** The line in which it stands. */
  readonly line: string
  /** Ink in the printed file over ink of the whole font; 1 where nothing is lost. */
  readonly ratio: number
  /** Whether so little differs that it is the rounding to pixels: a tenth, or of a mark such as a full stop six pixels. */
  readonly whole: boolean
}

/** Compares the ink of every character on the paper with that of the whole font. Blanks have none and are left out. */
export async function inkOfCharacters(paper: Paper, pdf: Buffer): Promise<InkOfCharacter[]> {
  const printed = await pictures(pdf)
  const reference = await pictures(await outlined(paper))
  if (printed.length !== reference.length) {
    throw new Error(`${printed.length} pages instead of ${reference.length}`)
  }
  return paper.writings.flatMap((writing) =>
    cellsOf(writing, paper.font).flatMap((cell) => {
      const expected = inkIn(reference[cell.page - 1], cell)
      if (expected === 0) return []
      const found = inkIn(printed[cell.page - 1], cell)
      const whole = Math.abs(found - expected) <= Math.max(expected * 0.1, 6 * GROUND)
      return [{ character: cell.character, line: writing.text, ratio: found / expected, whole }]
    }),
  )
}

function inkIn(picture: Picture | undefined, cell: Cell): number {
  if (picture === undefined) throw new Error(`no page ${cell.page}`)
  let ink = 0
  for (let y = Math.floor(cell.top * SCALE); y < Math.ceil(cell.bottom * SCALE); y += 1) {
    for (let x = Math.floor(cell.left * SCALE); x < Math.ceil(cell.right * SCALE); x += 1) {
      ink += Math.max(0, GROUND - (picture.grey[y * picture.width + x] ?? 255))
    }
  }
  return ink
}

/** How much dark there is in a part of a page, in points. */
export function darkness(
  picture: Picture,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): number {
  return inkIn(picture, {
    character: '',
    page: 1,
    left: box.x,
    right: box.x + box.width,
    top: box.y,
    bottom: box.y + box.height,
  })
}
