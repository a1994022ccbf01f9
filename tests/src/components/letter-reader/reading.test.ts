import fc from 'fast-check'
import { isEmpty } from '../../../../cloudfunctions/consent-letters/decide'
import {
  isSentenceTyped,
  paragraphsOf,
  partsOf,
  stopsOf,
} from '../../../../src/components/letter-reader/reading'

const SENTENCE = '我愿意让家人使用我的医保个人账户'

describe('reading a letter', () => {
  it('shows every character that is signed, in its order', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40 })), (lines) => {
        const text = lines.join('\n')
        const plain = (shown: string) => shown.replace(/\s/g, '')
        expect(plain(paragraphsOf(text).join(''))).toBe(plain(text))
      }),
    )
  })

  it('stops at least once in every small screen, in order, beginning where she stands', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(lengths, (sizes) => {
        const paragraphs = sizes.map((size) => '字'.repeat(size))
        const stops = stopsOf(paragraphs)
        expect(stops[0]).toBe(0)
        stops.forEach((stop, index) => {
          const end = stops[index + 1] ?? paragraphs.length
          expect(end).toBeGreaterThan(stop)
          const between = paragraphs.slice(stop, end)
          // Only a paragraph that is longer than a screen by itself may be.
          if (between.length > 1) expect(between.join('').length).toBeLessThanOrEqual(160)
        })
      }),
    )
  })
})

describe('the sentence to be typed', () => {
  it.each([SENTENCE, ` ${SENTENCE}。`, '我愿意，让家人 使用我的医保个人账户'])('%s is it', (typed) => {
    expect(isSentenceTyped(typed, SENTENCE)).toBe(true)
    expect(isEmpty({ kind: 'typed', text: SENTENCE }, SENTENCE)).toBe(false)
  })

  it.each(['', '我愿意', '我不愿意让家人使用我的医保个人账户', SENTENCE.slice(1)])('%s is not', (typed) => {
    expect(isSentenceTyped(typed, SENTENCE)).toBe(false)
  })

  it('is nothing where there is no sentence', () => {
    expect(isSentenceTyped('', '')).toBe(false)
  })
})

it('counts the lines that are sealed among what is read', () => {
  const facts = [
    { label: '用途', value: '看病' },
    { label: '开始', value: '2025年11月5日' },
  ]
  expect(partsOf('我是甲。\n\n一、用途。', facts)).toEqual([
    '我是甲。',
    '一、用途。',
    '用途：看病',
    '开始：2025年11月5日',
  ])
})
