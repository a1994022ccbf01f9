import type { BindingEventKind } from '../../shared/contract/bindings'
import type { DisclosureKind, Reader } from '../../shared/contract/records'
import type { Acceptance, Signer, SigningMode } from '../../shared/rules/answer'
import type { BindingReview, EndCause, Ending, KeptState, Side } from '../../shared/rules/binding-changes'
import type { WindowSignature } from '../../shared/rules/window-entry'
import type { Day, Instant } from '../../shared/values/day'
import type { Fen } from '../../shared/values/fen'
import type { Sex } from '../../shared/values/id-document'
import type {
  BindingId,
  Id,
  InvitationId,
  LetterId,
  NoticeId,
  PaymentId,
  PersonId,
  ReviewId,
} from '../../shared/values/ids'
import type { NoticeKind } from '../../shared/values/notice'
import type { Relation, Use } from '../../shared/values/relation'
import type { LetterSeal } from '../keys/letter-seal'
import type { PasswordHash } from '../keys/password'
import type { Sealed } from '../keys/sealing'
import type { SignatureCertificate } from '../letters/signature-certifier'
import type { SettledSpending } from '../sharing/spending'
import type { InsuranceCodeDocument } from './insurance-code-collection'
import type {
  PaymentDocument,
  PremiumMovementDocument,
  QuoteDocument,
  ReconciliationDocument,
} from './premium-collections'
import type { ProofDocument, ProofNamed, ReviewDocument, StaffDocument } from './review-collections'
import type {
  InstitutionDocument,
  InstitutionNonceDocument,
  SettlementDocument,
  SettlementMovementDocument,
} from './settlement-collections'

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
  /** Under which name the platform sends her messages; null until she has linked herself. */
  readonly sealedOpenid: Sealed | null
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
  /** Tries of the payment password since the last right one; missing until there was one. At the limit it is locked. */
  readonly paymentPasswordFailures?: number
  /** The payment that she confirmed last: it changes with each, so that two at once cannot both count on the same money. */
  readonly latestPaymentId?: PaymentId
  /** What relatives used of her account at hospitals and pharmacies; missing until one has. */
  readonly settledSpending?: SettledSpending
  /** How much of her account all relatives may use together, where her region has it; missing until she set it. */
  readonly accountLimitFen?: Fen | null
  /** When she set up her family, and in which region; missing until she has. */
  readonly familyEstablished?: { readonly regionCode: string; readonly at: Instant }
  /** Since when her account is closed, and from which day on the timers erase her; missing while it is open. */
  readonly closed?: { readonly at: Instant; readonly userKey: string } | null
  readonly eraseFrom?: Day | null
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
  /** When it was declined or taken back; missing while it was neither. */
  readonly closedAt?: Instant
  readonly sealedDeclineReason: Sealed | null
  readonly bindingId: BindingId | null
  readonly proofs: readonly ProofNamed[]
  /** True where the bureau decides on the binding after the letters are signed; missing in older ones. */
  readonly reviewed?: boolean
}

/** A letter. Once signed it is never changed: the store refuses it (`final.ts`). */
export interface LetterDocument {
  readonly _id: LetterId
  readonly invitationId: InvitationId
  readonly policyholderId: PersonId
  readonly purpose: 'invite' | 'accept' | 'guardian' | 'unbind'
  readonly signer: Signer
  /** ID indexes of those who may read and sign it. */
  readonly signerIndexes: readonly string[]
  /** True where the signer has no phone and signs on the policyholder's after a verification of her own. */
  readonly inPerson: boolean
  /** The region whose rules fill the text: the policyholder's. */
  readonly regionCode: string
  /**
   * What a notice of unbinding (解绑告知书) ends, and the last day that it names, which it does not where the bureau
   * decides first; null for every other letter.
   */
  readonly unbinds: { readonly bindingIds: readonly BindingId[]; readonly lastDay: Day | null } | null
  /** The binding to which one who came of age consents herself; null for every other letter. */
  readonly confirms: BindingId | null
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
  /** Whether one tap may fill the sentence in, as it was when the letter was written. */
  readonly oneTap: boolean
  readonly signedAt: Instant | null
  readonly signedByIndex: string | null
  readonly sealedSignerName: Sealed | null
  /** How a signer without a phone was verified on the policyholder's or at a window; null for one who signed on her own. */
  readonly verifiedBy: string | null
  /** Where it was signed at a window: how the signer was known, and which clerk entered it; missing elsewhere. */
  readonly window?: WindowSignature
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
  readonly state: KeptState
  readonly effectiveFrom: Day
  /** The day that counts: that of an end which is under way, else the agreed `endDay`. */
  readonly lastDay: Day | null
  /** An end that is decided and has not come yet. */
  readonly ending: Ending | null
  /** Why it is over; null while it is not, and until somebody has written the end down. */
  readonly endedBecause: EndCause | null
  /** The last day and how many days before it both sides were reminded; null before that. */
  readonly reminded: { readonly lastDay: Day; readonly daysBefore: number } | null
  /** The day from which she answers for herself, where a guardian signed for her; null for an adult. */
  readonly ownConsentFrom: Day | null
  /** When she was asked for her own consent, and when she gave it. */
  readonly ownConsentAskedAt: Instant | null
  readonly ownConsentGivenAt: Instant | null
  readonly proposedEndDay: { readonly endDay: Day | null; readonly by: Side; readonly at: Instant } | null
  /** The newest application that the bureau decides on; missing where there never was one. */
  readonly review?: (BindingReview & { readonly reviewId: ReviewId }) | null
  /** What both letters name; `uses` is that or less. */
  readonly consentedUses: readonly Use[]
  /** 支出顺位, from 1, where the region has its policyholders set it; missing until she has. */
  readonly place?: number
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
  readonly kind: BindingEventKind
  readonly by: Side | 'reviewer' | 'system'
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
  /** The audit event of the same commit: each is a witness that the other is there. */
  readonly chain: string
  readonly auditNumber: number
  readonly at: Instant
}

/** An entry of an append-only chain. `_id` is `<chain>:<number>`, so that no two follow the same one. */
export interface Chained {
  readonly _id: string
  readonly chain: string
  readonly number: number
  readonly previousHash: string
  /** HMAC-SM3 over all the rest of the entry, the hash before among it. */
  readonly hash: string
}

/** Who did what, append-only; a chain for each actor. */
export interface AuditDocument extends Chained {
  readonly at: Instant
  readonly actor: string
  readonly functionName: string
  readonly action: string
  /** The request, for what changed something; null for the reading of personal data by staff. */
  readonly requestKey: string | null
  /** The case that was read. */
  readonly reviewId?: ReviewId
  /** The letter that was read at a window. */
  readonly letterId?: LetterId
}

/**
 * One reading of a person's data by somebody else, append-only; a chain for each person who was read of. No name and no
 * number in it.
 */
export interface DisclosureDocument extends Chained {
  readonly disclosureId: Id<'disclosure'>
  readonly at: Instant
  readonly day: Day
  /** Whose data it was. */
  readonly subjectId: PersonId
  readonly kind: DisclosureKind
  readonly by: Reader
  /** The person who read, where she is one whom the subject knows; she sees it too. */
  readonly readerId: PersonId | null
  /** Tells one reader from another, so that the same reading is written down once a day. */
  readonly readerKey: string
  /** The letter or the case that was read; empty for all that there is. */
  readonly about: string
}

/** How often a caller, or against a letter, something was tried today in vain. `_id` is `<what>:<whose>:<day>`. */
export interface AttemptsDocument {
  readonly _id: string
  /** The caller's user key, or the letter's id. */
  readonly whose: string
  readonly count: number
  readonly day: Day
  /** The request that failed last, so that its repetition is not counted again; null for a reading. */
  readonly lastRequest: string | null
}

/** What a person is told: shown in the app, and sent to WeChat where she allowed it. No name and no ID number in it. */
export interface NoticeDocument {
  readonly _id: NoticeId
  readonly personId: PersonId
  readonly kind: NoticeKind
  readonly bindingId: BindingId | null
  readonly facts: Readonly<Record<string, unknown>>
  readonly at: Instant
  readonly readAt: Instant | null
  /** How it goes out to WeChat. It is written in the transaction of what it tells, and sent afterwards. */
  readonly delivery: 'waiting' | 'sent' | 'given-up'
  readonly deliveryAttempts: number
  /** When it is tried next. */
  readonly deliverAt: Instant
  /** Why it was given up; null unless it was. */
  readonly givenUpBecause: string | null
}

/** How far a timer's job that goes on over several runs has come. `_id` names the job. */
export interface ProgressDocument {
  readonly _id: 'insurance-changes' | 'insurance-check' | 'premium-statement' | 'premium-reminders'
  /** The last sequence number, id or moment that is done; empty before the first. */
  readonly after: string
  /** The day of the newest run. A job of each day begins anew on the next one. */
  readonly day: Day
  /** Whether a job of each day has come to its end on that day. */
  readonly done: boolean
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
  notices: NoticeDocument
  progress: ProgressDocument
  disclosures: DisclosureDocument
  quotes: QuoteDocument
  payments: PaymentDocument
  'premium-movements': PremiumMovementDocument
  reconciliation: ReconciliationDocument
  'insurance-codes': InsuranceCodeDocument
  institutions: InstitutionDocument
  'institution-nonces': InstitutionNonceDocument
  settlements: SettlementDocument
  'settlement-movements': SettlementMovementDocument
  staff: StaffDocument
  proofs: ProofDocument
  reviews: ReviewDocument
}

/** Each collection and the fields by which it is searched: for the deployment's set-up and the local database. */
export const INDEXES: Readonly<Record<keyof Collections, readonly string[]>> = {
  users: [],
  persons: ['userKey', 'idIndex', 'eraseFrom'],
  identities: [],
  invitations: ['policyholderId', 'idIndex', 'guardianIndexes', 'tokenIndex', 'state', 'lettersKeptUntil'],
  letters: ['signerIndexes', 'invitationId', 'codeIndex', 'policyholderId'],
  papers: ['madeAt'],
  bindings: ['lastDay', 'ownConsentFrom'],
  'binding-events': ['bindingId'],
  requests: ['chain'],
  audit: ['chain'],
  attempts: ['whose'],
  notices: ['personId', 'delivery'],
  progress: [],
  disclosures: ['chain', 'readerId'],
  quotes: ['expiresAt', 'personId'],
  payments: ['people', 'personId', 'inFlight', 'open'],
  'premium-movements': ['at', 'orderId'],
  reconciliation: ['foundAt', 'open'],
  'insurance-codes': ['expiresAt', 'personId'],
  institutions: [],
  'institution-nonces': ['expiresAt'],
  settlements: ['people', 'relativeId', 'open'],
  'settlement-movements': ['at', 'orderId'],
  staff: [],
  proofs: ['keptUntil', 'uploadFileId', 'ownerId'],
  reviews: ['state', 'hasReversal', 'applicantId', 'bindingIds'],
}
