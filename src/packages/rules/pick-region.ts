import Taro from '@tarojs/taro'
import { goBack } from '../../components/page'
import { addressOf, ROUTES } from '../../routes'

let waiting: ((regionCode: string) => void) | null = null

/**
 * Opens the page with all places. `onPicked` hears of the one that she taps, and of nothing where she comes back
 * without having tapped any.
 */
export function pickRegion(chosen: readonly string[], onPicked: (regionCode: string) => void): void {
  waiting = onPicked
  void Taro.navigateTo({ url: addressOf(ROUTES.pickRegion, { chosen: chosen.join() }) })
}

/** Says which place she has tapped. On the page with all places that was opened by itself: to the rules of that place. */
export function tellPicked(regionCode: string): void {
  const tell = waiting
  waiting = null
  if (tell === null) {
    void Taro.redirectTo({ url: addressOf(ROUTES.browseRules, { regionCode }) })
    return
  }
  goBack()
  tell(regionCode)
}
