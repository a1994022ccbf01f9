import {
  type LetterFacts,
  letterText,
  noticeText,
  relationLabel,
  relationWord,
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

describe('where the bureau decides before a sharing begins', () => {
  const text = (purpose: LetterFacts['purpose']) => letterText(facts({ purpose, reviewed: true })).text

  it('begins with the approval, and no letter says that it begins with a consent', () => {
    for (const purpose of PURPOSES) {
      expect(text(purpose)).toContain('当地审核通过以后才有效：从2025年11月5日起，通过得晚，就从通过那天起算')
      expect(text(purpose)).not.toContain('同意得晚')
    }
    expect(text('invite')).toContain('当地审核也通过以后，绑定才成立')
    expect(noticeText(facts({ purpose: 'accept', reviewed: true })).text).toContain('当地审核通过以后才有效')
  })
})

describe.each(regions())('a letter of $name', ({ regionCode }) => {
  const words = letterWords(regionCode, START)

  it.each(PURPOSES)('%s names both, the uses, the days, the end and the signer', (purpose) => {
    const { text, title, version } = letterText(
      facts({ purpose, words, endDay: day('2026-10-31'), signerName: '扎西平措' }),
    )
    for (const said of ['扎西平措', '次仁卓玛', '配偶', '看病、买药', '2025年11月5日', '2026年10月31日']) {
      expect(text).toContain(said)
    }
    expect(text).toMatch(/签署人：扎西平措$/)
    expect(text).not.toMatch(/undefined|null|NaN|\p{Script=Han}[;:?!()]/u)
    expect(title).toContain(words.consentTitle)
    expect(parseDay(version)).not.toBeNull()
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

describe('what a letter says of its end', () => {
  const texts = (['540000', '130000', '650000', '610000'] as const).flatMap((regionCode) => {
    const words = letterWords(regionCode, START)
    return PURPOSES.map((purpose) => ({
      system: words.system,
      reviewed: words.unbindingReviewed,
      letter: letterText(facts({ purpose, words })).text,
      notice: noticeText(facts({ purpose, words })).text,
    }))
  })

  it('is where it is done: here or at a window, and an application where the bureau decides', () => {
    expect(new Set(texts.map(({ reviewed }) => reviewed))).toEqual(new Set([false, true]))
    for (const { system, reviewed, letter, notice } of texts) {
      for (const text of [letter, notice]) {
        if (reviewed) {
          expect(text).toContain(
            `双方都可以随时申请解除，在${system}或到当地医保窗口办理，当地审核通过以后才结束`,
          )
        } else {
          expect(text).toContain(
            '双方都可以随时解除，在“我的家人”里点开这份共享就能办，也可以到当地医保窗口办理',
          )
        }
        expect(text).not.toContain('自动结束')
      }
    }
  })

  it('marks as ours what no source says, and only that', () => {
    for (const { letter } of texts) {
      expect(letter).toContain('解除的当天仍有效，次日零点结束（这是我们的理解）')
      expect(letter).toMatch(/停保或者把医保关系转走的，不能再用.*（这是我们的理解）/)
      expect(letter).toContain('双方都应当及时去解除')
    }
    const words = letterWords('540000', START)
    const published = {
      ...words,
      unbinding: { nextDay: false, ourReading: false },
      withEnrolment: { ends: true, ourReading: false },
    }
    const { text } = letterText(facts({ words: published }))
    expect(text).toContain('解除后立即结束。')
    expect(text).not.toContain('我们的理解')
  })
})

describe('who is who in a letter', () => {
  it.each([
    ['spouse', 'female', null, '妻子'],
    ['spouse', 'male', null, '丈夫'],
    ['spouse', null, null, '配偶'],
    ['parent', 'male', true, '父亲'],
    ['parent', 'female', true, '母亲'],
    ['child', 'male', false, '儿子'],
    ['child', 'female', false, '女儿'],
    ['sibling', 'male', true, '哥哥'],
    ['sibling', 'male', false, '弟弟'],
    ['sibling', 'female', true, '姐姐'],
    ['sibling', 'female', false, '妹妹'],
    ['paternal-grandparent', 'male', true, '祖父'],
    ['paternal-grandparent', 'female', true, '祖母'],
    ['maternal-grandparent', 'male', true, '外祖父'],
    ['maternal-grandparent', 'female', true, '外祖母'],
    ['grandchild-via-son', 'male', false, '孙子'],
    ['grandchild-via-son', 'female', false, '孙女'],
    ['grandchild-via-daughter', 'male', false, '外孙'],
    ['grandchild-via-daughter', 'female', false, '外孙女'],
  ] as const)('%s, %s, older %s: %s', (relation, relativeSex, relativeIsOlder, word) => {
    expect(relationWord(relation, { sex: relativeSex, olderThanOther: relativeIsOlder })).toBe(word)
    for (const purpose of PURPOSES) {
      const { text } = letterText(facts({ purpose, relation, relativeSex, relativeIsOlder }))
      expect(text).toMatch(new RegExp(`是(我|扎西平措)的${word}[。，]`))
    }
  })

  it.each(RELATIONS.filter((relation) => relation !== 'spouse'))(
    '%s of unknown sex: no word for two is said of one',
    (relation) => {
      expect(relationWord(relation, { sex: null, olderThanOther: true })).toBeNull()
      for (const purpose of PURPOSES) {
        const { text } = letterText(facts({ purpose, relation }))
        expect(text).toContain(`（与扎西平措的关系：${relationLabel(relation)}）`)
        expect(text).not.toContain(`的${relationLabel(relation)}。`)
      }
    },
  )

  it('of a sibling whose age is not known, nothing is said but the relation', () => {
    expect(relationWord('sibling', { sex: 'male', olderThanOther: null })).toBeNull()
  })

  it('a parent who is not named yet is not left out of the sentence', () => {
    const { text } = letterText(
      facts({ purpose: 'guardian', relation: 'grandchild-via-son', signerName: '' }),
    )
    expect(text).toMatch(/^我是次仁卓玛的父亲或母亲，/)
    expect(text).toMatch(/签署人：次仁卓玛的父亲或母亲$/)
    expect(text).not.toMatch(/我是，|：$/)
  })
})

describe('a notice', () => {
  it('says whose money it is, in words that read one way only', () => {
    const first = (more: Partial<LetterFacts>) => noticeText(facts(more)).text.split('\n')[0]
    expect(first({ purpose: 'accept' })).toBe('扎西平措想让您看病、买药时，用扎西平措医保个人账户里的钱。')
    expect(first({ purpose: 'guardian' })).toBe(
      '扎西平措想让次仁卓玛看病、买药时，用扎西平措医保个人账户里的钱。您是监护人，由您替孩子决定。',
    )
    for (const purpose of PURPOSES) expect(noticeText(facts({ purpose })).text).not.toMatch(/用自己医保/)
  })

  it('leaves it to her, and says who reads her reason', () => {
    const { text } = noticeText(facts({ purpose: 'accept' }))
    expect(text).toContain(
      '同不同意都由您决定。不同意可以不写理由：写了，会照原样给扎西平措看；不写，扎西平措只知道您没有同意。',
    )
    expect(text).not.toContain('只会知道没有加入')
  })

  it('says from when, to the one who reads', () => {
    expect(noticeText(facts({ purpose: 'accept' })).text).toContain('您同意得晚，就从同意那天起算')
    const words = { ...letterWords('540000', START), beginsNextDay: true }
    expect(noticeText(facts({ purpose: 'accept', words })).text).toContain('您同意得晚，就从同意的第二天起算')
  })
})

describe('the days of a letter', () => {
  it('are said in the voice of the one who signs', () => {
    expect(letterText(facts({ purpose: 'accept' })).text).toContain('我同意得晚，就从同意那天起算')
    expect(letterText(facts({ purpose: 'guardian' })).text).toContain('我同意得晚，就从同意那天起算')
    expect(letterText(facts({ purpose: 'invite' })).text).toContain('次仁卓玛一方同意得晚，就从同意那天起算')
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
