/** What the bureau's own sign-in (单位统一认证) says of a code that a browser brought back from it. */
export type BureauAnswer =
  /** `account` is the id of the account in the roster `staff`. */
  | { readonly outcome: 'signed-in'; readonly account: string }
  /** No such code, older than a few minutes, or used by another request. */
  | { readonly outcome: 'unknown' }

/**
 * How the bureau's people sign in. Whether somebody is who she says, the bureau's own sign-in knows: an outside party.
 * That a call is hers, the platform knows: by the ticket of its custom login, and by nothing that a request says.
 */
export interface StaffSignIn {
  /**
   * Uses up a code. The same `redemptionId` gets the same answer again. Throws `PortOutage` when the party gives no
   * usable answer.
   */
  redeem(code: string, redemptionId: string): Promise<BureauAnswer>
  /** The platform's ticket for this account: with it the browser signs in as `staff:<id>`. */
  ticketFor(staffId: string): string
}
