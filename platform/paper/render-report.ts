import { LETTER_PRINT } from '../../shared/copy/letter-print'
import type { Instant } from '../../shared/values/day'
import {
  type Density,
  factsBlock,
  headBlocks,
  linesOf,
  paragraphBlocks,
  printable,
  writeFooters,
} from './blocks'
import { type Block, flow } from './flow'
import { CONTENT_WIDTH, Paper, SHEET } from './paper'
import { notoSansSc, type WholeFont } from './whole-font'

export interface Report {
  readonly title: string
  /** At the left and at the right edge above the title. */
  readonly above: { readonly left: string; readonly right: string }
  readonly footer: string
  readonly sections: readonly ReportSection[]
  readonly madeAt: Instant
}

export interface ReportSection {
  readonly title: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  /** One paragraph each. */
  readonly lines: readonly string[]
}

const DENSITY: Density = { size: 10, lineHeight: 16.2, gap: 11 }
const HEADING = { size: 13, lineHeight: 20 }

/** A report in sections as a PDF on A4. The same report gives the same bytes. */
export function renderReport(report: Report): Promise<Buffer> {
  return layOutReport(report, notoSansSc()).bytes()
}

/** The report on its pages, before they become a file. */
export function layOutReport(report: Report, font: WholeFont): Paper {
  const { title, above, footer, sections, madeAt } = report
  const paper = new Paper(font, { title, subject: title, createdAt: madeAt })
  const blocks = [
    ...headBlocks(font, { ...above, title }, DENSITY),
    ...sections.flatMap((section) => sectionBlocks(font, section)),
  ]
  flow(paper, blocks, () => beginFurtherPage(paper, title, font))
  writeFooters(paper, font, { note: footer, page: LETTER_PRINT.page })
  return paper
}

function sectionBlocks(font: WholeFont, { title, facts, lines }: ReportSection): Block[] {
  return [
    headingBlock(font, title),
    ...factsBlock(font, facts, DENSITY),
    ...lines.flatMap((line) =>
      paragraphBlocks(font, line, DENSITY).map((block) => ({ ...block, gapBefore: 2 })),
    ),
  ]
}

function headingBlock(font: WholeFont, title: string): Block {
  const style = { size: HEADING.size, colour: 'accent', strong: true } as const
  return {
    tag: 'H2',
    gapBefore: DENSITY.gap * 1.4,
    rows: linesOf(title, font, { width: CONTENT_WIDTH, style }).map(({ text }) => ({
      height: HEADING.lineHeight,
      draw(paper, top, element) {
        paper.marked(element, 'H2', () => paper.write(text, SHEET.left, top, HEADING.lineHeight, style))
      },
    })),
  }
}

function beginFurtherPage(paper: Paper, title: string, font: WholeFont): number {
  paper.unread(() => {
    const style = { size: 8.5, colour: 'quiet' } as const
    paper.write(printable(LETTER_PRINT.continued(title), font), SHEET.left, SHEET.top, 12, style)
    paper.rule(SHEET.left, SHEET.top + 17, CONTENT_WIDTH, 0.6, 'accent')
  })
  return SHEET.top + 30
}
