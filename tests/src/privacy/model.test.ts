import { PAPER_LIFE_MS } from '../../../platform/files/paper-life'
import { regions } from '../../../shared/rules'
import { lettersKeptUntil } from '../../../shared/rules/letter-retention'
import { day } from '../../../shared/values/day'
import { operatorLine, privacySections } from '../../../src/copy/privacy'
import {
  agreed,
  askedAgain,
  consentIn,
  type PrivacyState,
  refused,
  sheetIsOpen,
  withdrawn,
} from '../../../src/privacy/model'

const fresh: PrivacyState = { agreedVersion: null, wechatAsks: false, callWaits: false, refused: false }

describe('consent to the privacy text', () => {
  it('is asked for on a page that asks for personal data, and on no other', () => {
    expect(sheetIsOpen(fresh, '1', true)).toBe(true)
    expect(sheetIsOpen(fresh, '1', false)).toBe(false)
  })

  it('is asked for once, and again when the text has changed', () => {
    const after = agreed(fresh, '1')
    expect(consentIn(after, '1')).toBe('agreed')
    expect(sheetIsOpen(after, '1', true)).toBe(false)
    expect(sheetIsOpen(after, '2', true)).toBe(true)
  })

  it('is asked for where WeChat has not got it, also of one who agreed to our text before', () => {
    const before = { ...fresh, agreedVersion: '1', wechatAsks: true }
    expect(consentIn(before, '1')).toBe('open')
    expect(consentIn(agreed(before, '1'), '1')).toBe('agreed')
  })

  it('refused leads to the page without a form, until she looks again', () => {
    const no = refused(fresh)
    expect(consentIn(no, '1')).toBe('refused')
    expect(sheetIsOpen(no, '1', true)).toBe(false)
    expect(sheetIsOpen(askedAgain(no), '1', true)).toBe(true)
    expect(consentIn(agreed(no, '1'), '1')).toBe('agreed')
  })

  it('is shown anywhere while a call of WeChat waits, and not after the answer', () => {
    const waits = { ...fresh, wechatAsks: true, callWaits: true }
    expect(sheetIsOpen(waits, '1', false)).toBe(true)
    expect(sheetIsOpen(agreed(waits, '1'), '1', false)).toBe(false)
    expect(sheetIsOpen(refused(waits), '1', false)).toBe(false)
  })

  it('is not lost by refusing a call of WeChat, which will ask again', () => {
    const before = { ...agreed(fresh, '1'), callWaits: true }
    expect(consentIn(refused(before), '1')).toBe('agreed')
  })

  it('can be withdrawn; then the next page with a form asks', () => {
    const gone = withdrawn(agreed(fresh, '1'))
    expect(consentIn(gone, '1')).toBe('open')
    expect(sheetIsOpen(gone, '1', true)).toBe(true)
  })
})

describe('the privacy text', () => {
  it('says for how long a letter and its paper are kept, as the rule and the storage have it', () => {
    const over = day('2025-11-05')
    const kept = regions().map(({ regionCode }) => lettersKeptUntil({ regionCode, over, today: over }))
    expect(new Set(kept)).toEqual(new Set(['2030-11-05']))
    const { lines = [] } = privacySections('', '').find(({ title }) => title === '存多久') ?? {}
    expect(lines.join()).toContain('再保存 5 年，到期删除')
    expect(PAPER_LIFE_MS).toBe(3_600_000)
    expect(lines.join()).toContain('一小时后删除')
  })

  it('names who answers for the data, or says that it is a trial', () => {
    expect(operatorLine('某市医疗保障局', '12393')).toContain('某市医疗保障局')
    expect(operatorLine('某市医疗保障局', '12393')).toContain('12393')
    expect(operatorLine('', '12393')).toContain('不要在这里填写真实的信息')
    expect(operatorLine('某市医疗保障局', '')).toContain('当地医保窗口')
  })

  it('says what, by whom, where, how long and how to withdraw, and repeats no line', () => {
    const sections = privacySections('', '')
    expect(sections.map(({ title }) => title)).toEqual([
      '谁来负责',
      '用哪些信息，为什么',
      '不碰的信息',
      '谁能看到',
      '存在哪里，怎么保护',
      '存多久',
      '怎样查看、更正、撤回',
    ])
    const lines = sections.flatMap((section) => section.lines)
    expect(new Set(lines).size).toBe(lines.length)
  })
})
