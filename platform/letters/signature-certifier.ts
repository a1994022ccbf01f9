import type { Instant } from '../../shared/values/day'
import type { NamedPerson } from '../people'

/** What a certificate authority gives for one signature. It becomes part of what is sealed. */
export interface SignatureCertificate {
  readonly authority: string
  readonly serialNumber: string
  /** Base64 of the authority's own structure, its trusted time within. */
  readonly proof: string
}

/**
 * The port for a certificate authority (电子认证服务机构). It makes of a signature what the service's own seal cannot:
 * data for signing that belongs to the signer alone and that she alone controls, and a time from somebody else.
 */
export interface SignatureCertifier {
  /** Null where no authority is configured; pages and papers then do not speak of one. */
  readonly authority: string | null
  /**
   * @param digest SM3 in hex over the text, the facts and the signature
   * @throws PortOutage where the authority does not answer: then the letter stays unsigned
   */
  certify(signed: {
    readonly digest: string
    readonly signer: NamedPerson
    readonly at: Instant
  }): Promise<SignatureCertificate | null>
}

/** The default: no CA is configured, and every letter says so by a certificate of null. */
export const NO_CERTIFICATE_AUTHORITY: SignatureCertifier = {
  authority: null,
  certify: () => Promise.resolve(null),
}
