import type { Acceptance, Signer, SigningMode } from '../../shared/rules/answer'
import type { Day, Instant } from '../../shared/values/day'
import type { Fen } from '../../shared/values/fen'
import type { Sex } from '../../shared/values/id-document'
import type { BindingId, InvitationId, LetterId, PersonId } from '../../shared/values/ids'
import type { Relation, Use } from '../../shared/values/relation'
import type { LetterSeal } from '../keys/letter-seal'
import type { PasswordHash } from '../keys/password'
import type { Sealed } from '../keys/sealing'
import type { SignatureCertificate } from '../letters/signature-certifier'

/** A name and an ID document, sealed: JSON of `{ name, idType, idNumber }`. */
export type SealedPerson = Sealed

/** One binding as the roster of a person knows it: what caps and uniqueness are decided by. */
export interface RosterEntry {
  readonly bindingId: BindingId
  /** The other side's ID index. */
  readonly idIndex: string
  readonly relation: Relation
  /** The last day on which it holds; null while it is open-ended. */
  readonly lastDay: Day | null
  /** The relative's sex, in the policyholder's roster, because some regions let in one father and one mother. */
  readonly sex?: Sex | null
  /** Where the policyholder was enrolled then, in the relative's roster, because a cap may count by area. */
  readonly enrolledIn?: { readonly regionCode: string | null; readonly poolingAreaCode: string | null }
}

/** What a user is told of herself when she comes next. */
export interface UserNotice {
  readonly kind: 'link-moved-away' | 'bound-in-person'
  readonly at: Instant
}

/** The platform's user: settings, and what happened to her link. `_id` is the user key. */
export interface UserDocument {
  readonly _id: string
  /** The person to whom she is linked; agrees with that person's `userKey`. */
  readonly personId: PersonId | null
  readonly regionCode: string | null
  readonly elderMode: boolean
  readonly notices: readonly UserNotice[]
}

/** A person whom the product knows, with or without a phone. `_id` is the person's id. */
export interface PersonDocument {
  readonly _id: PersonId
  readonly idIndex: string
  readonly sealed: SealedPerson
  /** The user to whom she is linked; null for one without a phone. One person has one user. */
  readonly userKey: string | null
  /** Her bindings, kept here so that caps and uniqueness are read in the document that an acceptance writes. */
  readonly asPolicyholder: readonly RosterEntry[]
  readonly asRelative: readonly RosterEntry[]
  /** Bindings of children for whom she signed as a guardian without being the policyholder. */
  readonly asGuardian: readonly BindingId[]
  /** Invitation tokens that were made before this moment are dead. */
  readonly tokensValidFrom: Instant | null
  readonly paymentPassword: PasswordHash | null
  /** When she set up her family, and in which region; missing until she has. */
  readonly familyEstablished?: { readonly regionCode: string; readonly at: Instant }
  readonly createdAt: Instant
}

/** Which person an ID document belongs to. `_id` is the ID index, so that one document names one person. */
export interface IdentityDocument {
  readonly _id: string
  readonly personId: PersonId
}

/** Terms of an invitation and of the binding that comes of it. */
export interface Terms {
  readonly uses: readonly Use[]
  readonly startDay: Day
  readonly endDay: Day | null
  readonly monthlyLimitFen: Fen | null
  readonly perSettlementLimitFen: Fen | null
}

/** Who signed is written in the transaction that signs the letter, so the two agree. */
export interface InvitationLetter {
  readonly letterId: LetterId
  readonly signer: Signer
  /** ID index of the one who signed; null while nobody has. */
  readonly signedByIndex: string | null
}

/** How many letters of an invitation are sealed, and the newest of them: what is missing or changed is found. */
export interface LetterChain {
  readonly length: number
  readonly head: string
  readonly signedAt: Instant | null
}

export type InvitationState =
  | 'draft'
  | 'pending'
  | 'accepted'
  | 'in-review'
  | 'declined'
  | 'revoked'
  | 'expired'

export interface InvitationDocument extends Terms {
  readonly _id: InvitationId
  readonly policyholderId: PersonId
  /** Both names and documents, as they were when it was made. */
  readonly sealedPolicyholder: SealedPerson
  readonly sealedRelative: SealedPerson
  /** The invited person's ID index: the token opens for her alone. */
  readonly idIndex: string
  readonly relation: Relation
  readonly acceptance: Acceptance
  /** Who signs for a child: the policyholder on the spot, or a parent on her own phone. */
  readonly guardian: 'policyholder' | 'parent' | null
  /** ID indexes of the parents whom the insurer's register names, where a parent signs. */
  readonly guardianIndexes: readonly string[]
  readonly regionCode: string
  readonly state: InvitationState
  readonly letters: readonly InvitationLetter[]
  readonly letterChain: LetterChain
  /** The day on which a timer looks whether its letters have been kept long enough; null once they are erased. */
  readonly lettersKeptUntil: Day | null
  /** The token is made from this and a key outside the database. */
  readonly tokenNonce: string
  readonly tokenIndex: string
  readonly tokenMadeAt: Instant
  readonly createdAt: Instant
  readonly expiresAt: Instant
  /** When an acceptance failed on the relative's side. The inviter learns that it did, never why. */
  readonly couldNotJoinAt: Instant | null
  readonly sealedDeclineReason: Sealed | null
  readonly bindingId: BindingId | null
  readonly proofFileIds: readonly string[]
}

/** A letter. Once signed it is never changed: the store refuses it (`final.ts`). */
export interface LetterDocument {
  readonly _id: LetterId
  readonly invitationId: InvitationId
  readonly policyholderId: PersonId
  readonly purpose: 'invite' | 'accept' | 'guardian'
  readonly signer: Signer
  /** ID indexes of those who may read and sign it. */
  readonly signerIndexes: readonly string[]
  /** True where the signer has no phone and signs on the policyholder's after a verification of her own. */
  readonly inPerson: boolean
  /** The region whose rules fill the text: the policyholder's. */
  readonly regionCode: string
  readonly title: string
  readonly version: string
  readonly sealedText: Sealed
  /** JSON of the lines that say what the letter is about. */
  readonly sealedFacts: Sealed
  /** HMAC of the code that is printed under the letter. */
  readonly codeIndex: string
  readonly sm3: string
  readonly mode: SigningMode
  readonly sealedSentence: Sealed | null
  readonly signedAt: Instant | null
  readonly signedByIndex: string | null
  readonly sealedSignerName: Sealed | null
  /** How a signer without a phone was verified on the policyholder's; null for one who signed on her own. */
  readonly verifiedBy: string | null
  readonly sealedSignature: Sealed | null
  readonly certificate: SignatureCertificate | null
  /** Its place in the chain of its invitation, and the SM3 of the letter before. */
  readonly chain: { readonly number: number; readonly previous: string } | null
  readonly seal: LetterSeal | null
}

/** A paper that lies in the file storage for a short time. `_id` is what it is, under a name that tells nothing. */
export interface PaperDocument {
  readonly _id: string
  readonly fileId: string
  /** SM3 of what it was rendered from: while that is the same, it is not rendered again. */
  readonly madeOf: string
  /** SM3 of the file. */
  readonly sm3: string
  readonly madeAt: Instant
}

export interface BindingDocument extends Terms {
  readonly _id: BindingId
  readonly invitationId: InvitationId
  readonly policyholderId: PersonId
  readonly relativeId: PersonId
  readonly guardianId: PersonId | null
  readonly sealedPolicyholder: SealedPerson
  readonly sealedRelative: SealedPerson
  readonly relation: Relation
  readonly regionCode: string
  readonly state: 'in-review' | 'active'
  readonly effectiveFrom: Day
  readonly lastDay: Day | null
  readonly acceptedAt: Instant
  readonly letters: readonly { readonly letterId: LetterId; readonly signer: Signer }[]
  /** How many events its history has, and the hash of the newest: what is missing or changed is found. */
  readonly historyLength: number
  readonly historyHash: string
}

/** One event of a binding's history. No name and no ID number in it. `_id` is `<bindingId>:<number>`. */
export interface BindingEventDocument {
  readonly _id: string
  readonly bindingId: BindingId
  readonly number: number
  readonly at: Instant
  readonly kind: string
  readonly by: 'policyholder' | 'relative' | 'guardian' | 'reviewer' | 'system'
  readonly facts: Readonly<Record<string, unknown>>
  readonly previousHash: string
  readonly hash: string
}

/** A request that changed something, and its reply. `_id` is the request key. */
export interface RequestDocument {
  readonly _id: string
  readonly fingerprint: string
  /** The reply, or for a reply that holds a secret what it is made from. */
  readonly reply: unknown
  readonly at: Instant
}

/** Who did what, append-only. */
export interface AuditDocument {
  readonly _id: string
  readonly at: Instant
  readonly actor: string
  readonly functionName: string
  readonly action: string
  readonly requestKey: string
}

/** How often a caller, or against a letter, something was tried today in vain. `_id` is `<what>:<whose>:<day>`. */
export interface AttemptsDocument {
  readonly _id: string
  readonly count: number
  readonly day: Day
  /** The request that failed last, so that its repetition is not counted again; null for a reading. */
  readonly lastRequest: string | null
}

export interface Collections {
  users: UserDocument
  persons: PersonDocument
  identities: IdentityDocument
  invitations: InvitationDocument
  letters: LetterDocument
  papers: PaperDocument
  bindings: BindingDocument
  'binding-events': BindingEventDocument
  requests: RequestDocument
  audit: AuditDocument
  attempts: AttemptsDocument
}

/** Each collection and the fields by which it is searched: for the deployment's set-up and the local database. */
export const INDEXES: Readonly<Record<keyof Collections, readonly string[]>> = {
  users: [],
  persons: ['userKey', 'idIndex'],
  identities: [],
  invitations: ['policyholderId', 'idIndex', 'guardianIndexes', 'tokenIndex', 'state', 'lettersKeptUntil'],
  letters: ['signerIndexes', 'invitationId', 'codeIndex'],
  papers: ['madeAt'],
  bindings: [],
  'binding-events': ['bindingId'],
  requests: [],
  audit: [],
  attempts: [],
}
