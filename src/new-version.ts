import Taro from '@tarojs/taro'
import { NEW_VERSION } from './copy/app'

/**
 * WeChat fetches a new version in the background and starts it at the next cold start, which may be days away. Here
 * it is offered at once. Nothing is lost by waiting, so who is in the middle of something may say no.
 */
export function offerNewVersion(): void {
  if (process.env.TARO_ENV !== 'weapp' || typeof Taro.getUpdateManager !== 'function') return
  const updates = Taro.getUpdateManager()
  updates.onUpdateReady(() => {
    void Taro.showModal({
      title: NEW_VERSION.title,
      content: NEW_VERSION.text,
      confirmText: NEW_VERSION.now,
      cancelText: NEW_VERSION.later,
    }).then(({ confirm }) => {
      if (confirm) updates.applyUpdate()
    })
  })
  updates.onUpdateFailed(() => {
    void Taro.showModal({ title: NEW_VERSION.title, content: NEW_VERSION.failed, showCancel: false })
  })
}
