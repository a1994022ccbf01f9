import { PAGE } from '../copy/app'

/** Taro's tab bar on H5 is a nameless box to a screen reader. WeChat names its own. */
export function nameTabBar(): void {
  if (process.env.TARO_ENV !== 'h5') return
  const bar = document.querySelector('taro-tabbar')
  bar?.setAttribute('role', 'navigation')
  bar?.setAttribute('aria-label', PAGE.tabBar)
}
