import Taro from '@tarojs/taro'
import type { IdDocument } from '../../shared/values/id-document'
import type { Failure } from './outcome'

/** How a person shows that she is who she says. A face is never the only way. */
export type VerificationMethod = 'face' | 'sms'

/** What came of a verification: a token for one use within five minutes, which the function redeems. */
export type Verified =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'given-up' }
  | Failure

/**
 * Verifies the person who holds the phone. Neither the face nor the code that was sent passes through the product:
 * the verifying service gives a token, and the function asks that service what the token says.
 */
export interface Verification {
  verify(person: IdDocument & { readonly name: string }, method: VerificationMethod): Promise<Verified>
}

let plugged: Verification | null = null

/**
 * A deployment plugs its bureau's verification in before the first page: WeChat's
 * `startFacialRecognitionVerify` and a code by text message, or the bureau's own page.
 *
 * @public
 */
export function plugVerification(verification: Verification): void {
  plugged = verification
}

export function verifyPerson(
  person: IdDocument & { readonly name: string },
  method: VerificationMethod,
): Promise<Verified> {
  if (plugged !== null) return plugged.verify(person, method)
  const isLocalH5 = process.env.TARO_ENV === 'h5' && H5_TRANSPORT === 'local'
  if (isLocalH5 || VERIFICATION_ADDRESS !== '') return verifyOnLocalServer(person.idNumber, method)
  return Promise.resolve({ kind: 'outage', code: 'verification-not-configured', retry: 'never' })
}

/** The local server's stand-in takes everyone at her word. */
async function verifyOnLocalServer(idNumber: string, method: VerificationMethod): Promise<Verified> {
  try {
    const answer = await Taro.request<{ token?: unknown }>({
      url: `${VERIFICATION_ADDRESS}/verify`,
      method: 'POST',
      header: { 'content-type': 'application/json' },
      data: { idNumber, method },
    })
    const token = answer.data?.token
    if (answer.statusCode === 200 && typeof token === 'string') return { kind: 'token', token }
    // For a number that the register does not hold there is nobody to verify; the function says it with a refusal.
    if (answer.statusCode < 500) return { kind: 'given-up' }
    return { kind: 'outage', code: 'verification', retry: 'same-request' }
  } catch {
    return { kind: 'offline' }
  }
}
