import type { Failure } from '../cloud/outcome'

export const APP_NAME = '医保家庭共享'

export const TAB_LABELS = { home: '首页', services: '我要办', family: '我的家人' } as const

export const PAGE = {
  back: '‹ 返回',
  loading: '正在读取，请稍候',
  offlineStale: '现在没有网络，下面是之前读到的内容。',
  troubleStale: '暂时读不到最新的内容，下面是之前读到的。稍后会自动再试。',
} as const

export const STEPS = {
  where: (step: number, of: number, name: string) => `第 ${step} 步，共 ${of} 步：${name}`,
} as const

export const CONFIRM = { cancel: '先不要' } as const

export const FAILURE = { retry: '再试一次' } as const

/** What a failure means to the person, and what she can do. */
export function failureText(failure: Failure): { readonly title: string; readonly text: string } {
  switch (failure.kind) {
    case 'offline':
      return {
        title: '网络好像断了',
        text: '请检查手机的网络，再试一次。重复点不会重复办理。',
      }
    case 'outage':
      if (failure.code === 'h5-not-configured') {
        return {
          title: '网页版还没有接通',
          text: '这个网页还没有连接医保服务，请到微信小程序里办理。',
        }
      }
      return failure.retry === 'same-request'
        ? { title: '医保系统暂时没有回应', text: '您填的内容还在。过一会儿再试一次，不会重复办理。' }
        : { title: '医保系统现在办不了这件事', text: '请过一段时间再来，或到当地医保窗口办理。' }
    case 'incident':
      return {
        title: '我们这边出了差错',
        text:
          failure.incident === ''
            ? '请再试一次。如果还是不行，请联系当地医保窗口。'
            : `请再试一次。如果还是不行，请把编号 ${failure.incident} 告诉当地医保窗口。`,
      }
  }
}

export const CHOOSE_PERSON = {
  title: '本地演示：请选择一个人',
  lead: '这里的人都是虚构的。选好以后，这个页面就当作是这个人的手机。',
  failed: '没有读到演示用的人员名单，请确认本地服务已经启动，再刷新页面。',
} as const
