import { type Definitions, settled, unlessPublished } from './definition'

/** From when a binding holds and when it is over. */
export interface BindingValues {
  'start-day': 'today-only' | 'today-or-later'
  'start-ahead-days': number
  /** `asked`: the region's form has a last day. `open-ended`: it lasts until someone ends it. */
  'end-day': 'asked' | 'optional' | 'open-ended'
  /** The last day must be another one than the first. */
  'end-after-start': boolean
  'bind-effective': 'immediate' | 'next-day'
  'unbind-effective': 'immediate' | 'next-day'
  /** A binding may not be ended before so many months have passed. */
  'unbind-after-months': number
  'unbind-by': readonly ('policyholder' | 'relative')[]
  rebind: 'immediate' | 'next-day'
  'ends-with-enrolment': boolean
  /** Who has to end the binding when the relation is over, and who bears what is spent until then. */
  'relation-change-duty': { readonly who: 'policyholder'; readonly lossIsTheirs: boolean }
  mutual: boolean
}

export const BINDING_DEFINITIONS: Definitions<BindingValues> = {
  'start-day': settled('开始日期可以选哪天'),
  'start-ahead-days': settled('开始日期最多提前多少天选', 'days'),
  'end-day': settled('结束日期要不要填'),
  'end-after-start': unlessPublished('结束日期不能和开始日期同一天'),
  'bind-effective': settled('绑定从什么时候起有效'),
  'unbind-effective': settled('解绑从什么时候起有效'),
  'unbind-after-months': unlessPublished('绑定满几个月才能解绑', 'months'),
  'unbind-by': settled('谁可以解绑'),
  rebind: settled('解绑后什么时候可以重新绑定'),
  'ends-with-enrolment': settled('停保或转走后绑定是否自动结束'),
  'relation-change-duty': unlessPublished('离婚等关系变化后谁要去解绑'),
  mutual: settled('两个人可不可以互相添加'),
}
