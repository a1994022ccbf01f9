import Taro from '@tarojs/taro'
import { failureOfCloudError } from './cloud-error'
import type { Transport } from './transport'

let initialised = false

function initialise(): void {
  if (initialised) return
  Taro.cloud.init(CLOUD_ENVIRONMENT === '' ? {} : { env: CLOUD_ENVIRONMENT })
  initialised = true
}

/** WeChat's own: the platform reports the caller to the function, so nothing about her is sent. */
export const weappTransport: Transport = {
  async send(functionName, event) {
    initialise()
    try {
      const answer = await Taro.cloud.callFunction({ name: functionName, data: event })
      return { kind: 'reply', reply: answer.result }
    } catch (error) {
      return failureOfCloudError(error)
    }
  },
  async upload(cloudPath, { path }) {
    initialise()
    try {
      const { fileID } = await Taro.cloud.uploadFile({ cloudPath, filePath: path })
      return { kind: 'value', value: fileID }
    } catch (error) {
      return failureOfCloudError(error)
    }
  },
}
