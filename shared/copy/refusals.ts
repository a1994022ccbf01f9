import type { Refusal, RefusalCode } from '../values/refusal'
import { Facts } from './facts'
import {
  invitationClosed,
  invitationExpired,
  letterChanged,
  letterNotSigned,
  nameMismatch,
  notAllowed,
  tooManyAttempts,
} from './invitation-refusals'
import {
  ageImpossible,
  alreadyBound,
  datesInvalid,
  familyNotEstablished,
  idNumberInvalid,
  memberCapReached,
  notEmployeeScheme,
  notEnrolled,
  outsideArea,
  policyholderCapReached,
  proofRequired,
  rebindTooEarly,
  relationCapReached,
  relationNotCovered,
  ruleUnknown,
  self,
  suspended,
} from './joining-refusals'
import {
  balanceFloor,
  balanceTooLow,
  limitReached,
  outsideHours,
  refundTooLate,
  tierUnknown,
  transferAmountExceeded,
  transferCountReached,
  useNotAllowed,
  walletNotOpen,
  windowClosed,
} from './money-refusals'

/** The sentence for the person: what stands in the way, with its numbers, and what to do next. */
export function refusalSentence(refusal: Refusal): string {
  return SENTENCES[refusal.code](new Facts(refusal.facts ?? {}))
}

type Sentence = (facts: Facts) => string

const SENTENCES: Readonly<Record<RefusalCode, Sentence>> = {
  'invalid-request': () => '填写的内容有一处不对。请检查标红的地方，改好再提交。',
  'not-linked': () => '还不知道您是谁。请先核验身份，再办理这一项。',
  'not-found': (facts) =>
    facts.text('sought') === 'letter-code'
      ? '没有对上任何一份签好的承诺书。请照着纸上的查验码再输一次，一个字符也不能差。'
      : facts.text('sought') === 'insurance-code'
        ? '没有对上这个医保码。请让本人刷新医保码，再扫一次，或照着数字再输一次。'
        : facts.text('sought') === 'invitation-at-window'
          ? '没有查到等这位家人答复的邀请。请照着证件原件核对姓名和号码；也可能还没有人邀请、邀请过了期限，或者不在本地办理。'
          : '没有找到您要看的内容，可能已经结束，或者不是发给您的。请回到首页再看看。',
  'not-allowed': notAllowed,
  'request-reused': () => '这次提交的内容和刚才的不一样。请回到上一页，重新提交一次。',
  'rule-unknown': ruleUnknown,
  'too-many-attempts': tooManyAttempts,

  'name-mismatch': nameMismatch,
  'verification-failed': (facts) =>
    facts.text('outcome') === 'missing'
      ? '还没有核验身份。请让签字的人先核验身份，再继续。'
      : facts.text('outcome') === 'staff-code'
        ? '登录没有成功，或者已经超过几分钟。请回到单位的登录页，重新登录一次。'
        : '身份核验没有通过，或者已经超过5分钟。请重新核验一次，人脸不方便时可以换成短信。',

  'not-employee-scheme': notEmployeeScheme,
  'not-enrolled': notEnrolled,
  'enrolment-suspended': suspended,
  'outside-area': outsideArea,
  'relation-not-covered': relationNotCovered,
  'relation-cap-reached': relationCapReached,
  'member-cap-reached': memberCapReached,
  'policyholder-cap-reached': policyholderCapReached,
  'already-bound': alreadyBound,
  self,
  'id-number-invalid': idNumberInvalid,
  'age-relation-impossible': ageImpossible,
  'dates-invalid': datesInvalid,
  'proof-required': proofRequired,
  'family-not-established': familyNotEstablished,

  'invitation-expired': invitationExpired,
  'invitation-closed': invitationClosed,
  'letter-not-signed': letterNotSigned,
  'letter-changed': letterChanged,
  'signature-empty': (facts) =>
    facts.text('mode') === 'typed'
      ? '输入的句子和提示的不一样。请照着提示的那句话，一字不差地再输入一次。'
      : '签名还不完整。请重新签一次，把姓名的每一个字写完。',
  'rebind-too-early': rebindTooEarly,
  'in-review': () => '这一份还在审核。请等审核结果，结果会通知您。',

  'window-closed': windowClosed,
  'already-paid': () => '这一年的居民医保费已经交过了，不用再交。可以在缴费记录里查看。',
  'not-resident-scheme': (facts) =>
    `${facts.text('name') ?? '这位家人'}没有参加居民医保，不用在这里缴费。请选择参加居民医保的家人。`,
  'tier-unknown': tierUnknown,
  'quote-expired': () => '这份缴费单放得太久，已经失效。请重新选择家人，核对金额。',
  'price-changed': () => '缴费金额刚刚有变化。请重新核对金额，再确认缴费。',
  'balance-too-low': balanceTooLow,
  'password-wrong': (facts) => {
    const left = facts.count('attemptsLeft')
    if (left === 0) return '支付密码不对，而且已经错了太多次，为了安全先锁住了。请核验身份，重新设置密码。'
    return `支付密码不对。${left === null ? '' : `还可以再试${left}次。`}想不起来的话，可以核验身份后重新设置。`
  },
  'password-locked': () => '支付密码错了太多次，为了安全先锁住了。请核验身份，重新设置密码。',
  'password-not-set': () => '还没有设置支付密码。请先设置六位数字的支付密码，再来支付。',
  'refund-too-late': refundTooLate,

  'wallet-not-open': walletNotOpen,
  'outside-hours': outsideHours,
  'transfer-count-reached': transferCountReached,
  'transfer-amount-exceeded': transferAmountExceeded,
  'balance-floor': balanceFloor,
  'transfer-pending': () => '上一笔转账对方还没有接收。请等对方接收，或等次日早上退回以后再转。',

  'code-expired': () => '医保码已经过期。请让本人刷新医保码，再试一次。',
  'institution-unknown': () => '没有找到这家定点医药机构。请核对机构编号。',
  'use-not-allowed': useNotAllowed,
  'limit-reached': limitReached,
}
