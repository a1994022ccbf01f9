import {
  type LetterFacts,
  letterText,
  noticeText,
  relationLabel,
  useLabel,
  yuanText,
} from '../../../shared/copy'
import { letterWords, regions } from '../../../shared/rules'
import { day, parseDay } from '../../../shared/values/day'
import { fen } from '../../../shared/values/fen'
import { RELATIONS, USES } from '../../../shared/values/relation'

const START = day('2025-11-05')

function facts(more: Partial<LetterFacts> = {}): LetterFacts {
  return {
    purpose: 'invite',
    words: letterWords('540000', START),
    policyholderName: '扎西平措',
    relativeName: '次仁卓玛',
    relation: 'spouse',
    uses: ['hospital', 'pharmacy'],
    startDay: START,
    signerName: '扎西平措',
    ...more,
  }
}

const PURPOSES = ['invite', 'accept', 'guardian'] as const

describe.each(regions())('a letter of $name', ({ regionCode }) => {
  const words = letterWords(regionCode, START)

  it.each(PURPOSES)('%s names both, the uses, the days, the end and the signer', (purpose) => {
    const { text, title, version, sentence } = letterText(
      facts({ purpose, words, endDay: day('2026-10-31'), signerName: '扎西平措' }),
    )
    for (const said of [
      '扎西平措',
      '次仁卓玛',
      '配偶',
      '看病、买药',
      '2025年11月5日',
      '2026年10月31日',
      words.pageTitle,
    ]) {
      expect(text).toContain(said)
    }
    expect(text).toMatch(/签署人：扎西平措$/)
    expect(text).not.toMatch(/undefined|null|NaN|\p{Script=Han}[;:?!()]/u)
    expect(title).toContain(words.consentTitle)
    expect(parseDay(version)).not.toBeNull()
    expect(sentence).toMatch(/^我/)
  })

  it.each(PURPOSES)(
    '%s: one’s own credential, what misuse leads to, how it ends, where the data goes',
    (purpose) => {
      const { text } = letterText(facts({ purpose, words }))
      expect(text).toContain('只用患者本人的医保码或社保卡')
      expect(text).toContain('3至12个月')
      expect(text).toContain('2至5倍')
      expect(text).toContain('次日零点结束')
      expect(text).toContain('先用次仁卓玛自己的个人账户，没有或不够的部分才用扎西平措的')
      expect(text).toContain('敏感个人信息')
      expect(text).toContain('到解除为止')
    },
  )
})

describe('the same facts', () => {
  it('make the same letter, and other facts another', () => {
    expect(letterText(facts())).toEqual(letterText(facts()))
    const texts = [
      facts(),
      facts({ purpose: 'accept' }),
      facts({ purpose: 'guardian' }),
      facts({ relativeName: '洛桑' }),
      facts({ relation: 'parent' }),
      facts({ uses: ['premium'] }),
      facts({ startDay: day('2025-12-01') }),
      facts({ endDay: day('2026-12-01') }),
      facts({ monthlyLimitFen: fen(500_00) }),
      facts({ perSettlementLimitFen: fen(500_00) }),
    ].map((one) => letterText(one).text)
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('limits stand in yuan', () => {
    const { text } = letterText(facts({ monthlyLimitFen: fen(1_500_50), perSettlementLimitFen: fen(200_00) }))
    expect(text).toContain('每月最多1,500.50元，每次最多200元')
  })

  it('a day before the rule on credentials was made does not cite it', () => {
    const { text } = letterText(facts({ words: letterWords('540000', day('2021-04-30')) }))
    expect(text).not.toContain('3至12个月')
    expect(text).toContain('只用患者本人的医保码或社保卡')
  })
})

describe('a notice', () => {
  it('says 您 to a relative and names the child to a guardian', () => {
    expect(noticeText(facts({ purpose: 'accept' })).text).toContain(
      '扎西平措想让您用自己医保个人账户里的钱看病、买药',
    )
    expect(noticeText(facts({ purpose: 'guardian' })).text).toContain('扎西平措想让次仁卓玛用')
  })

  it('leaves it to her', () => {
    expect(noticeText(facts({ purpose: 'accept' })).text).toContain('不同意不用说明理由')
  })
})

describe('labels and figures', () => {
  it('every relation and use has its own word', () => {
    expect(new Set(RELATIONS.map(relationLabel)).size).toBe(8)
    expect(new Set(USES.map(useLabel)).size).toBe(3)
  })

  it.each([
    [0, '0元'],
    [5, '0.05元'],
    [100, '1元'],
    [12_30, '12.30元'],
    [2_000_00, '2,000元'],
    [1_234_567_89, '1,234,567.89元'],
    [-50, '-0.50元'],
  ])('%i fen are %s', (amount, text) => {
    expect(yuanText(fen(amount))).toBe(text)
  })
})
