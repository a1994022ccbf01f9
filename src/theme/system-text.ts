import Taro from '@tarojs/taro'
import { textScale } from './text-scale'

let known: number | null = null

function systemTextScale(): number {
  known ??= textScale(askedOfWechat())
  return known
}

/** WeChat does not enlarge a mini-program by itself. Older base libraries do not tell the factor. */
function askedOfWechat(): unknown {
  if (typeof Taro.getAppBaseInfo !== 'function') return undefined
  const told: object = Taro.getAppBaseInfo()
  return 'fontSizeScaleFactor' in told ? told.fontSizeScaleFactor : undefined
}

/** For the frame of every page. A browser enlarges by itself, so nothing is said on H5. */
export function textScaleStyle(): { style?: string } {
  if (process.env.TARO_ENV !== 'weapp') return {}
  const scale = systemTextScale()
  return scale === 1 ? {} : { style: `--text-scale: ${scale}` }
}
