/**
 * What a caller may do after an outage. `same-request` may be sent again exactly as it was, under the same
 * requestId; `never` would fail again in the same way, so it must not be repeated.
 */
export type OutageRetry = 'same-request' | 'never'

/**
 * A port could not do its work because something outside failed. It is expected and typed, unlike a bug, and says
 * nothing about the person: neither the code nor the message carries a name or an ID number.
 */
export class PortOutage extends Error {
  override readonly name = 'PortOutage'

  /** @param code what failed, such as `insurer-unavailable`; shown to clients and written to the log. */
  constructor(
    readonly code: string,
    readonly retry: OutageRetry,
  ) {
    super(`${code} (retry: ${retry})`)
  }
}
