import type { Session } from '../../cloud/session'

/**
 * What another phone's camera opens. In a browser it is this app's own address. A mini-program's code needs an address
 * that the operator has registered with WeChat (扫普通链接二维码打开小程序, `LANDING_LINK`), behind which the path
 * stands; without one there is no code to show, and null is said.
 */
export function landingLink(
  path: string,
  place: { readonly origin: string; readonly pathname: string } | null,
  registered: string,
): string | null {
  if (place !== null) return `${place.origin}${place.pathname}#/${path}`
  return registered === '' ? null : `${registered}${path.slice(path.indexOf('?'))}`
}

/** On the local demonstration both phones are one browser; the other phone is asked to open the card by its frame. */
export interface SharedInDemo {
  readonly type: 'share'
  readonly path: string
}

export function isInDemoFrame(session: Session): boolean {
  return process.env.TARO_ENV === 'h5' && session.kind === 'local' && window.parent !== window
}
