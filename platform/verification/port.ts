import type { IdDocument } from '../../shared/values/id-document'

/** What the identity check says of a token that a person brought. */
export type Verification =
  | {
      readonly outcome: 'passed'
      readonly name: string
      readonly document: IdDocument
      readonly method: string
    }
  /** The person did not pass the check. */
  | { readonly outcome: 'failed' }
  /** No such token, older than five minutes, or used by another request. */
  | { readonly outcome: 'unknown' }

/**
 * The identity check (face, or a text message: never the face alone, 人脸识别技术应用安全管理办法). It is an outside
 * party; a bureau connects its own by writing an adapter.
 */
export interface IdentityVerification {
  /**
   * Uses up a token. The same `redemptionId` gets the same answer again, so that a request whose answer was lost
   * can be repeated. Throws `PortOutage` when the party gives no usable answer.
   */
  redeem(token: string, redemptionId: string): Promise<Verification>
}
