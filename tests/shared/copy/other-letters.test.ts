import {
  type UnbindLetterFacts,
  unbindLetterText,
  walletLetterText,
} from '../../../shared/copy/other-letters'
import { regions } from '../../../shared/rules'
import { unbindLetterWords, walletLetterWords } from '../../../shared/rules/letter-words'
import { day } from '../../../shared/values/day'

const TODAY = day('2025-11-05')

function unbinding(regionCode: string, more: Partial<UnbindLetterFacts> = {}): UnbindLetterFacts {
  return {
    step: 'end',
    words: unbindLetterWords(regionCode, TODAY),
    by: 'policyholder',
    signerName: '扎西平措',
    policyholderName: '扎西平措',
    relativeNames: ['次仁卓玛', '洛桑'],
    lastDay: TODAY,
    ...more,
  }
}

describe.each(regions())('in $name', ({ regionCode }) => {
  it('the letter that ends a sharing says with whom, when, what stays, whose data goes where', () => {
    const { title, text, sentence } = unbindLetterText(unbinding(regionCode))
    for (const said of [
      '次仁卓玛、洛桑',
      '2025年11月5日是最后一天',
      '已经结算的不受影响',
      '医保待遇',
      '重新邀请',
      '医保经办机构',
      '没有人冒用我的名义',
      '不能冒用别人的',
    ]) {
      expect(text).toContain(said)
    }
    expect(title).toBe(unbindLetterWords(regionCode, TODAY).unbindTitle)
    expect(text).toMatch(/签署人：扎西平措$/)
    expect(text).not.toMatch(/undefined|null|NaN|\p{Script=Han}[;:?!()]/u)
    expect(sentence).toMatch(/^我/)
  })

  it('promises no end where the bureau decides first, and says what holds until then', () => {
    const { text } = unbindLetterText(unbinding(regionCode, { step: 'apply', lastDay: null }))
    for (const said of ['我申请不再让', '这是一份申请', '审核通过', '照旧有效', '可以撤回', '先暂停']) {
      expect(text).toContain(said)
    }
    expect(text).not.toMatch(/2025年11月5日是最后一天|我决定/)
  })

  it('is said by each side in her own voice', () => {
    const first = (by: UnbindLetterFacts['by']) =>
      unbindLetterText(
        unbinding(regionCode, { by, relativeNames: ['次仁卓玛'], signerName: '白玛' }),
      ).text.split('\n')[0]
    expect(first('policyholder')).toBe('我是扎西平措。我决定不再让次仁卓玛使用我医保个人账户里的钱。')
    expect(first('relative')).toBe('我是次仁卓玛。我决定不再使用扎西平措医保个人账户里的钱。')
    expect(first('guardian')).toContain('我是白玛，是次仁卓玛的监护人。')
  })

  it('the wallet’s letter says whose money, how much, when, how it ends, and what misuse leads to', () => {
    const words = walletLetterWords(regionCode, TODAY)
    const { title, text } = walletLetterText({ words, signerName: '扎西平措' })
    for (const said of [
      '06:00到22:00',
      '每笔最多2,000元',
      '每天最多3笔',
      '次日06:00退回',
      '不能取现',
      '不冒用别人的',
      '3至12个月',
      '敏感个人信息',
      words.system,
    ]) {
      expect(text).toContain(said)
    }
    expect(title).toContain('医保钱包')
    expect(text).not.toMatch(/undefined|null|NaN|\p{Script=Han}[;:?!()]/u)
  })
})

it('promises no figure before there was one', () => {
  const words = walletLetterWords('130000', day('2024-12-01'))
  const { text } = walletLetterText({ words, signerName: '甲' })
  expect(text).toContain('时间和金额以转账页面显示的为准')
  expect(text).not.toMatch(/每笔最多|每天最多/)
})

describe('where the bureau decides first', () => {
  const asked = (more: Partial<UnbindLetterFacts>) =>
    unbindLetterText(unbinding('610000', { step: 'apply', lastDay: null, ...more })).text

  it('names no last day, and says that the sharing holds meanwhile', () => {
    const text = asked({})
    expect(text).toContain('我申请不再让次仁卓玛、洛桑使用')
    expect(text).toContain('这是一份申请，当地审核通过以前照旧有效')
    expect(text).toContain('理由和材料只给审核的人看')
    expect(text).not.toMatch(/\d+月\d+日|最后一天/)
  })

  it('names the day that is wished for as a wish', () => {
    expect(asked({ lastDay: TODAY })).toContain('我希望用到2025年11月5日，那天以后才通过的，以通过那天为准')
  })

  it('an application to share that is taken back was never in force', () => {
    const text = asked({ step: 'withdraw' })
    expect(text).toContain('还没有开始')
    expect(text).not.toMatch(/最后一天|不能再用/)
  })
})

it('marks as ours what no source says of the end, and only that', () => {
  expect(unbindLetterText(unbinding('540000')).text).toContain('次日零点结束（这是我们的理解）')
  const published = { nextDay: false, ourReading: false }
  const words = { unbindTitle: '告知书', unbinding: published, rebinding: published }
  const { text } = unbindLetterText(unbinding('540000', { words }))
  expect(text).toContain('确认解除后立即结束。')
  expect(text).toContain('随时可以重新邀请')
  expect(text).not.toContain('我们的理解')
})
