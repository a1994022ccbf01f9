import Taro from '@tarojs/taro'
import {
  type Moment,
  type Subscribed,
  subscribedAfterFailure,
  subscribedIn,
  type Template,
  templatesAt,
} from './model'

const IDS: Readonly<Record<Template, string>> = {
  'invitation-answered': TEMPLATE_INVITATION_ANSWERED,
  'sharing-changed': TEMPLATE_SHARING_CHANGED,
}

/** Whether there is anything to offer here: WeChat alone has such messages, and only for templates that are set. */
export function mayOffer(moment: Moment): boolean {
  return (
    process.env.TARO_ENV === 'weapp' &&
    typeof Taro.requestSubscribeMessage === 'function' &&
    templatesAt(moment, IDS).length > 0
  )
}

/** Has to be called within a tap, or WeChat refuses it. */
export async function subscribeAt(moment: Moment): Promise<Subscribed> {
  const ids = templatesAt(moment, IDS)
  try {
    const answer = await Taro.requestSubscribeMessage({ tmplIds: [...ids], entityIds: [] })
    return subscribedIn(answer, ids)
  } catch (error) {
    return subscribedAfterFailure(error)
  }
}
