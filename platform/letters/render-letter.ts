import { LETTER_PRINT } from '../../shared/copy/letter-print'
import { instant } from '../../shared/values/day'
import {
  type Density,
  factsBlock,
  headBlocks,
  paragraphBlocks,
  printable,
  writeFooters,
} from '../paper/blocks'
import { type Block, fitsOnOnePage, flow } from '../paper/flow'
import { CONTENT_WIDTH, Paper, SHEET } from '../paper/paper'
import { type PrintableSeal, sealBlock } from '../paper/seal-block'
import { type PrintableSignature, signatureBlock } from '../paper/signature-block'
import { notoSansSc, type WholeFont } from '../paper/whole-font'

export interface PrintableLetter {
  readonly title: string
  /** The exact text that was signed, a paragraph a line. */
  readonly text: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly regionName: string
  readonly version: string
  readonly signatures: readonly PrintableSignature[]
  /** Its time of signing is also the file's date of creation. */
  readonly seal: PrintableSeal
  /** Where the code is checked; it is in the QR code. */
  readonly checkUrl: string
  readonly checkCode: string
}

/** Where a letter needs more than one page. */
const USUAL: Density = { size: 10.5, lineHeight: 17.8, gap: 14 }
/** The first that leaves the letter on one page is taken. */
const DENSITIES: readonly Density[] = [
  { size: 11, lineHeight: 19.2, gap: 16 },
  USUAL,
  { size: 10, lineHeight: 16.2, gap: 11 },
  { size: 10, lineHeight: 15.2, gap: 9 },
  { size: 9.5, lineHeight: 14.5, gap: 9 },
]

/**
 * The letter as a PDF on A4: on one page where it fits, else on further ones. The same letter gives the same bytes.
 * @throws RangeError where a time is no instant
 */
export function renderLetter(letter: PrintableLetter): Promise<Buffer> {
  return layOutLetter(letter, notoSansSc()).bytes()
}

/** The letter on its pages, before they become a file. */
export function layOutLetter(letter: PrintableLetter, font: WholeFont): Paper {
  const paper = new Paper(font, {
    title: letter.title,
    subject: LETTER_PRINT.subject,
    createdAt: instant(letter.seal.signedAt),
  })
  const blocks = blocksThatFit(letter, font)
  flow(paper, blocks, () => beginFurtherPage(paper, letter, font))
  writeFooters(paper, font, { note: LETTER_PRINT.footer, page: LETTER_PRINT.page })
  return paper
}

function blocksThatFit(letter: PrintableLetter, font: WholeFont): Block[] {
  for (const density of DENSITIES) {
    const blocks = blocksOf(letter, font, density)
    if (fitsOnOnePage(blocks)) return blocks
  }
  return blocksOf(letter, font, USUAL)
}

function blocksOf(letter: PrintableLetter, font: WholeFont, density: Density): Block[] {
  const { title, text, facts, regionName, version, signatures, seal, checkUrl, checkCode } = letter
  const [left, right] = [LETTER_PRINT.region(regionName), LETTER_PRINT.version(version)]
  return [
    ...headBlocks(font, { left, right, title }, density),
    ...factsBlock(font, facts, density),
    ...paragraphBlocks(font, text, density),
    ...signatureBlock(font, signatures, density),
    sealBlock(font, { seal, checkUrl, checkCode }, density),
  ]
}

/** A further page says of which letter it is, so that it cannot be laid under another one. */
function beginFurtherPage(paper: Paper, letter: PrintableLetter, font: WholeFont): number {
  const style = { size: 8.5, colour: 'quiet' } as const
  paper.unread(() => {
    const title = printable(LETTER_PRINT.continued(letter.title), font)
    paper.write(title, SHEET.left, SHEET.top, 12, style)
    const number = letter.seal.letterId
    const x = SHEET.width - SHEET.right - paper.widthOf(number, style.size)
    paper.write(number, x, SHEET.top, 12, style)
    paper.rule(SHEET.left, SHEET.top + 17, CONTENT_WIDTH, 0.6, 'accent')
  })
  return SHEET.top + 30
}
