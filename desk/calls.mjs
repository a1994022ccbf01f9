import * as platform from './platform.mjs'

/** The way from the desk to the functions, once somebody has signed in. */

const KEY = 'family-account-sharing:desk'
const TIMEOUT_MS = 20_000
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const NO_ANSWER = '没有收到回答，请检查网络以后再试一次。'

/** Who has signed in in this tab: `{ ticket, name, role }`, or null. */
export function signedIn() {
  const kept = sessionStorage.getItem(KEY)
  return kept === null ? null : JSON.parse(kept)
}

/** A code of the bureau's sign-in becomes a ticket of the platform; the functions say whose account it is. */
export async function signIn(code) {
  const { ticket, staff } = await call('sign-in-staff', { code }, newRequestId(), 'identity')
  sessionStorage.setItem(KEY, JSON.stringify({ ticket: await platform.signInWith(ticket), ...staff }))
}

export function signOut() {
  sessionStorage.removeItem(KEY)
}

/** A ULID: 48 bits of the time and 80 random ones, so that a decision that is sent twice is taken once. */
export function newRequestId(now = Date.now(), random = crypto.getRandomValues(new Uint8Array(16))) {
  let time = ''
  for (let left = now; time.length < 10; left = Math.floor(left / 32)) time = CROCKFORD[left % 32] + time
  return time + [...random].map((byte) => CROCKFORD[byte % 32]).join('')
}

/**
 * Asks once. Throws an Error with a sentence for whoever works here; `unanswered` says that the request may have
 * arrived, so that it must be sent again under the same `requestId`.
 */
export async function call(action, input, requestId, functionName = 'reviews') {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), TIMEOUT_MS)
  const event = { action, input, ...(requestId === undefined ? {} : { requestId }) }
  const reply = await platform
    .send(functionName, event, signedIn()?.ticket ?? null, stop.signal)
    .catch(() => null)
  clearTimeout(timer)
  if (reply === null) throw Object.assign(new Error(NO_ANSWER), { unanswered: true })
  if (!reply.ok) throw new Error(reply.refusal.message)
  return reply.value
}
