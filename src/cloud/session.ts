/**
 * Who uses this phone. On weapp and in a deployed H5 the platform knows and tells the function; on the local server
 * the person is chosen (`?as=<openid>`), and each browser tab keeps its own, so that two phones stand side by side.
 */
export type Session =
  | { readonly kind: 'platform' }
  | { readonly kind: 'local'; readonly openid: string }
  | { readonly kind: 'nobody' }

const KEY = 'family-account-sharing:as'

export function session(): Session {
  // Written out here, not named above, so that the build sees it and leaves the rest out on weapp.
  if (process.env.TARO_ENV !== 'h5' || H5_TRANSPORT !== 'local') return { kind: 'platform' }
  const asked = askedIn(window.location.search) ?? askedIn(window.location.hash)
  if (asked !== null && asked !== window.sessionStorage.getItem(KEY))
    window.sessionStorage.setItem(KEY, asked)
  const openid = asked ?? window.sessionStorage.getItem(KEY)
  return openid === null || openid === '' ? { kind: 'nobody' } : { kind: 'local', openid }
}

/** Keeps what belongs to one person's phone apart from another's in a store that tabs share. */
export function sessionKey(): string {
  const who = session()
  return who.kind === 'local' ? who.openid : who.kind
}

/** The `as` of an address, from its query or from the query inside its hash. */
export function askedIn(address: string): string | null {
  const match = /[?&]as=([^&#]*)/.exec(address)
  if (match === null) return null
  const openid = decodeURIComponent(match[1] ?? '')
  return openid === '' ? null : openid
}

/** Local demonstration only: this tab becomes the phone of that person. */
export function becomeLocalPerson(openid: string): void {
  if (process.env.TARO_ENV !== 'h5') return
  window.sessionStorage.setItem(KEY, openid)
  const address = new URL(window.location.href)
  address.searchParams.set('as', openid)
  window.location.replace(address.toString())
}
