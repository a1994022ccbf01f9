import { createRequire } from 'node:module'
import { PRINT_PROGRAM } from './build.mjs'

const ROUNDS = 12
const WARM = 3
const TIME_MS = 15_000

const PARAGRAPH =
  '我自愿让家人在下面写明的范围内，使用我医保个人账户里的钱。看病买药只用患者本人的医保码或社保卡。' +
  '双方都可以随时解除，解除的当天仍有效，次日零点结束。姓名、证件号码和家庭关系都按敏感个人信息保护。'

const LETTER = {
  title: '职工医保个人账户家庭共济承诺书',
  text: Array.from({ length: 9 }, () => PARAGRAPH).join('\n'),
  facts: ['授权人', '家人', '用途', '开始'].map((label) => ({ label, value: '张三' })),
  regionName: '贵州省',
  version: '2025-11-05',
  signatures: [
    {
      who: '授权人',
      own: true,
      mode: 'handwritten',
      signedAt: '2025-11-05T01:12:30.000Z',
      strokes: {
        width: 700,
        height: 300,
        strokes: Array.from({ length: 12 }, (_, line) =>
          Array.from({ length: 60 }, (__, step) => ({ x: 50 * line + step, y: step * 4, t: step * 16 })),
        ),
      },
    },
    { who: '家人', own: false, mode: 'handwritten', signedAt: '2025-11-05T01:12:30.000Z' },
  ],
  seal: {
    sm3: 'ab'.repeat(32),
    keyId: 'seal-1',
    signedAt: '2025-11-05T01:12:30.000Z',
    letterId: '01KA9Z3N6Q8Y4T7W2R5C1V0B9M',
  },
  checkUrl: 'https://example.org/check?id=01KA9Z3N6Q8Y4T7W2R5C1V0B9M',
  checkCode: '7K2M-Q4XZ-9B3T-W8RD',
}

/**
 * How long a letter takes to print, against pdfkit setting the same paragraphs in the same font with nothing around
 * them. The two take turns. The first letter of an instance reads the font as well.
 */
export async function measurePrinting(say) {
  const { renderLetter, notoSansSc, PDFDocument } = createRequire(import.meta.url)(PRINT_PROGRAM)
  const startedAt = performance.now()
  const first = await renderLetter(LETTER)
  const firstMs = performance.now() - startedAt
  const own = []
  const plain = []
  for (let round = 0; round < WARM + ROUNDS; round += 1) {
    const ownMs = await took(() => renderLetter(LETTER))
    const plainMs = await took(() => setPlainly(PDFDocument, notoSansSc().font))
    if (round >= WARM) {
      own.push(ownMs)
      plain.push(plainMs)
    }
    if (own.length > 0 && performance.now() - startedAt > TIME_MS) break
  }
  const [letterMs, plainMs] = [middleOf(own), middleOf(plain)]
  say(`a letter printed ${own.length} times`)
  return { bytes: first.length, firstMs, letterMs, plainMs, ratio: letterMs / plainMs }
}

async function took(work) {
  const from = performance.now()
  await work()
  return performance.now() - from
}

function setPlainly(PDFDocument, font) {
  return new Promise((resolve, reject) => {
    const document = new PDFDocument({ size: 'A4', font: '' })
    document.on('data', () => {})
    document.on('end', resolve)
    document.on('error', reject)
    document.font(font).fontSize(10.5).text(LETTER.text)
    document.end()
  })
}

function middleOf(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}
