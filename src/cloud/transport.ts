import type { FunctionName } from '../../shared/contract/functions'
import type { Failure, Outcome } from './outcome'
import type { PhoneFile } from './phone-files'
import { cloudbaseWebTransport } from './transport-cloudbase-web'
import { localTransport } from './transport-local'
import { weappTransport } from './transport-weapp'

export interface CallEvent {
  readonly action: string
  readonly requestId?: string
  readonly input: unknown
}

/** The way from this phone to the cloud. A reply is passed on as it came; who calls is added by the platform. */
export interface Transport {
  send(functionName: FunctionName, event: CallEvent): Promise<{ kind: 'reply'; reply: unknown } | Failure>
  /** Puts a file into the file storage, in place of what lies at this path. Gives the platform's id of it. */
  upload(cloudPath: string, file: PhoneFile): Promise<Outcome<string>>
}

// The build knows its target, so the transports of the other targets are left out of it.
export const transport: Transport =
  process.env.TARO_ENV === 'weapp'
    ? weappTransport
    : H5_TRANSPORT === 'cloudbase'
      ? cloudbaseWebTransport
      : localTransport
