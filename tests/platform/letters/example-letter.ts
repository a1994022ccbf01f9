import type { PrintableLetter } from '../../../platform/letters/render-letter'
import { letterText } from '../../../shared/copy'
import { day } from '../../../shared/values/day'
import type { Fen } from '../../../shared/values/fen'

const written = letterText({
  purpose: 'invite',
  words: {
    consentTitle: '职工医保个人账户家庭共济承诺书',
    system: '“贵州医保”小程序',
    beginsNextDay: true,
    unbinding: { nextDay: true, ourReading: true },
    unbindingReviewed: false,
    withEnrolment: { ends: true, ourReading: false },
    penalty: { suspensionMonths: { from: 3, to: 12 }, fineTimes: { from: 2, to: 5 } },
  },
  policyholderName: '张𬭎宇',
  relativeName: '李㛃龘',
  relation: 'parent',
  relativeSex: 'female',
  uses: ['hospital', 'pharmacy', 'premium'],
  startDay: day('2025-11-05'),
  monthlyLimitFen: 50_000 as Fen,
  signerName: '张𬭎宇',
})

function stroke(from: [number, number], to: [number, number], bend: number) {
  return Array.from({ length: 30 }, (_, step) => {
    const part = step / 29
    return {
      x: from[0] + (to[0] - from[0]) * part + Math.sin(part * Math.PI) * bend,
      y: from[1] + (to[1] - from[1]) * part,
      t: step * 16,
    }
  })
}

export const HANDWRITING = {
  width: 700,
  height: 300,
  strokes: [
    stroke([120, 80], [300, 90], 0),
    stroke([200, 40], [140, 240], 30),
    stroke([200, 130], [290, 240], -20),
    stroke([380, 70], [560, 60], 10),
    stroke([470, 40], [460, 250], 25),
    [{ x: 600, y: 90, t: 0 }],
  ],
}

/** A letter of the usual length, with three characters of names that small fonts lack. */
export const EXAMPLE: PrintableLetter = {
  title: written.title,
  text: written.text,
  version: written.version,
  regionName: '贵州省',
  facts: [
    { label: '授权人', value: '张𬭎宇' },
    { label: '家人', value: '李㛃龘（母亲）' },
    { label: '用途', value: '看病、买药、交居民医保费' },
    { label: '开始', value: '2025年11月5日' },
    { label: '结束', value: '到解除为止' },
    { label: '每月上限', value: '500元' },
  ],
  signatures: [
    {
      who: '授权人　张𬭎宇',
      own: true,
      strokes: HANDWRITING,
      signedAt: '2025-11-05T01:12:30.000Z',
      mode: 'handwritten',
    },
    { who: '家人　李㛃龘', own: false, signedAt: '2025-11-05T02:40:02.000Z', mode: 'handwritten' },
  ],
  seal: {
    sm3: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    keyId: 'seal-2025-1',
    signedAt: '2025-11-05T01:12:30.000Z',
    letterId: '01KA9Z3N6Q8Y4T7W2R5C1V0B9M',
  },
  checkUrl: 'https://example.org/h5/#/packages/letters/check/index?id=01KA9Z3N6Q8Y4T7W2R5C1V0B9M',
  checkCode: '7K2M-Q4XZ-9B3T-W8RD',
}
