import { bindingNotAllowed } from './binding-refusals'
import type { Facts } from './facts'
import { premiumNotAllowed } from './money-refusals'

/** What an invitation, a letter or the person who acts stands in the way of, said to whoever hears it. */

export function invitationExpired(facts: Facts): string {
  const next =
    facts.listener() === 'policyholder'
      ? '可以重新发送，也可以重新填写一份。'
      : facts.listener() === null
        ? '还需要的话，由邀请人重新发送。'
        : '请让邀请人重新发送。'
  return `这份邀请已经过了期限。${next}`
}

export function invitationClosed(facts: Facts): string {
  const reason = facts.text('reason')
  if (reason === 'region-changed' || reason === 'too-old') return noLongerValid(facts, reason)
  switch (facts.text('state')) {
    case 'accepted':
      return '这份邀请已经接受过了，不用再办。可以在家人列表里查看。'
    case 'in-review':
      return '这份邀请已经接受，正在审核。请等审核结果，不用再办。'
    case 'expired':
      return invitationExpired(facts)
    case 'declined':
      return facts.listener() === 'policyholder'
        ? '家人没有同意这份邀请。商量好以后，可以重新填写一份。'
        : `这份邀请已经谢绝了。如果改了主意，${sendAnother(facts)}`
    case 'revoked':
      return facts.listener() === 'policyholder'
        ? '这份邀请您已经收回了。如果还需要，可以重新填写一份。'
        : `这份邀请已经被邀请人收回了。如果还需要，${sendAnother(facts)}`
    default:
      return `这份邀请已经结束，不能再办。如果还需要，${sendAnother(facts)}`
  }
}

/** Signed rightly once, and no longer to be used. Of her region only the policyholder is told. */
function noLongerValid(facts: Facts, reason: 'region-changed' | 'too-old'): string {
  if (facts.listener() === 'policyholder') {
    if (reason === 'region-changed') {
      return '发出邀请以后，您的参保地变了，这份邀请不能再用。请按新的参保地重新填写一份。'
    }
    const days = facts.count('days')
    return `这份邀请${days === null ? '放得太久' : `已经超过${days}天`}，不能再发送。请重新填写一份。`
  }
  const what = reason === 'too-old' ? '这份邀请放得太久' : '这份邀请发出以后情况有变化'
  return `${what}，不能再用。请让邀请人重新发一份。`
}

function sendAnother(facts: Facts): string {
  if (facts.listener() === 'policyholder') return '可以重新填写一份。'
  return facts.listener() === null ? '由邀请人重新发一份。' : '请让邀请人重新发一份。'
}

export function letterNotSigned(facts: Facts): string {
  const [signer, listener] = [facts.text('signer'), facts.listener()]
  switch (signer) {
    case 'policyholder':
      if (listener === 'policyholder') return '您的承诺书还没有签。请先读完并签好，再继续。'
      return listener === null
        ? '授权人的承诺书还没有签。请授权人先读完并签好，再继续。'
        : '邀请人的承诺书还没有签好。请等邀请人签好，再继续。'
    case 'relative':
      return listener === 'relative'
        ? '您的承诺书还没有签。请先读完并签好，再继续。'
        : '家人的承诺书还没有签。请让家人本人读完并签好，再继续。'
    case 'guardian':
      return listener === 'guardian'
        ? '您替孩子签的承诺书还没有签。请先读完并签好，再继续。'
        : '孩子的承诺书还没有签。请监护人先读完并签好，再继续。'
    default:
      return '承诺书还没有签。请先读完并签好，再继续。'
  }
}

export function letterChanged(facts: Facts): string {
  if (facts.text('reason') === 'not-as-sealed') {
    return '这份承诺书和签署时不一样了，不能再打印或保存。请留好您手里的纸质件或存证文件，并告诉当地医保窗口。'
  }
  if (facts.text('reason') !== 'consent-differs') {
    return '承诺书的内容和您读到的不一样了。请重新打开，读过以后再签。'
  }
  const next = facts.listener() === 'policyholder' ? '请重新填写一份邀请。' : '请让邀请人重新发一份。'
  return `要签字的人和发邀请时不一样了，比如孩子已经到了自己签字的年龄。${next}`
}

/** Without a listener it is a person who identifies herself. */
export function nameMismatch(facts: Facts): string {
  switch (facts.listener()) {
    case 'policyholder':
      return '邀请里写的姓名和家人的证件对不上。请照着证件改好姓名，重新填写一份。'
    case 'relative':
      return '邀请里写的姓名和您的证件对不上。请让邀请人改好姓名，重新发一份。'
    case 'guardian':
      return '邀请里写的姓名和孩子的证件对不上。请让邀请人改好姓名，重新发一份。'
    case null:
      return '姓名和证件号码对不上。请照着身份证再核对一遍，生僻字也要写对。'
  }
}

export function notAllowed(facts: Facts): string {
  switch (facts.text('reason')) {
    case 'already-signed':
      return '这份承诺书已经签过，不能再改。可以在绑定详情里查看。'
    case 'signed-by-other-parent':
      return '孩子的另一位家长已经签过字了。请让那位家长接着办完。'
    case 'password-too-simple':
      return '这个密码太简单，容易被猜到。请换六位不相同也不连续的数字。'
    case 'own-invitation':
      return '这是您自己发出的邀请，要由家人来回答。请把邀请转给家人。'
    case 'policyholder-cannot':
      return '邀请人现在不能共享个人账户里的钱。请让邀请人先看看自己的参保情况。'
    case 'binding-ended':
      return '这份绑定已经结束了，不用再解除。可以在家人列表里查看。'
    case 'binding-not-in-force':
      return bindingNotInForce(facts)
    case 'not-insured-last-year':
      return `${facts.text('regionName') ?? '当地'}要求家人上一年度也参加了居民医保，才能由您的个人账户来缴。请换一种方式缴费，或拨打12393询问。`
    case 'premium-excluded':
      return `${facts.text('regionName') ?? '当地'}不能用家人的个人账户来缴${facts.text('who') ?? '这位家人'}的居民医保费。请换一种方式缴费，或拨打12393询问。`
    case 'not-registered':
      return '这位家人还没有办居民医保的参保登记。请先办好登记，再来缴费。'
    case 'refund-reason':
      return `这个原因不在可以退费的范围里${facts.list('reasons') === null ? '' : `，可以退的是：${facts.list('reasons')}`}。有特殊情况请到当地医保窗口咨询。`
    // One sentence for every case: which of them it is would tell of somebody else's registration.
    case 'not-own-child-under-age':
      return '登记信息里没有查到您是这个孩子的父母，也可能是孩子还没有登记或参保。请带出生医学证明或户口簿，到当地医保窗口办理。'
    case 'no-family-step':
      return '您参保的地方不用先建立共济家庭，可以直接添加家人。'
    case 'staff-sign-in-not-set-up':
      return '单位账号登录还没有接通，现在不能在这里办理。请联系系统管理员。'
    case 'no-staff-account':
      return '您的单位账号没有开通工作台，或者已经停用。请联系系统管理员。'
    case 'clerks-only':
      return '这一项由窗口人员办理。请用窗口人员的账号登录。'
    case 'second-clerk':
      return '这一份是您自己核对证件录入的，要由另一位窗口人员再核对一遍本人和证件，才算数。'
    case 'not-in-person':
      return '这份邀请不是当面办理的。请让家人在自己的手机上打开邀请，或重新填写一份，选当面办理。'
    default:
      return (
        bindingNotAllowed(facts) ??
        premiumNotAllowed(facts) ??
        '这一步不能由您来办。请让本人操作，或到当地医保窗口办理。'
      )
  }
}

function bindingNotInForce(facts: Facts): string {
  switch (facts.text('because')) {
    case 'paused':
      return '这份绑定暂停了，现在不能用。请先恢复，再来缴费。'
    case 'in-review':
      return '这份绑定还在审核，现在不能用。请等审核通过，再来缴费。'
    case 'not-begun':
      return '这份绑定还没有到开始的日子。请等开始以后，再来缴费。'
    default:
      return '这份绑定已经结束，不能再用。还需要的话，请重新邀请家人。'
  }
}

export function tooManyAttempts(facts: Facts): string {
  const limit = facts.count('limit')
  const aDay = limit === null ? '' : `，每天最多${limit}次`
  switch (facts.text('attempted')) {
    case 'invitation-token':
      return `今天打开无效邀请的次数太多${aDay}。请明天再试，或让邀请人重新发送一次。`
    case 'letter-code':
    case 'letter-code-unnamed':
      return `今天核对承诺书时，没对上的次数太多${aDay}。请明天再试，或到当地医保窗口核对原件。`
    case 'letter-code-of-letter':
      return `这一份承诺书今天没对上的次数太多${aDay}，先停一停。请明天再试，或到当地医保窗口核对原件。`
    case 'verification':
      return `今天核验身份没有通过的次数太多${aDay}。请明天再试，急用的话可以到当地医保窗口办理。`
    case 'window-search':
      return `今天没有查到的次数太多${aDay}。请明天再试，或请另一位窗口人员办理。`
    case 'insurance-code':
    case 'insurance-code-of-institution':
      return `今天没有对上的医保码太多${aDay}。请明天再试，急用的话先由本人支付。`
    case 'guardianship':
      return `今天为孩子办理没有通过的次数太多${aDay}。请明天再试，或带出生医学证明或户口簿到当地医保窗口办理。`
    case 'resubmit':
      return `这份申请补交的次数太多了${limit === null ? '' : `，最多交${limit}次`}。请带上材料，到当地医保窗口办理。`
    case 'open-invitations':
      return `还没有结果的邀请太多${limit === null ? '' : `，同时最多${limit}份`}。请先收回一些，或等家人回答以后再发。`
    default:
      return `今天试的次数太多了${aDay}。请明天再试，急用的话可以到当地医保窗口办理。`
  }
}
