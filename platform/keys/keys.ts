import type { IdDocument } from '../../shared/values/id-document'
import type { LetterId, PaymentId, QuoteId, SettlementId } from '../../shared/values/ids'
import { CODE_CHARACTERS } from '../../shared/values/letter-code'
import { keyedHash } from './keyed-hash'

/**
 * The keys of the product, each derived from one secret that lies outside the database, so that a copy of the
 * database alone opens nothing, finds nobody and makes no token.
 */
export interface Keys {
  readonly sealing: Buffer
  readonly sealingMac: Buffer
  readonly passwordPepper: Buffer
  /** How a person is found by her ID document without its number standing anywhere in the clear. */
  idIndex(document: IdDocument): string
  /** The platform's user, under a name that is of no use outside this product. */
  userKey(openid: string): string
  /** The `_id` under which a request and its reply are kept. */
  requestKey(caller: string, functionName: string, action: string, requestId: string): string
  /** What a request asked, as a fingerprint that cannot be turned back. */
  requestFingerprint(canonicalInput: string): string
  /** An invitation's token: 128 bits, 22 base64url characters, from the nonce that is stored. */
  invitationToken(nonce: string): string
  /** How an invitation is found by its token. */
  tokenIndex(token: string): string
  /** The id of a letter that is made by asking for it: asked for again, it is the same one. */
  letterIdFor(what: string): LetterId
  /** The id of the payment that a quote becomes: a quote is paid once, however often somebody asks. */
  paymentIdFor(quoteId: QuoteId): PaymentId
  /** The id of the settlement that a request makes: it is made once, however often it is asked for. */
  settlementIdFor(requestKey: string): SettlementId
  /** The code under a printed letter: 80 bits, 16 characters that are not taken for one another. */
  letterCode(letterId: string): string
  /** How a letter is found by its code. */
  letterCodeIndex(code: string): string
  /** How a shown insurance code is found; nobody makes it who has the database alone. */
  insuranceCodeIndex(code: string): string
  /** What binds an entry of an append-only chain to the one before; nobody makes it who has the database alone. */
  chainHash(text: string): string
  /** The name of a paper's file, which tells nothing and cannot be guessed. */
  fileName(what: string): string
}

const ULID_LENGTH = 26
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const INVITATION_TOKEN_BYTES = 16
const LETTER_CODE_CHARACTERS = 16

export function deriveKeys(productSecretHex: string): Keys {
  const secret = Buffer.from(productSecretHex, 'hex')
  const derived = (purpose: string) => keyedHash(secret, `family-account-sharing/${purpose}/v1`)
  const finding = derived('id-index')
  const users = derived('user-key')
  const requests = derived('request')
  const fingerprints = derived('request-input')
  const tokens = derived('invitation-token')
  const tokenFinding = derived('token-index')
  const letterIds = derived('letter-id')
  const paymentIds = derived('payment-id')
  const settlementIds = derived('settlement-id')
  const letterCodes = derived('letter-code')
  const letterCodeFinding = derived('letter-code-index')
  const insuranceCodeFinding = derived('insurance-code-index')
  const fileNames = derived('file-name')
  const chains = derived('chain')
  return {
    sealing: derived('sealing').subarray(0, 16),
    sealingMac: derived('sealing-mac'),
    passwordPepper: derived('password'),
    idIndex: (document) => keyedHash(finding, `${document.idType}:${document.idNumber}`).toString('hex'),
    userKey: (openid) => keyedHash(users, openid).toString('hex'),
    requestKey: (caller, functionName, action, requestId) =>
      keyedHash(requests, JSON.stringify([caller, functionName, action, requestId])).toString('hex'),
    requestFingerprint: (canonicalInput) => keyedHash(fingerprints, canonicalInput).toString('hex'),
    invitationToken: (nonce) =>
      keyedHash(tokens, nonce).subarray(0, INVITATION_TOKEN_BYTES).toString('base64url'),
    tokenIndex: (token) => keyedHash(tokenFinding, token).toString('hex'),
    letterIdFor: (what) => derivedId(letterIds, what) as LetterId,
    paymentIdFor: (quoteId) => derivedId(paymentIds, quoteId) as PaymentId,
    settlementIdFor: (requestKey) => derivedId(settlementIds, requestKey) as SettlementId,
    letterCode: (letterId) =>
      [...keyedHash(letterCodes, letterId).subarray(0, LETTER_CODE_CHARACTERS)]
        .map((byte) => CODE_CHARACTERS.charAt(byte % CODE_CHARACTERS.length))
        .join(''),
    letterCodeIndex: (code) => keyedHash(letterCodeFinding, code).toString('hex'),
    insuranceCodeIndex: (code) => keyedHash(insuranceCodeFinding, code).toString('hex'),
    chainHash: (text) => keyedHash(chains, text).toString('hex'),
    fileName: (what) => keyedHash(fileNames, what).toString('hex'),
  }
}

function derivedId(key: Buffer, what: string): string {
  // The first of 26 characters carries three bits only, as in every ULID.
  const [first = 0, ...rest] = keyedHash(key, what).subarray(0, ULID_LENGTH)
  return String(first % 8) + rest.map((byte) => CROCKFORD.charAt(byte % 32)).join('')
}
