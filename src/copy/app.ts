import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import { dayText as dayOfLawText } from '../../shared/copy'
import { parseDay } from '../../shared/values/day'
import type { Failure } from '../cloud/outcome'

dayjs.extend(utc)

export const APP_NAME = '医保家庭共享'

export const TAB_LABELS = { home: '首页', services: '我要办', family: '我的家人' } as const

export const PAGE = {
  back: '‹ 返回',
  tabBar: '主菜单',
  loading: '正在读取，请稍候',
  offlineStale: '现在没有网络，下面是之前读到的内容。',
  troubleStale: '暂时读不到最新的内容，下面是之前读到的。稍后会自动再试。',
} as const

export const STEPS = {
  where: (step: number, of: number, name: string) => `第 ${step} 步，共 ${of} 步：${name}`,
} as const

export const NEW_VERSION = {
  title: '有新版本了',
  text: '更新只要几秒钟，然后从首页重新开始。正在填写或签字的话，可以等办完再更新。',
  // WeChat shows four characters on a button of this dialog.
  now: '现在更新',
  later: '等一会儿',
  failed: '新版本没有下载成功，现在的版本还能用。想用新版本，请把小程序从“最近使用”里删掉，再重新打开。',
} as const

export const DAY_CHOICE = { choose: '选日子', clear: '改回不限' } as const

export const CONFIRM = { cancel: '先不要' } as const

export const FAILURE = { retry: '再试一次' } as const

/**
 * What a failure means to the person, and what she can do. After a write she wants to know whether it may be done
 * twice; a page that could not be read has nothing of hers at stake.
 */
export function failureText(
  failure: Failure,
  doing: 'reading' | 'writing',
): { readonly title: string; readonly text: string } {
  switch (failure.kind) {
    case 'offline':
      return {
        title: '网络好像断了',
        text:
          doing === 'reading'
            ? '请检查手机的网络，再试一次。'
            : '请检查手机的网络，再试一次。重复点不会重复办理。',
      }
    case 'outage':
      if (failure.code === 'h5-not-configured') {
        return {
          title: '网页版还没有接通',
          text: '这个网页还没有连接医保服务，请到微信小程序里办理。',
        }
      }
      return failure.retry === 'same-request'
        ? {
            title: '医保系统暂时没有回应',
            text:
              doing === 'reading'
                ? '过一会儿会自动再试，也可以现在再试一次。'
                : '您填的内容还在。过一会儿再试一次，不会重复办理。',
          }
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

const SHANGHAI_OFFSET_MINUTES = 8 * 60

/** 11月8日 09:00, in Shanghai: deadlines are said as a time on the clock, so that nobody has to count hours. */
export function momentText(moment: string): string {
  return dayjs.utc(moment).utcOffset(SHANGHAI_OFFSET_MINUTES).format('M月D日 HH:mm')
}

/** 2025年11月5日 09:00, in Shanghai: of what may be years ago. */
export function fullMomentText(moment: string): string {
  return dayjs.utc(moment).utcOffset(SHANGHAI_OFFSET_MINUTES).format('YYYY年M月D日 HH:mm')
}

/** 2025年11月5日; anything that is no day is shown as it stands. */
export function dayText(text: string): string {
  const day = parseDay(text)
  return day === null ? text : dayOfLawText(day)
}

/** 8,000.50元: of one's own money even an empty fen is shown, as a bank does. */
export function balanceText(amountFen: number): string {
  const digits = String(Math.abs(amountFen)).padStart(3, '0')
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amountFen < 0 ? '-' : ''}${yuan}.${digits.slice(-2)}元`
}
