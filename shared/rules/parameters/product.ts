import { day } from '../../values/day'
import type { Dated } from './dated'
import type { ParameterName, ParameterValues } from './definitions'

const lastChecked = day('2026-11-21')

/** What this product takes where the sources leave a question open, and why. It is shown as our reading, not as law. */
export interface ProductDefault<Value> extends Dated<Value> {
  readonly ourReading: true
  /** Chinese: the reason, shown in place of a source. */
  readonly why: string
}

function reading<Value>(
  value: Value,
  why: string,
  sources: Dated<Value>['sources'] = [],
): ProductDefault<Value> {
  return { value, why, sources, lastChecked, ourReading: true }
}

export const PRODUCT_DEFAULTS = {
  system: reading('国家医保服务平台APP', '本地小程序的名字没有查到，国家平台各地都能用。'),
  channels: reading(['国家医保服务平台APP', '当地医保窗口'], '本地渠道没有查到，这两处各地都有。'),
  'entry-path': reading(
    ['地方专区', '更多', '服务事项', '我要办', '家庭共济', '邀请家人'],
    '本地的菜单没有查到，用国家医保服务平台里的路径；家庭共济是各地常见的叫法。',
    ['seed002'],
  ),
  'entry-label': reading('家庭共济', '本地的叫法没有查到。'),
  'page-title': reading('个人账户家庭共济', '本地的叫法没有查到。'),
  'invite-label': reading('邀请家人', '本地的叫法没有查到。'),
  'first-timers-form': reading(false, '本地没有说第一次办理直接进入填写页。'),
  steps: reading(
    ['填写家人信息', '签承诺书', '发给家人', '家人同意'],
    '本地的步骤没有查到，按本产品的步骤。',
  ),
  'unbind-label': reading('解除绑定', '本地的叫法没有查到。'),
  'records-label': reading('共济记录', '本地的叫法没有查到。'),
  'offline-desk': reading('当地医保窗口', '各地都保留窗口服务。'),
  hotline: reading('12393', '各地医保部门都用这个咨询电话，没有查到时就请拨打它。'),

  'policyholder-standing': reading(
    'active',
    '停保或中断期间，账户能不能给家人用没有明文；先恢复参保更稳妥。',
    ['fj_xm', 'xinhua20260109', 'seed004'],
  ),
  'relative-standing': reading(
    'active',
    '文件只说家人要参加基本医保；停保期间暂时按没有参保对待，是我们的理解，恢复缴费以后就可以办。',
    ['heb_ts'],
  ),
  'relation-caps': reading(
    { spouse: 1 },
    '没有查到公布的每种关系人数上限；一个人只有一位配偶，所以配偶只添加一位，其他关系不限。',
  ),
  'parent-age-gap': reading(10, '没有法条规定；只拦明显填反的关系，继父母、养父母也容得下。'),
  'grandparent-age-gap': reading(20, '没有法条规定；按两代人各10岁估计，只拦明显填反的关系。'),
  'spouse-age': reading(16, '没有采用具体法条；只拦明显填错的证件号码。'),

  'relative-confirms': reading(
    true as const,
    '共济由双方自愿，别人的健康和账户信息要本人单独同意，所以成年家人一律自己确认。',
    ['xinhua20260109', 'pipl29', 'gs_zqx'],
  ),
  'guardian-age': reading(16, '各地普遍以16周岁为界免去孩子本人的人脸识别，这之前由监护人签字。', [
    'gs_zqx',
    'qinqing_letter',
  ]),
  'adult-age': reading(
    18,
    '查到的规定只分未成年和成年，没有写几岁；这里按满18周岁算成年，只用来分辨要哪些材料。',
    ['dl'],
  ),
  'invitation-hours': reading(
    72,
    '没有查到公布的时间；三天够家人看到消息、问清楚再签，过了就作废，免得签好的邀请一直挂着。',
  ),
  'invitation-resend-days': reading(
    30,
    '没有查到公布的天数；一个月以后请授权人重新看一遍、重新签，不让一次签字一直算数。',
  ),
  'sensitive-data-child-age': reading(14, '个人信息保护法施行前按同一年龄对待。', ['pipl28', 'pipl31']),
  'tick-label': reading('我已阅读并同意', '本地的话没有查到，用各地常见的说法。', ['sx_163', 'shx_step']),
  'consent-title': reading('家庭共济承诺书', '本地的叫法没有查到。'),
  'consent-mode': reading('tick' as const, '本地的签署方式没有查到，用负担最轻的：阅读后勾选同意。'),
  'consent-sentence': reading('我已阅读承诺书，自愿办理家庭共济', '本地要照着输入的原话没有查到。'),
  'unbind-notice-title': reading('解绑告知书', '本地的叫法没有查到。'),
  'review-by': reading('agency' as const, '材料由谁审核没有公布；共济由医保经办机构办理，审核也按由它来做。'),
  'letter-retention-years': reading(
    5,
    '没有查到公布的年限；从绑定结束算起留5年，够查清其间的每一笔用款，不会无限期留着别人的签名。',
  ),

  'proof-retention-days': reading(
    30,
    '没有查到公布的天数；审核以后留30天，够补交和复核用，过后就删掉，不把别人的户口簿和结婚证留在手里。',
  ),

  'start-day': reading('today-or-later' as const, '过去的日子不能补，将来的日子可以先定。'),
  'start-ahead-days': reading(365, '一年以外的安排容易忘记，到时再办更清楚。'),
  'end-day': reading('optional' as const, '没有公布的，由授权人自己决定要不要填最后一天。'),
  'bind-effective': reading(
    'immediate' as const,
    '各地没有公布的，家人同意的当天起有效；网文所说30天等待没有依据。',
  ),
  'unbind-effective': reading(
    'next-day' as const,
    '当天已经开始的结算不中断，最后一天当天仍有效，次日零点结束。',
    ['seed000'],
  ),
  'unbind-by': reading(
    ['policyholder', 'relative'] as const,
    '建立和解除都出于双方自愿，所以两边都可以解绑。',
    ['xinhua20260109'],
  ),
  rebind: reading('next-day' as const, '前一段关系次日零点才结束，所以次日起可以重新绑定。', ['seed000']),
  'ends-with-enrolment': reading(true, '任何一方医保关系终止或转走，共济关系就没有了依托。', [
    'xinhua20260109',
  ]),
  mutual: reading(true, '每一份绑定都是单向的，两个人可以各自添加对方。', ['xinhua20260109']),

  'deduction-order': reading(
    ['own-account', 'policyholder-account', 'cash'] as const,
    '先用使用人自己的账户，不够再用授权人的，还不够的自己付。',
    ['heb_xa', 'seed002', 'seed003'],
  ),
  'policyholder-order': reading(
    'binding-time' as const,
    '本地没有公布几位授权人的先后；先绑定的先用，谁都能事先算出来。',
  ),
  'month-limit-fen': reading(
    'set-by-policyholder' as const,
    '没有地区公布每月的限额；授权人可以自己定，也可以不定。',
  ),
  'premium-model': reading('direct' as const, '本地怎么代缴没有查到，按直接缴处理。', ['seed003']),
  'premium-flow': reading(['选择家人', '选择缴费年度', '核对金额', '输入支付密码'], '本地的步骤没有查到。'),
  'wallet-apply-label': reading('医保钱包', '当时的叫法没有查到。'),
  'wallet-return-at': reading('06:00', '按全国通行的时间处理。', ['sxwallet']),
  'wallet-pending-blocks': reading(true, '按全国通行的做法处理。', ['sxwallet']),
  'wallet-recipient-opens': reading(true, '按全国通行的做法处理。', ['qinan']),

  'family-code-shares-money': reading(false as const, '亲情账户只代为展示医保码，不能用家人的钱。', [
    'nhsa20241005',
  ]),
  'family-code-child-age': reading(16, '按全国答复处理。', ['qinqing_letter']),
  'family-code-removed-by': reading(['holder', 'relative'] as const, '按全国通行的做法处理。', [
    'qinqing_alipay',
  ]),
  'family-code-seconds': reading(60, '没有查到公布的时间；一分钟够扫一次码，截图转发就派不上用场。'),
} satisfies { readonly [Name in ParameterName]?: ProductDefault<ParameterValues[Name]> }

export function productDefault<Name extends ParameterName>(
  name: Name,
): ProductDefault<ParameterValues[Name]> | null {
  const defaults: { readonly [One in ParameterName]?: ProductDefault<ParameterValues[One]> } =
    PRODUCT_DEFAULTS
  return defaults[name] ?? null
}
