/**
 * The way from the desk to the functions. On the local server the account is chosen and named in a header; in
 * a deployment whoever serves the desk signs the bureau's people in and puts its own way of calling in this one place.
 */

const KEY = 'family-account-sharing:desk'
const TIMEOUT_MS = 20_000
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const NO_ANSWER = '没有收到回答，请检查网络以后再试一次。'

export function signedIn() {
  return sessionStorage.getItem(KEY)
}

export function signIn(staffId) {
  sessionStorage.setItem(KEY, staffId)
}

export function signOut() {
  sessionStorage.removeItem(KEY)
}

/** The reviewers and clerks of the demo. */
export async function accounts() {
  const response = await fetch('/staff')
  if (!response.ok) throw new Error(NO_ANSWER)
  return response.json()
}

/** A ULID: 48 bits of the time and 80 random ones, so that a decision that is sent twice is taken once. */
export function newRequestId(now = Date.now(), random = crypto.getRandomValues(new Uint8Array(16))) {
  let time = ''
  for (let left = now; time.length < 10; left = Math.floor(left / 32)) time = CROCKFORD[left % 32] + time
  return time + [...random].map((byte) => CROCKFORD[byte % 32]).join('')
}

/** The hospitals and pharmacies of the demo. */
export async function institutions() {
  const response = await fetch('/institutions')
  if (!response.ok) throw new Error(NO_ANSWER)
  return response.json()
}

export function call(action, input, requestId, functionName = 'reviews') {
  return ask(functionName, { 'x-staff': signedIn() ?? '' }, action, input, requestId)
}

/** As a hospital or a pharmacy. In a deployment its own system sends signed requests in the place of this page. */
export function callAs(institutionId, action, input, requestId) {
  return ask('settlements', { 'x-institution': institutionId }, action, input, requestId)
}

/**
 * Asks once. Throws an Error with a sentence for the person at the desk; `unanswered` says that the request may have
 * arrived, so that it must be sent again under the same `requestId`.
 */
async function ask(functionName, caller, action, input, requestId) {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), TIMEOUT_MS)
  let reply
  try {
    const response = await fetch(`/call/${functionName}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...caller },
      body: JSON.stringify({ action, input, ...(requestId === undefined ? {} : { requestId }) }),
      signal: stop.signal,
    })
    reply = response.ok ? await response.json() : null
  } catch {
    reply = null
  } finally {
    clearTimeout(timer)
  }
  if (reply === null) throw Object.assign(new Error(NO_ANSWER), { unanswered: true })
  if (!reply.ok) throw new Error(reply.refusal.message)
  return reply.value
}

/** A check of the person at the window. In a deployment it is the window's own device that gives the token. */
export async function verify(idNumber) {
  const response = await fetch('/verify', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ idNumber, method: 'face' }),
  }).catch(() => null)
  if (response?.ok !== true) throw new Error('核验没有通过，请再试一次，或核对证件原件。')
  return (await response.json()).token
}
