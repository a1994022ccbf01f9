import { failureOfCloudError } from './cloud-error'
import type { Transport } from './transport'

/** The one call of CloudBase's web SDK that is needed, after its login by WeChat's web authorisation. */
export interface CloudbaseWebClient {
  callFunction(call: { name: string; data: unknown }): Promise<{ result: unknown }>
}

let client: CloudbaseWebClient | null = null

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
    if (client === null) return { kind: 'outage', code: 'h5-not-configured', retry: 'never' }
    try {
      const answer = await client.callFunction({ name: functionName, data: event })
      return { kind: 'reply', reply: answer.result }
    } catch (error) {
      return failureOfCloudError(error)
    }
  },
}
