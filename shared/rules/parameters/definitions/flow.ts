import { type Definitions, unlessPublished, words } from './definition'

/** What a region's own form asks for, in the order of the form. */
export const FORM_FIELDS = [
  'name',
  'id-type',
  'id-number',
  'relation',
  'area',
  'employer',
  'mobile',
  'start-day',
  'end-day',
  'order',
  'amount',
  'limit',
] as const
export type FormField = (typeof FORM_FIELDS)[number]

/** Another way to the same business, in another app or at another place of it. */
export interface OtherPath {
  readonly system: string
  readonly path: readonly string[]
}

/** The words and steps in which a region speaks of the business. */
export interface FlowValues {
  system: string
  channels: readonly string[]
  'entry-path': readonly string[]
  'entry-label': string
  'page-title': string
  'invite-label': string
  'first-timers-form': boolean
  /** What a person does after the entry, step by step, in the region's words. */
  steps: readonly string[]
  'form-fields': readonly FormField[]
  'other-paths': readonly OtherPath[]
  /** What else stands on the same page, side by side with the binding. */
  'beside-binding': readonly ('family-code' | 'premium' | 'wallet')[]
  'unbind-label': string
  'records-label': string
  'offline-desk': string
  hotline: string
}

export const FLOW_DEFINITIONS: Definitions<FlowValues> = {
  system: words('办理的小程序或应用'),
  channels: words('可以办理的渠道'),
  'entry-path': words('入口在哪里'),
  'entry-label': words('入口的名字'),
  'page-title': words('页面的名字'),
  'invite-label': words('添加家人的按钮'),
  'first-timers-form': words('第一次办理直接进入填写页'),
  steps: words('办理的步骤'),
  'form-fields': unlessPublished('添加时要填的内容'),
  'other-paths': unlessPublished('其他入口'),
  'beside-binding': unlessPublished('同一页面上还能办什么'),
  'unbind-label': words('解除绑定的按钮'),
  'records-label': words('查看绑定和用款记录的入口'),
  'offline-desk': words('线下窗口'),
  hotline: words('咨询电话'),
}
