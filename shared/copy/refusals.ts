import type { Refusal, RefusalCode } from '../values/refusal'
import { Facts } from './facts'

/** The sentence for the person: what stands in the way, with its numbers, and what to do next. */
export function refusalSentence(refusal: Refusal): string {
  return SENTENCES[refusal.code](new Facts(refusal.facts ?? {}))
}

type Sentence = (facts: Facts) => string

const SENTENCES: Readonly<Record<RefusalCode, Sentence>> = {
  'invalid-request': () => '填写的内容有一处不对。请检查标红的地方，改好再提交。',
  'not-linked': () => '还不知道您是谁。请先核验身份，再办理这一项。',
  'not-found': () => '没有找到您要看的内容，可能已经结束，或者不是发给您的。请回到首页再看看。',
  'not-allowed': notAllowed,
  'request-reused': () => '这次提交的内容和刚才的不一样。请回到上一页，重新提交一次。',
  'rule-unknown': ruleUnknown,
  'too-many-attempts': (facts) => {
    const limit = facts.count('limit')
    return `今天试的次数太多了${limit === null ? '' : `，每天最多${limit}次`}。请明天再试，急用的话可以到当地医保窗口办理。`
  },

  'name-mismatch': () => '姓名和证件号码对不上。请照着身份证再核对一遍，生僻字也要写对。',
  'verification-failed': (facts) =>
    facts.text('outcome') === 'missing'
      ? '还没有核验身份。请让签字的人先核验身份，再继续。'
      : '身份核验没有通过，或者已经超过5分钟。请重新核验一次，人脸不方便时可以换成短信。',

  'not-employee-scheme': (facts) =>
    facts.text('spokenTo') === 'policyholder' || facts.text('spokenTo') === null
      ? '您参加的是居民医保，没有个人账户，所以不能把钱给家人用。家里参加职工医保的人可以来添加您。'
      : '邀请人现在没有职工医保个人账户，这份邀请暂时办不成。请让对方先查看自己的参保情况。',
  'not-enrolled': notEnrolled,
  'enrolment-suspended': suspended,
  'outside-area': outsideArea,
  'relation-not-covered': relationNotCovered,
  'relation-cap-reached': (facts) => {
    const relation = facts.relation('relation') ?? '这种关系'
    const cap = facts.count('cap')
    const numbers =
      cap === null ? '的名额已经用完' : `最多添加${cap}位，现在已有${facts.count('bound') ?? cap}位`
    return `${relation}${numbers}。${freeAPlace(facts)}`
  },
  'member-cap-reached': memberCapReached,
  'policyholder-cap-reached': (facts) => {
    const cap = facts.count('cap')
    const limit = cap === null ? '能添加同一位家人的人数有限' : `规定一位家人最多由${cap}个人添加`
    return `${facts.text('regionName') ?? '当地'}${limit}，${facts.person()}的名额已经用完。先解除其中一份，次日起就可以加入。`
  },
  'already-bound': (facts) => {
    const relation = facts.relation('relation')
    return `你们之间已经绑定好了${relation === null ? '' : `（关系是${relation}）`}，不用再办一次。可以在家人列表里查看。`
  },
  self: () => '这是您自己的证件号码，自己的账户不用添加自己。请填写家人的证件号码。',
  'id-number-invalid': idNumberInvalid,
  'age-relation-impossible': ageImpossible,
  'dates-invalid': datesInvalid,
  'proof-required': (facts) =>
    `还需要上传${facts.list('proofs') ?? '能说明你们关系的材料'}。请拍清楚四个角，再提交。`,
  'family-not-established': () => '当地要先建立共济家庭，再添加家人。请先完成建立家庭这一步。',

  'invitation-expired': () => '这份邀请已经过了期限。请让家人重新发一次。',
  'invitation-closed': invitationClosed,
  'letter-not-signed': (facts) =>
    facts.text('signer') === 'policyholder'
      ? '授权人的承诺书还没有签。请授权人先读完并签好，再继续。'
      : '承诺书还没有签。请先读完并签好，再继续。',
  'letter-changed': () => '承诺书的内容和您读到的不一样了。请重新打开，读过以后再签。',
  'signature-empty': (facts) =>
    facts.text('mode') === 'typed'
      ? '输入的句子和提示的不一样。请照着提示的那句话，一字不差地再输入一次。'
      : '签名还不完整。请重新签一次，把姓名的每一个字写完。',
  'rebind-too-early': (facts) => `刚刚解除的关系当天还有效。${facts.day('from') ?? '次日'}起就可以重新绑定。`,
  'in-review': () => '这一份还在审核。请等审核结果，结果会通知您。',

  'window-closed': (facts) => {
    const [from, until] = [facts.day('from'), facts.day('until')]
    const when = from === null || until === null ? '' : `这里的缴费期是${from}到${until}。`
    return `现在不在居民医保的缴费期。${when}请在缴费期内再来，或咨询当地税务和医保部门。`
  },
  'already-paid': () => '这一年的居民医保费已经交过了，不用再交。可以在缴费记录里查看。',
  'not-resident-scheme': (facts) =>
    `${facts.text('name') ?? '这位家人'}没有参加居民医保，不用在这里缴费。请选择参加居民医保的家人。`,
  'tier-unknown': () => '这里没有这一档缴费标准。请在列出的档次里选一档。',
  'quote-expired': () => '这份缴费单放得太久，已经失效。请重新选择家人，核对金额。',
  'price-changed': () => '缴费金额刚刚有变化。请重新核对金额，再确认缴费。',
  'balance-too-low': (facts) => {
    const [needed, balance] = [facts.yuan('neededFen'), facts.yuan('balanceFen')]
    const numbers = needed === null || balance === null ? '' : `需要${needed}，账户里有${balance}。`
    return `个人账户里的钱不够。${numbers}请减少一些，或换一种方式支付。`
  },
  'password-wrong': (facts) => {
    const left = facts.count('attemptsLeft')
    return `支付密码不对。${left === null ? '' : `还可以再试${left}次。`}想不起来的话，可以核验身份后重新设置。`
  },
  'password-locked': () => '支付密码错了太多次，为了安全先锁住了。请核验身份，重新设置密码。',
  'password-not-set': () => '还没有设置支付密码。请先设置六位数字的支付密码，再来支付。',
  'refund-too-late': (facts) => {
    const from = facts.day('benefitFrom')
    return `医保待遇${from === null ? '已经' : `从${from}起`}开始，之后不能再退费。有特殊情况请到当地医保窗口咨询。`
  },

  'wallet-not-open': (facts) =>
    `${facts.person()}还没有开通医保钱包。请先开通，不会操作的家人可以由您代为开通。`,
  'outside-hours': (facts) => {
    const [from, to] = [facts.text('from'), facts.text('to')]
    return `现在不在转账时间。${from === null || to === null ? '请白天再试。' : `每天${from}到${to}可以转账，请到时再来。`}`
  },
  'transfer-count-reached': (facts) => {
    const limit = facts.count('limit')
    return `今天的转账次数已经用完${limit === null ? '' : `（每天最多${limit}笔）`}。请明天再转。`
  },
  'transfer-amount-exceeded': (facts) => {
    const limit = facts.yuan('limitFen')
    return `这一笔的金额超过了上限${limit === null ? '' : `，每笔最多${limit}`}。请把金额改小，或分几次转。`
  },
  'balance-floor': (facts) => {
    const floor = facts.yuan('floorFen')
    return `转账前个人账户里${floor === null ? '要留够规定的余额' : `至少要有${floor}`}。请等余额够了再转。`
  },
  'transfer-pending': () => '上一笔转账对方还没有接收。请等对方接收，或等次日早上退回以后再转。',

  'code-expired': () => '医保码已经过期。请让本人刷新医保码，再试一次。',
  'institution-unknown': () => '没有找到这家定点医药机构。请核对机构编号。',
  'use-not-allowed': (facts) => {
    const uses = facts.uses('uses')
    return uses === null
      ? '这份绑定没有开通这个用途。请授权人在家人详情里打开，或换一种方式支付。'
      : `当地的家庭共济不能用来${uses}。请去掉这一项，再提交。`
  },
  'limit-reached': (facts) => {
    const limit = facts.yuan('limitFen')
    return `已经用到授权人设的上限${limit === null ? '' : `（${limit}）`}。剩下的请自己支付，或请授权人调整上限。`
  },
}

function ruleUnknown(facts: Facts): string {
  const region = facts.text('regionName')
  const subject = region === null ? '您参保的地区' : region
  const what = facts.text('parameter') === null ? '家庭共济的规定' : '这一条规定'
  return `${subject}${what}，这里还没有可靠的资料，所以先不能办。请拨打12393，或到当地医保窗口询问。`
}

function notEnrolled(facts: Facts): string {
  const who = facts.person()
  if (facts.text('side') === 'policyholder') {
    return who === '您'
      ? '没有查到您的参保记录。参加职工医保以后才能把个人账户的钱给家人用；刚参保的话，请过几天再试，或拨打12393。'
      : '邀请人的医保现在办不成这件事。请让对方先查看自己的参保情况。'
  }
  return `没有查到${who}的基本医保参保记录。参加职工医保或居民医保以后就可以加入；刚参保的话，请过几天再试，或拨打12393。`
}

function suspended(facts: Facts): string {
  const who = facts.person()
  if (facts.text('side') === 'policyholder' && who !== '您') {
    return '邀请人的医保现在办不成这件事。请让对方先查看自己的参保情况。'
  }
  return `${who}的医保现在处于暂停状态。请先恢复缴费，恢复以后就可以继续办理；有疑问请拨打12393。`
}

function outsideArea(facts: Facts): string {
  const who = facts.person()
  const [ours, theirs] = [facts.text('policyholderRegion'), facts.text('relativeRegion')]
  const where =
    theirs === null
      ? `没有查到${who}的参保地`
      : facts.text('scope') === 'pooling-area'
        ? `${who}和邀请人不在同一个统筹区参保`
        : `${who}在${theirs}参保，邀请人在${ours ?? '别的省份'}参保`
  const limit = facts.text('scope') === 'pooling-area' ? '同一个统筹区' : '同一个省份'
  const next =
    facts.text('instead') === 'wallet'
      ? '不在同一个省份的家人，可以请对方用医保钱包转账。'
      : '请拨打12393询问当地医保部门。'
  return `${where}，家庭共济只能在${limit}里办。${next}`
}

function relationNotCovered(facts: Facts): string {
  const relation = facts.relation('relation') ?? '这种关系'
  const scope = facts.relations('scope')
  const region = facts.text('regionName') ?? '当地'
  const on = facts.day('today')
  const when = on === null ? '现在' : `在${on}`
  return `${region}${when}还不能添加${relation}${scope === null ? '' : `，可以添加的是${scope}`}。请核对关系有没有选对，或拨打12393询问。`
}

function memberCapReached(facts: Facts): string {
  const region = facts.text('regionName') ?? '当地'
  const cap = facts.count('cap')
  const numbers =
    cap === null
      ? '的名额已经用完'
      : `规定一个人最多添加${cap}位家人（不含本人），现在已有${facts.count('bound') ?? cap}位`
  return `${region}${numbers}。${freeAPlace(facts)}`
}

function freeAPlace(facts: Facts): string {
  const spokenTo = facts.text('spokenTo')
  return spokenTo === 'relative' || spokenTo === 'guardian'
    ? '请让邀请人先解除一位，次日起再发邀请。'
    : '先解除一位，次日起就可以再添加。'
}

function idNumberInvalid(facts: Facts): string {
  const next = '请照着证件再核对一遍。'
  switch (facts.text('problem')) {
    case 'length':
      return `证件号码的位数不对，身份证号码是18位。${next}`
    case 'characters':
      return `证件号码里有不该出现的字符。${next}`
    case 'birth-day':
      return `证件号码里的出生日期不存在，或者还没有到。${next}`
    case 'check-digit':
      return `证件号码有一位写错了。${next}`
    default:
      return `证件号码不对。${next}`
  }
}

function ageImpossible(facts: Facts): string {
  const next = '请核对证件号码，并确认选的是家人对您来说的关系。'
  const relation = facts.relation('relation') ?? '这种关系'
  if (facts.text('problem') === 'spouse-too-young') {
    const least = facts.count('leastAge')
    return `按证件号码，${facts.text('who') === 'policyholder' ? '授权人' : '这位家人'}${least === null ? '年龄还小' : `还未满${least}周岁`}，和配偶这个关系对不上。${next}`
  }
  const least = facts.count('leastGapYears')
  const side = facts.text('problem') === 'relative-too-young' ? '大' : '小'
  const expected = least === null ? `年纪应当更${side}` : `应当至少${side}${least}岁`
  return `选的关系是${relation}，对方${expected}，可是证件号码上的出生日期对不上。${next}`
}

function datesInvalid(facts: Facts): string {
  const latest = facts.day('latest')
  switch (facts.text('problem')) {
    case 'start-in-past':
      return `开始日期${facts.day('startDay') ?? ''}已经过去。请选今天或以后的日子。`
    case 'start-not-today':
      return '当地的开始日期只能选当天。请改成今天。'
    case 'start-too-far':
      return `开始日期选得太远了${latest === null ? '' : `，最晚可以选${latest}`}。请选近一些的日子。`
    case 'end-before-start':
      return `结束日期早于开始日期${facts.day('startDay') ?? ''}。请把结束日期改晚一些，或者不填，表示长期有效。`
    case 'already-over':
      return `这份邀请约定的结束日期${facts.day('endDay') ?? ''}已经过去。请让邀请人改好日期重新发一份。`
    default:
      return '日期不对。请检查开始和结束的日子，再提交。'
  }
}

function notAllowed(facts: Facts): string {
  switch (facts.text('reason')) {
    case 'already-signed':
      return '这份承诺书已经签过，不能再改。可以在绑定详情里查看。'
    case 'password-too-simple':
      return '这个密码太简单，容易被猜到。请换六位不相同也不连续的数字。'
    case 'own-invitation':
      return '这是您自己发出的邀请，要由家人来回答。请把邀请转给家人。'
    case 'not-own-child-under-age':
      return '只有监护人可以替自己未成年的孩子当场办理。请把邀请发给这位家人或孩子的父母。'
    case 'not-in-person':
      return '这份邀请不是当面办理的。请让家人在自己的手机上打开邀请，或重新发起当面办理。'
    default:
      return '这一步不能由您来办。请让本人操作，或到当地医保窗口办理。'
  }
}

function invitationClosed(facts: Facts): string {
  switch (facts.text('state')) {
    case 'accepted':
    case 'in-review':
      return '这份邀请已经接受过了，不用再办。可以在家人列表里查看。'
    case 'declined':
      return '这份邀请已经谢绝了。如果改了主意，请重新发一份邀请。'
    case 'revoked':
      return '这份邀请已经收回了。如果还需要，请让家人重新发一份。'
    default:
      return '这份邀请已经结束，不能再办。如果还需要，请重新发一份邀请。'
  }
}
