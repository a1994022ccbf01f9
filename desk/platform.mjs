/**
 * What only one machine has. A deployment serves its own file in this place, with the same five functions: the bureau's
 * own sign-in gives the code, the platform's SDK signs in with the ticket and sends the calls, and the window's own
 * device checks who stands there.
 */

/** The accounts from which one is chosen here; null where the bureau's own page asks who it is. */
export async function accounts() {
  const response = await fetch('/staff')
  if (!response.ok) throw new Error('没有收到回答，请检查网络以后再试一次。')
  return response.json()
}

/** A code of the bureau's sign-in, which here asks for no password. */
export async function codeFor(staffId) {
  const { code } = await posted('/staff/sign-in', { staffId })
  return code
}

/** The platform's custom login. Here the ticket goes with each call and is checked each time. */
export async function signInWith(ticket) {
  return ticket
}

/** The reply of a function, or null where none came. `ticket` is null for whoever has not signed in. */
export async function send(functionName, event, ticket, signal) {
  const response = await fetch(`/call/${functionName}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(ticket === null ? {} : { 'x-staff-ticket': ticket }),
    },
    body: JSON.stringify(event),
    signal,
  })
  return response.ok ? response.json() : null
}

/** A token of the identity check, which here recognises nobody. */
export async function verify(idNumber) {
  const { token } = await posted('/verify', { idNumber, method: 'face' })
  return token
}

async function posted(address, body) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null)
  if (response?.ok !== true) throw new Error('没有收到回答，请检查网络以后再试一次。')
  return response.json()
}
