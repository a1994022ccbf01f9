import { addMilliseconds, dayOf, type Instant } from '../values/day'
import { dayText } from './figures'

/** What stands on a printed letter besides its own text. */
export const LETTER_PRINT = {
  /** Said by the file to one who lists her papers. */
  subject: '家庭共济签署存证件',
  facts: '约定内容',
  signatures: '签署',
  seal: '签署存证',
  check: '查验',
  checkHow: '扫码，或打开下面的网址输入查验码，可以核对这份文件签署以后有没有被改动。',
  checkCode: '查验码',
  checkPicture: '查验用的二维码',
  sm3: '存证值（SM3）',
  sealedAt: '存证时间',
  keyId: '存证密钥',
  letterId: '文件编号',
  signedElsewhere: '已签署并存证',
  ticked: '已阅读全文并勾选同意',
  typed: '已阅读全文并填写确认语',
  unsigned: '尚未签署',
  picture: (who: string) => `${who}的手写签名`,
  signedAt: (moment: Instant) => `签署时间：${momentText(moment)}`,
  region: (name: string) => `${name}　职工医保个人账户家庭共济`,
  version: (version: string) => `文本版本　${version}`,
  continued: (title: string) => `${title}（续）`,
  page: (number: number, of: number) => `第${number}页，共${of}页`,
  footer:
    '签署存证：对全文、约定内容和签名计算存证值，由平台密钥签章并记录时间。不是电子签名法所称的可靠电子签名。',
} as const

/** 2025年11月5日 09:12:30（北京时间） */
export function momentText(moment: Instant): string {
  const inShanghai = addMilliseconds(moment, 8 * 60 * 60_000)
  return `${dayText(dayOf(moment))} ${inShanghai.slice(11, 19)}（北京时间）`
}

/** Stands where no font has the character: an empty box would say nothing, and leaving it out would change a name. */
export function unprintableText(codePoint: number): string {
  return `〔字库未收的字，编码U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}〕`
}
