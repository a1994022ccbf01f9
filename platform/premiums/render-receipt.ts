import { LETTER_PRINT } from '../../shared/copy/letter-print'
import { RECEIPT_PRINT } from '../../shared/copy/receipt-print'
import type { Instant } from '../../shared/values/day'
import {
  type Density,
  factsBlock,
  headBlocks,
  type LabelledValue,
  paragraphBlocks,
  printable,
  writeFooters,
} from '../paper/blocks'
import { flow } from '../paper/flow'
import { CONTENT_WIDTH, Paper, SHEET } from '../paper/paper'
import { notoSansSc, type WholeFont } from '../paper/whole-font'

export interface PrintableReceipt {
  readonly paymentId: string
  readonly createdAt: Instant
  /** The whole of the payment, and then a group of facts for each line. */
  readonly groups: readonly (readonly LabelledValue[])[]
}

const DENSITY: Density = { size: 10.5, lineHeight: 17.8, gap: 14 }

/** The proof of a payment as a PDF on A4. The same payment in the same state gives the same bytes. */
export function renderReceipt(receipt: PrintableReceipt): Promise<Buffer> {
  const font = notoSansSc()
  const { title, subject, left, notATicket, howToGetOne, page } = RECEIPT_PRINT
  const paper = new Paper(font, { title, subject, createdAt: receipt.createdAt })
  const blocks = [
    ...headBlocks(font, { left, right: receipt.paymentId, title }, DENSITY),
    ...paragraphBlocks(font, notATicket, DENSITY),
    ...receipt.groups.flatMap((facts) => factsBlock(font, facts, DENSITY)),
    ...paragraphBlocks(font, howToGetOne, DENSITY),
  ]
  flow(paper, blocks, () => beginFurtherPage(paper, receipt, font))
  writeFooters(paper, font, { note: notATicket, page })
  return paper.bytes()
}

function beginFurtherPage(paper: Paper, { paymentId }: PrintableReceipt, font: WholeFont): number {
  const style = { size: 8.5, colour: 'quiet' } as const
  paper.unread(() => {
    paper.write(
      printable(LETTER_PRINT.continued(RECEIPT_PRINT.title), font),
      SHEET.left,
      SHEET.top,
      12,
      style,
    )
    const x = SHEET.width - SHEET.right - paper.widthOf(paymentId, style.size)
    paper.write(paymentId, x, SHEET.top, 12, style)
    paper.rule(SHEET.left, SHEET.top + 17, CONTENT_WIDTH, 0.6, 'accent')
  })
  return SHEET.top + 30
}
