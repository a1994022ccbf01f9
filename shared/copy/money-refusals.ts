import type { Facts } from './facts'

/** What a rule about premiums, the wallet, settlements and family codes stands in the way of. */

export function windowClosed(facts: Facts): string {
  const [from, until] = [facts.day('from'), facts.day('until')]
  const year = facts.count('premiumYear')
  const named = year === null ? '居民医保' : `${year}年度居民医保`
  const when = from === null || until === null ? '' : `这里的缴费期是${from}到${until}。`
  switch (facts.text('problem')) {
    case 'not-yet':
      return `${named}还没有开始缴费。${when}请在缴费期内再来。`
    case 'over':
      return `${named}的缴费期已经过了。${when}还能不能补缴，请咨询当地税务和医保部门。`
    case 'closed-days': {
      const [first, last] = [facts.count('firstDate'), facts.count('lastDate')]
      const days = first === null || last === null ? '' : `这个月${first}日到${last}日可以缴费。`
      const again = facts.day('again')
      return `今天是税务部门的结算时段，不办缴费。${days}${again === null ? '请在可以缴费的日子再来。' : `请${again}以后再来。`}`
    }
    default:
      return `现在不在居民医保的缴费期。${when}请在缴费期内再来，或咨询当地税务和医保部门。`
  }
}

export function premiumYearUnknown(facts: Facts, year: number): string {
  const region = facts.text('regionName') ?? '当地'
  const what = facts.text('parameter') === 'premium-window' ? '缴费时间' : '缴费标准和时间'
  const floor = facts.yuan('floorFen')
  const least = floor === null ? '' : `全国规定个人缴费不低于${floor}。`
  const years = facts.counts('yearsKnown')
  const known = years === null ? '' : `查到的是${years}年度。`
  return `${region}${year}年度居民医保的${what}，没有查到公布的规定，所以先不能缴。${least}${known}请拨打12393，或咨询当地税务部门。`
}

export function tierUnknown(facts: Facts): string {
  const titles = facts.list('titles')
  return `这里没有这一档缴费标准。请在${titles === null ? '列出的档次' : titles}里选一档。`
}

export function balanceTooLow(facts: Facts): string {
  const [needed, balance, usable] = [
    facts.yuan('neededFen'),
    facts.yuan('balanceFen'),
    facts.yuan('usableFen'),
  ]
  const where = facts.text('of') === 'wallet' ? '医保钱包' : '个人账户'
  const next = '请减少一些，或换一种方式支付。'
  if (needed === null || balance === null) return `${where}里的钱不够。${next}`
  const cut = usable !== null && usable !== balance ? `，按规定和设的限额现在能用${usable}` : ''
  return `${where}里的钱不够。需要${needed}，${where.slice(-2)}里有${balance}${cut}。${next}`
}

export function walletNotOpen(facts: Facts): string {
  return facts.text('side') === 'policyholder' && facts.policyholder() === '您'
    ? '您还没有开通医保钱包。请先开通，再来转账。'
    : `${facts.relative()}还没有开通医保钱包。请先开通，不会操作的家人可以由您代为开通。`
}

export function outsideHours(facts: Facts): string {
  const [from, to] = [facts.text('from'), facts.text('to')]
  return `现在不在转账时间。${from === null || to === null ? '请白天再试。' : `每天${from}到${to}可以转账，请到时再来。`}`
}

export function transferCountReached(facts: Facts): string {
  const limit = facts.count('limit')
  return `今天的转账次数已经用完${limit === null ? '' : `（每天最多${limit}笔）`}。请明天再转。`
}

export function transferAmountExceeded(facts: Facts): string {
  const limit = facts.yuan('limitFen')
  if (facts.text('per') === 'day') {
    const left = facts.yuan('leftFen')
    const numbers = limit === null ? '' : `，每天合计最多${limit}`
    return `今天转账的总金额会超过上限${numbers}${left === null ? '' : `，今天还可以转${left}`}。请把金额改小，或明天再转。`
  }
  return `这一笔的金额超过了上限${limit === null ? '' : `，每笔最多${limit}`}。请把金额改小，或分几次转。`
}

export function balanceFloor(facts: Facts): string {
  const floor = facts.yuan('floorFen')
  return `转账前个人账户里${floor === null ? '要留够规定的余额' : `至少要有${floor}`}。请等余额够了再转。`
}

export function useNotAllowed(facts: Facts): string {
  const beyond = facts.uses('beyondConsent')
  if (beyond !== null) return `签过的承诺书里没有写${beyond}。要多开这一项，请重新邀请，双方再签一次。`
  if (facts.text('setBy') === 'institution') {
    return facts.text('institution') === 'pharmacy'
      ? '药店只能结算买药的费用。请把费用类别改成购药。'
      : '医院只能结算门诊或住院的费用。请把费用类别改过来。'
  }
  const uses = facts.uses('uses')
  if (uses === null || facts.text('setBy') === 'policyholder') {
    return '这份绑定没有开通这个用途。请授权人在家人详情里打开，或换一种方式支付。'
  }
  return `${facts.text('regionName') ?? '当地'}的家庭共济不能用来${uses}。请去掉这一项，或换一种方式支付。`
}

export function limitReached(facts: Facts): string {
  const count = facts.count('limit')
  switch (facts.text('kind')) {
    case 'family-codes-a-month':
      return `这个月添加亲情账户的次数已经用完${count === null ? '' : `（每个自然月最多${count}位）`}。请下个月再添加。`
    case 'family-code-holders':
      return `这位家人的医保码已经由${count === null ? '别的' : `${count}位`}家人代为展示，不能再添加。请先解除其中一位，再来添加。`
    default: {
      const limit = facts.yuan('limitFen')
      return `已经用到授权人设的上限${limit === null ? '' : `（${limit}）`}。剩下的请自己支付，或请授权人调整上限。`
    }
  }
}

/** Why a bill is not settled or given back; null where another sentence knows better. */
export function settlementNotAllowed(facts: Facts): string | null {
  switch (facts.text('reason')) {
    case 'code-of-another':
      return '这不是本人的医保码。看病买药必须用患者本人的医保码；用别人的属于冒名，要承担法律责任。请让本人出示。'
    case 'other-institution':
      return '只能在自己的机构结算。请核对机构编号。'
    case 'signature-time':
      return '请求的时间和这里相差太多。请校准系统的时钟，再发一次。'
    case 'request-replayed':
      return '这个请求已经收到过。请重新签名，用同一个请求编号再发一次。'
    case 'settlement-in-progress':
      return '这一笔的结果还没有确认。请过几分钟再查，不要重复结算。'
    case 'not-settled':
      return '这一笔没有结成，钱没有动，不用退回。'
    case 'reversal-refused':
      return '医保系统没有办成这笔退回，可能已经退过。请核对结算记录，或联系当地医保经办机构。'
    case 'settlement-cancelled':
      return '这一笔没有办成，已经取消，各个账户里的钱没有动。请让患者刷新医保码，重新结算。'
    case 'settlement-refused':
      return '医保系统没有受理这一笔，各个账户里的钱没有动。请核对患者的参保情况，或由患者另付。'
    default:
      return null
  }
}

/** Why a premium cannot be paid or given back; null where another sentence knows better. */
export function premiumNotAllowed(facts: Facts): string | null {
  const steps = facts.list('steps')
  const way = steps === null ? '' : `依次是：${steps}。`
  switch (facts.text('reason')) {
    case 'paid-in-tax-app':
      return `${facts.text('regionName') ?? '当地'}的居民医保费在税务部门的小程序里缴，个人账户里的钱也在那里用，这里不收。${way}`
    case 'paid-first':
      return `${facts.text('regionName') ?? '当地'}要先自己缴费，再申请把钱从个人账户转到自己的银行卡，这里不能直接缴。${way}申请的办法请看当地医保公布的，或拨打12393询问。`
    case 'payment-in-progress':
      return '这位家人这一年的医保费正在缴，结果还没有确认。请过几分钟在缴费记录里看结果，不要重复缴。'
    case 'prior-years-unknown':
      return `按${facts.text('regionName') ?? '当地'}的规定，只能用个人账户里往年结余的钱。医保系统没有告知这部分有多少，所以暂时不能在这里缴。请到当地医保窗口或税务渠道缴费，也可以拨打12393询问。`
    case 'premium-waived':
      return '这位家人这一年不用缴费，所以不用选。请去掉这一位，再继续。'
    case 'not-paid':
      return '这一笔没有缴成，不用退费。账户里的钱没有动。'
    case 'refund-refused':
      return '医保系统没有办成这笔退费，可能已经在别处退过。请在缴费记录里核对，或到当地医保窗口咨询。'
    case 'order-cancelled':
      return '这一笔没有送到医保系统，已经取消，账户里的钱没有动。请重新缴费。'
    case 'order-refused':
      return '医保系统没有受理这一笔，账户里的钱没有动。请核对家人的参保情况，或到当地医保窗口咨询。'
    default:
      return null
  }
}

export function refundTooLate(facts: Facts): string {
  const from = facts.day('benefitFrom')
  return `医保待遇${from === null ? '已经' : `从${from}起`}开始，之后不能再退费。有特殊情况请到当地医保窗口咨询。`
}
