import { type Element, type Paper, SHEET } from './paper'

/** What stays together on one page. */
export interface Row {
  readonly height: number
  /** @param element that of the block, in which the row puts what it draws */
  draw(paper: Paper, top: number, element: Element): void
}

/** A part of a document from top to bottom. */
export interface Block {
  /** As a reading aloud is told: H1, P, Table, Sect. */
  readonly tag: string
  readonly gapBefore: number
  readonly rows: readonly Row[]
}

const LAST_POINT = SHEET.height - SHEET.bottom

export function heightOf(blocks: readonly Block[]): number {
  return blocks.reduce(
    (sum, block, index) =>
      sum + (index === 0 ? 0 : block.gapBefore) + block.rows.reduce((height, row) => height + row.height, 0),
    0,
  )
}

export function fitsOnOnePage(blocks: readonly Block[]): boolean {
  return heightOf(blocks) <= LAST_POINT - SHEET.top
}

/**
 * Draws the blocks one below the other, and goes on to a new page where a row does not fit. A single line of a
 * paragraph is not left behind at the foot of a page.
 * @param beginPage draws the head of a further page and says where it ends
 */
export function flow(paper: Paper, blocks: readonly Block[], beginPage: () => number): void {
  let y: number = SHEET.top
  for (const [index, block] of blocks.entries()) {
    const element = paper.part(block.tag, paper.body)
    if (index > 0) y += block.gapBefore
    for (const [at, row] of block.rows.entries()) {
      const next = at === 0 ? block.rows[1] : undefined
      const together = row.height + (next?.height ?? 0)
      if (y + together > LAST_POINT) {
        paper.addPage()
        y = beginPage()
      }
      row.draw(paper, y, element)
      y += row.height
    }
  }
}
