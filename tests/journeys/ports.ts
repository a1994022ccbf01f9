import type { Product } from '../../local/product'
import type { Main } from '../../platform/handler'
import { connectPorts, type Ports } from '../../platform/ports'

/** The ports of a function of this stage in the test's own process, by the same SDK that the functions have. */
export function portsOf(product: Product): Ports {
  const { secrets } = product
  Object.assign(process.env, product.cloudbase.environment, {
    PRODUCT_STAGE: 'local',
    INSURER_URL: product.insurer.url,
    INSURER_KEY: secrets.insurerKey,
    VERIFICATION_URL: product.verification.url,
    VERIFICATION_KEY: secrets.verificationKey,
    PRODUCT_SECRET: secrets.productSecret,
    SEAL_PRIVATE_KEY: secrets.sealPrivateKey,
    SEAL_KEY_ID: secrets.sealKeyId,
    APP_URL: product.url,
    PASSWORD_SCRYPT_LOG2N: '4',
    SILENCE: 'true',
  })
  return connectPorts()
}

/** Calls a function in the test's own process, as this user of the platform or as a timer. */
export function callAs(caller: string | 'timer', main: Main, event: unknown): Promise<unknown> {
  const variables: Record<string, string> =
    caller === 'timer' ? { TRIGGER_SRC: 'timer' } : { WX_OPENID: caller, WX_APPID: 'wx0000000000000000' }
  const environment = JSON.stringify({
    ...variables,
    WX_CONTEXT_KEYS: Object.keys(variables).join(),
    ...{ TCB_CONTEXT_KEYS: '', TCB_ENV: process.env.TCB_ENV ?? '', SCF_NAMESPACE: '' },
  })
  return main(event, { environment })
}
