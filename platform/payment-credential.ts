import type { Refusal } from '../shared/values/refusal'
import type { Keys } from './keys/keys'
import { isPassword } from './keys/password'
import type { PersonDocument } from './store/collections'
import type { Store } from './store/store'

/**
 * What a person proves with that it is she who moves the money. Six digits stand in for the payment password of the
 * 医保电子凭证; a bureau that has that one writes another of these.
 */
export interface PaymentCredential {
  /** Refusals: `password-not-set`, `password-wrong`, `password-locked`; null where it is right. */
  refused(person: PersonDocument, password: string): Promise<Refusal | null>
}

/** Tries in a row, after which only a fresh verification of the person helps (our own figure). */
const MOST_FAILURES = 5
/** Nobody who has set a password before there was a count has failed yet. */
const MAY_STILL_TRY = [null, ...Array(MOST_FAILURES).keys()]

/**
 * The password as the product keeps it. A try is counted before it is compared, in one step that only so many pass: of
 * a hundred at the same moment no more than five are compared. The right one sets the count back, and so does a new
 * password, which needs a verification.
 */
export function createPasswordCredential(store: Store, keys: Keys): PaymentCredential {
  return {
    async refused({ _id, paymentPassword }, password) {
      if (paymentPassword === null) return { code: 'password-not-set' }
      const { operators } = store
      const samePassword = { _id, 'paymentPassword.salt': paymentPassword.salt }
      const counted = await store.countUp(
        'persons',
        { ...samePassword, paymentPasswordFailures: operators.in(MAY_STILL_TRY) },
        'paymentPasswordFailures',
      )
      if (counted === 0) return { code: 'password-locked', facts: { limit: MOST_FAILURES } }
      if (await isPassword(keys, password, paymentPassword)) {
        await store.updateWhere('persons', samePassword, { paymentPasswordFailures: 0 })
        return null
      }
      const failures = (await store.get('persons', _id))?.paymentPasswordFailures ?? MOST_FAILURES
      const attemptsLeft = Math.max(0, MOST_FAILURES - failures)
      return { code: 'password-wrong', facts: { attemptsLeft, limit: MOST_FAILURES } }
    },
  }
}
