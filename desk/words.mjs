/** What the desk says. The sentences of refusals come with the refusals. */

export const ROLES = { reviewer: '审核员', clerk: '窗口人员' }
/** NHSA `psn_cert_type`: those that people bring to a window, the usual one first. */
export const ID_TYPES = [
  ['01', '居民身份证、户口簿'],
  ['04', '香港居民来往内地通行证'],
  ['05', '澳门居民来往内地通行证'],
  ['06', '台湾居民来往大陆通行证'],
  ['07', '外国人永久居留身份证'],
  ['16', '港澳台居民居住证'],
]

export const RELATIONS = {
  spouse: '配偶',
  parent: '父母',
  child: '子女',
  sibling: '兄弟姐妹',
  'paternal-grandparent': '祖父母',
  'maternal-grandparent': '外祖父母',
  'grandchild-via-son': '孙子女',
  'grandchild-via-daughter': '外孙子女',
}
export const KINDS = { binding: '申请绑定', unbinding: '申请解除' }
export const STATES = {
  waiting: '等待审核',
  approved: '已通过',
  rejected: '没有通过',
  withdrawn: '申请人已撤回',
  lapsed: '已失效',
}
export const SIDES = { policyholder: '授权人', relative: '使用人', guardian: '监护人' }
export const REASONS = {
  divorce: '离婚',
  death: '去世',
  moved: '搬到外地',
  mistake: '办错了',
  'no-longer-needed': '不再需要',
  other: '其他原因',
}
export const SCHEMES = { employee: '职工医保', resident: '居民医保' }
export const ENROLMENTS = { active: '正常参保', suspended: '已停保', none: '没有参保' }
export const USES = { hospital: '医院', pharmacy: '药店', premium: '居民医保缴费' }
export const QUEUES = { waiting: '等待审核', reversals: '等第二人确认', decided: '已经审过' }
export const DIFFERENCES = {
  title: '账目差异',
  none: '两边的账一致，没有要处理的差异。',
  more: '还有更多，处理完这些以后会显示出来。',
  kinds: {
    'missing-here': '医保系统有，我们没有',
    'missing-there': '我们有，医保系统没有',
    'not-the-same': '两边都有，内容不一样',
  },
  here: '我们的记录',
  there: '医保系统',
  id: '业务编号',
  found: '发现时间',
  nothing: '没有',
  ways: {
    'corrected-here': '我们这边已更正',
    'corrected-there': '医保系统已更正',
    explained: '已查明，不用更正',
  },
  done: '已经记下处理结果。',
}
export const EMPTY = {
  waiting: '没有等待审核的申请。',
  reversals: '没有等着确认的更正。',
  decided: '还没有审过的申请。',
}
/** Stands where an opinion was, once somebody in the case has closed her account. */
export const OPINION_ERASED = '（当事人注销了账户，意见内容已经删除）'
/** The opinion that one tap fills in, for a case in which nothing is missing. */
export const APPROVING = '材料齐全，同意。'

const FORMAT = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** An instant in Beijing time. */
export function momentText(instant) {
  return FORMAT.format(new Date(instant))
}

/** Whole fen as yuan, to the fen. */
export function yuanText(fen) {
  return `${(fen / 100).toFixed(2)}元`
}

/** 2025-11-05 as 2025年11月5日. */
export function dayText(day) {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

export function sizeText(bytes) {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** What somebody is said to be, when the insurer was asked just now. */
export function insuredText(insured) {
  if (insured === undefined) return '暂时查不到，请稍后刷新'
  const scheme = insured.scheme === null ? '' : `${SCHEMES[insured.scheme]}，`
  return `${scheme}${ENROLMENTS[insured.enrolment]}`
}

export const INSTITUTIONS = { hospital: '示范医院', pharmacy: '示范药店' }
export const BILL_KINDS = { outpatient: '门诊', inpatient: '住院', pharmacy: '购药' }
export const SOURCES = { 'own-account': '本人的个人账户', wallet: '本人的医保钱包', cash: '本人另付' }
export const SETTLEMENT_STATES = {
  settled: '结好了',
  processing: '正在办，还没有结果',
  'outcome-unknown': '结果还没有确认，请不要重复收钱',
  failed: '没有办成，钱没有动',
  reversing: '正在退回，结果还没有确认',
  reversed: '已经退回',
}
