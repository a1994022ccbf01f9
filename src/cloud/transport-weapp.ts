import Taro from '@tarojs/taro'
import { failureOfCloudError } from './cloud-error'
import type { Transport } from './transport'

let initialised = false

/** WeChat's own: the platform reports the caller to the function, so nothing about her is sent. */
export const weappTransport: Transport = {
  async send(functionName, event) {
    if (!initialised) {
      Taro.cloud.init(CLOUD_ENVIRONMENT === '' ? {} : { env: CLOUD_ENVIRONMENT })
      initialised = true
    }
    try {
      const answer = await Taro.cloud.callFunction({ name: functionName, data: event })
      return { kind: 'reply', reply: answer.result }
    } catch (error) {
      return failureOfCloudError(error)
    }
  },
}
