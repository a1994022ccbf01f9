import { lastDayInvalid } from './binding-refusals'
import type { Facts } from './facts'
import { relationWord } from './labels'
import { premiumYearUnknown } from './money-refusals'

/** What a rule about two people and their insurance stands in the way of, said to whoever hears it. */

export function ruleUnknown(facts: Facts): string {
  const year = facts.count('premiumYear')
  if (year !== null) return premiumYearUnknown(facts, year)
  const subject = facts.text('regionName') ?? `${facts.policyholder()}参保的地区`
  const what = subjectOf(facts.text('parameter'))
  return `${subject}，${what}还没有可靠的资料，所以先不能办。请拨打12393，或到当地医保窗口询问。`
}

function subjectOf(parameter: string | null): string {
  if (parameter === null) return '家庭共济的规定'
  if (parameter.startsWith('wallet-')) return '医保钱包的规定'
  return parameter.startsWith('premium-') ? '居民医保缴费的规定' : '这一条规定'
}

export function notEmployeeScheme(facts: Facts): string {
  return facts.policyholder() === '您'
    ? '您参加的是居民医保，没有个人账户，所以不能把钱给家人用。家里参加职工医保的人可以来添加您。'
    : POLICYHOLDER_CANNOT
}

export function notEnrolled(facts: Facts): string {
  // She said it herself, before anything was filed: no register was looked into.
  if (facts.flag('told')) {
    return facts.text('side') === 'policyholder'
      ? '参加职工医保的人才有个人账户，才能把里面的钱给家人用。参加以后就可以来办；具体怎么参保，请拨打12393。'
      : `${facts.relative()}要先参加基本医保，职工医保、居民医保都可以。参保以后就可以加入；具体怎么参保，请拨打12393。`
  }
  if (facts.text('side') === 'policyholder') {
    return facts.policyholder() === '您'
      ? '没有查到您的参保记录。参加职工医保以后才能把个人账户的钱给家人用；刚参保的话，请过几天再试，或拨打12393。'
      : POLICYHOLDER_CANNOT
  }
  if (facts.text('for') === 'premium') {
    return `没有查到${facts.relative()}的居民医保参保登记。请先到当地医保部门或线上办好参保登记，再来缴费。`
  }
  return `没有查到${facts.relative()}的基本医保参保记录。参加职工医保或居民医保以后就可以加入；刚参保的话，请过几天再试，或拨打12393。`
}

export function suspended(facts: Facts): string {
  const isPolicyholder = facts.text('side') === 'policyholder'
  if (isPolicyholder && facts.policyholder() !== '您') return POLICYHOLDER_CANNOT
  const who = isPolicyholder ? facts.policyholder() : facts.relative()
  return `${who}的医保现在处于暂停状态。请先恢复缴费，恢复以后就可以继续办理；有疑问请拨打12393。`
}

/** Nobody but the policyholder learns what the trouble is, should a refusal carry it all the same. */
const POLICYHOLDER_CANNOT = '邀请人的医保现在办不成这件事。请让邀请人先看看自己的参保情况。'

export function outsideArea(facts: Facts): string {
  const [relative, policyholder] = [facts.relative(), facts.policyholder('relative')]
  const [ours, theirs] = [facts.text('policyholderRegion'), facts.text('relativeRegion')]
  const poolingArea = facts.text('scope') === 'pooling-area'
  const where = facts.flag('otherProvince')
    ? `${relative}和${policyholder}不在同一个省份参保`
    : theirs === null
      ? `没有查到${relative}的参保地`
      : poolingArea
        ? `${relative}和${policyholder}不在同一个统筹区参保`
        : `${relative}在${theirs}参保，${policyholder}在${ours ?? '别的省份'}参保`
  const next =
    facts.text('instead') !== 'wallet'
      ? '请拨打12393询问当地医保部门。'
      : policyholder === '您'
        ? '不在同一个省份的家人，您可以用医保钱包转账。'
        : '不在同一个省份的家人，可以请邀请人用医保钱包转账。'
  return `${where}，家庭共济只能在${poolingArea ? '同一个统筹区' : '同一个省份'}里办。${next}`
}

export function relationNotCovered(facts: Facts): string {
  const beyond = facts.text('beyond')
  if (beyond !== null) return beyondFamily(facts, beyond)
  const relation = facts.relation('relation') ?? '这种关系'
  const scope = facts.relations('scope')
  const region = facts.text('regionName') ?? '当地'
  const on = facts.day('today')
  const when = on === null ? '现在' : `在${on}`
  return `${region}${when}还不能添加${relation}${scope === null ? '' : `，可以添加的是${scope}`}。请${letInviter(facts)}核对关系有没有选对，或拨打12393询问。`
}

/** Who is none of the near relatives, asked for before anything is filed. */
function beyondFamily(facts: Facts, beyond: string): string {
  const scope = facts.relations('scope')
  const who = scope === null ? '' : `可以添加的是${scope}，`
  return beyond === 'parent-in-law'
    ? `${who}爱人的父母不在里面，不能由您添加。爱人参加职工医保的话，可以由爱人来添加自己的父母。`
    : `${who}其他亲属和朋友不能添加。请核对一下你们的关系，或拨打12393询问。`
}

export function relationCapReached(facts: Facts): string {
  const relation = oneSex(facts) ?? facts.relation('relation') ?? '这种关系'
  // How many spouses or parents somebody has is not told to the next one.
  if (facts.policyholder() !== '您') {
    return `邀请人现在不能再按${relation}这个关系添加家人。请让邀请人核对关系，或看看自己的家人列表。`
  }
  const cap = facts.count('cap')
  const numbers =
    cap === null ? '的名额已经用完' : `最多添加${cap}位，您现在已有${facts.count('bound') ?? cap}位`
  const reading = facts.flag('ourReading') ? '没有查到公布的规定，按我们的理解，' : ''
  return `${reading}${relation}${numbers}。${freeAPlace(facts)}`
}

/** 父亲 or 母亲, where a region counts them apart. */
function oneSex(facts: Facts): string | null {
  const sex = facts.text('sex')
  return sex === 'male' || sex === 'female' ? relationWord('parent', { sex, olderThanOther: null }) : null
}

export function memberCapReached(facts: Facts): string {
  const region = facts.text('regionName') ?? '当地'
  const cap = facts.count('cap')
  const numbers =
    cap === null
      ? '的名额已经用完'
      : `规定一个人最多添加${cap}位家人（不含本人），${facts.policyholder()}现在已有${facts.count('bound') ?? cap}位`
  return `${region}${numbers}。${freeAPlace(facts)}`
}

function freeAPlace(facts: Facts): string {
  return facts.policyholder() === '您'
    ? '要再添加，先在“我的家人”里解除一位。'
    : '请让邀请人先解除一位，再发邀请。'
}

export function policyholderCapReached(facts: Facts): string {
  const cap = facts.count('cap')
  const far = DISTANCES[facts.text('distance') ?? ''] ?? ''
  const limit = cap === null ? '能添加同一位家人的人数有限' : `规定一位家人最多由${far}${cap}个人添加`
  return `${facts.text('regionName') ?? '当地'}${limit}，${facts.relative()}的名额已经用完。先在“我的家人”里解除其中一份，才能再加入。`
}

const DISTANCES: Readonly<Record<string, string>> = {
  'same-area': '同一统筹区的',
  'cross-area': '省内其他统筹区的',
  'cross-province': '外省的',
}

/** One of the files that were handed in is of no use: which one, why, and what to do. */
function proofOfNoUse(facts: Facts): string | null {
  const position = facts.count('position')
  const which = position === null ? '有一份材料' : `第${position}份材料`
  switch (facts.text('problem')) {
    case 'missing':
      return `${which}没有找到，可能没有传完。请重新上传这一份，再提交。`
    case 'too-large':
      return `${which}太大了，每份最多4MB。请用普通清晰度重新拍一张，再提交。`
    case 'wrong-type':
      return `${which}不是照片，也不是 PDF 文件。请换成 JPG、PNG 照片或 PDF 文件，再提交。`
    default:
      return null
  }
}

export function proofRequired(facts: Facts): string {
  const problem = proofOfNoUse(facts)
  if (problem !== null) return problem
  const proofs = facts.list('proofs') ?? '能说明你们关系的材料'
  const system = facts.text('system') ?? '当地医保小程序'
  const desk = facts.text('desk') ?? '当地医保窗口'
  const what = facts.text('for') === 'unbinding' ? '解除这份共享' : '添加这位家人'
  return `${what}还要交${proofs}。请拍清楚四个角，再提交；不方便拍照的，也可以在${system}里或者到${desk}办理。`
}

export function familyNotEstablished(facts: Facts): string {
  const region = facts.text('regionName') ?? '当地'
  return facts.policyholder() === '您'
    ? `${region}要先建立共济家庭，再添加家人。请先完成建立家庭这一步。`
    : `${region}要先建立共济家庭，再添加家人。请让邀请人先建立家庭，再来加入。`
}

export function alreadyBound(facts: Facts): string {
  if (facts.text('kind') === 'family-code') {
    return '这位家人的亲情账户您已经添加过了，不用再办一次。可以在亲情账户里查看。'
  }
  const listener = facts.listener()
  const pair =
    listener === 'policyholder'
      ? `您和${facts.relative()}`
      : listener === null
        ? '你们之间'
        : `${facts.relative()}和邀请人`
  const relation = facts.relation('relation')
  return `${pair}已经绑定好了${relation === null ? '' : `（登记的关系：${relation}）`}，不用再办一次。可以在家人列表里查看。`
}

/** A start can be chosen by the policyholder alone; whoever accepts comes back on the day. */
export function rebindTooEarly(facts: Facts): string {
  const from = facts.day('from') ?? '次日'
  const still = `上一份绑定到${facts.day('until') ?? '今天'}为止，当天还有效。`
  return facts.policyholder() === '您'
    ? `${still}${from}起就可以重新绑定：请把开始日期选在这一天或以后，或者到那天再办。`
    : `${still}请从${from}起再来同意。`
}

export function self(facts: Facts): string {
  return facts.policyholder() === '您'
    ? '这是您自己的证件号码，自己的账户不用添加自己。请填写家人的证件号码。'
    : '邀请里写的是邀请人自己的证件号码。请让邀请人改好，重新发一份。'
}

export function idNumberInvalid(facts: Facts): string {
  const next =
    facts.policyholder() === '您' ? '请照着证件再核对一遍。' : '请让邀请人照着证件改好，重新发一份。'
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

export function ageImpossible(facts: Facts): string {
  const [relative, policyholder] = [facts.relative('policyholder'), facts.policyholder()]
  const next =
    policyholder === '您'
      ? '请核对证件号码，并确认选的是家人对您来说的关系。'
      : '请让邀请人核对证件号码和关系，重新发一份。'
  const relation = facts.relation('relation') ?? '这种关系'
  if (facts.text('problem') === 'spouse-too-young') {
    const least = facts.count('leastAge')
    const who = facts.text('who') === 'policyholder' ? policyholder : relative
    return `按证件号码，${who}${least === null ? '年龄还小' : `还未满${least}周岁`}，和配偶这个关系对不上。${next}`
  }
  const least = facts.count('leastGapYears')
  const side = facts.text('problem') === 'relative-too-young' ? '大' : '小'
  const expected =
    least === null ? `应当比${policyholder}${side}` : `应当至少比${policyholder}${side}${least}岁`
  return `选的关系是${relation}，${relative}${expected}，可是证件号码上的出生日期对不上。${next}`
}

export function datesInvalid(facts: Facts): string {
  const latest = facts.day('latest')
  const inviter = facts.policyholder() === '您'
  switch (facts.text('problem')) {
    case 'start-in-past':
      return `开始日期${facts.day('startDay') ?? ''}已经过去。请选今天或以后的日子。`
    case 'start-not-today':
      return '当地的开始日期只能选当天。请改成今天。'
    case 'start-too-far':
      return `开始日期选得太远了${latest === null ? '' : `，最晚可以选${latest}`}。请选近一些的日子。`
    case 'last-day-in-past':
      return `最后一天${facts.day('lastDay') ?? ''}已经过去。请选今天或以后的日子。`
    case 'last-day-after-end':
      return `这份绑定到${facts.day('until') ?? '约定的日子'}就结束了，最后一天不能选得更晚。请选早一些的日子，或不用解除，等它到期。`
    case 'unbind-too-soon': {
      const months = facts.count('months')
      return `当地规定绑定${months === null ? '满一段时间' : `满${months}个月`}才能解除。请${facts.day('from') ?? '到时'}以后再来；急着停用，可以先暂停。`
    }
    case 'end-before-start': {
      const next = inviter
        ? '请把结束日期改晚一些，或者不填，表示长期有效。'
        : '请让邀请人改好日期，重新发一份。'
      return `结束日期早于开始日期${facts.day('startDay') ?? ''}。${next}`
    }
    case 'end-on-start': {
      const next = inviter ? '请把结束日期改晚一天以上。' : '请让邀请人改好日期，重新发一份。'
      return `当地规定结束日期不能和开始日期是同一天。${next}`
    }
    case 'already-over':
      return `这份邀请约定的结束日期${facts.day('endDay') ?? ''}已经过去。${inviter ? '请改好日期，重新填写一份。' : '请让邀请人改好日期，重新发一份。'}`
    default:
      return lastDayInvalid(facts) ?? '日期不对。请检查开始和结束的日子，再提交。'
  }
}

function letInviter(facts: Facts): string {
  return facts.policyholder() === '您' ? '' : '让邀请人'
}
