import { failureOfCloudError } from './cloud-error'
import type { Failure } from './outcome'
import type { Transport } from './transport'

/** The two calls of CloudBase's web SDK that are needed, after its login by WeChat's web authorisation. */
export interface CloudbaseWebClient {
  callFunction(call: { name: string; data: unknown }): Promise<{ result: unknown }>
  uploadFile(upload: { cloudPath: string; filePath: Blob }): Promise<{ fileID: string }>
}

let client: CloudbaseWebClient | null = null

const NOT_CONFIGURED: Failure = { kind: 'outage', code: 'h5-not-configured', retry: 'never' }

/**
 * A deployment of the H5 build calls this before the first page, with the SDK that it has bundled and signed in.
 * The product loads no script from elsewhere, so without it every call says that it is not set up.
 *
 * @public
 */
export function plugCloudbaseWebClient(signedIn: CloudbaseWebClient): void {
  client = signedIn
}

export const cloudbaseWebTransport: Transport = {
  async send(functionName, event) {
    if (client === null) return NOT_CONFIGURED
    try {
      const answer = await client.callFunction({ name: functionName, data: event })
      return { kind: 'reply', reply: answer.result }
    } catch (error) {
      return failureOfCloudError(error)
    }
  },
  async upload(cloudPath, { blob }) {
    if (client === null || blob === null) return NOT_CONFIGURED
    try {
      const { fileID } = await client.uploadFile({ cloudPath, filePath: blob })
      return { kind: 'value', value: fileID }
    } catch (error) {
      return failureOfCloudError(error)
    }
  },
}
