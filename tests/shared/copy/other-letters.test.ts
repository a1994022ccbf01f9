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
    words: unbindLetterWords(regionCode, TODAY),
    by: 'policyholder',
    signerName: '扎西平措',
    policyholderName: '扎西平措',
    relativeNames: ['次仁卓玛', '洛桑'],
    lastDay: TODAY,
    reviewed: false,
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
    const { text } = unbindLetterText(unbinding(regionCode, { reviewed: true }))
    for (const said of [
      '我申请不再让',
      '由当地医保部门审核',
      '不早于2025年11月5日',
      '审核通过',
      '共享照旧',
      '可以撤回',
    ]) {
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

it('marks as ours what no source says of the end, and only that', () => {
  expect(unbindLetterText(unbinding('540000')).text).toContain('次日零点结束（这是我们的理解）')
  const published = { nextDay: false, ourReading: false }
  const words = { unbindTitle: '告知书', unbinding: published, rebinding: published }
  const { text } = unbindLetterText(unbinding('540000', { words }))
  expect(text).toContain('确认解除后立即结束。')
  expect(text).toContain('随时可以重新邀请')
  expect(text).not.toContain('我们的理解')
})
