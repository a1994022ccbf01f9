import type { Day, Instant } from '../../shared/values/day'
import type { Fen } from '../../shared/values/fen'
import type { IdDocument, Sex } from '../../shared/values/id-document'
import type { EnrolmentState, Scheme } from '../../shared/values/relation'
import type {
  FoundSettlement,
  SettlementAnswer,
  SettlementOrder,
  SettlementReversalAnswer,
  SettlementReversalOrder,
  SettlementStatementLine,
} from './settlement-orders'

/** The area whose fund a person is insured with (统筹区), by its six-digit code (NHSA `insu_admdvs`). */
export interface PoolingArea {
  readonly code: string
  readonly name: string
}

/** A person as the insurance core system knows her. */
export interface InsuredPerson {
  readonly name: string
  readonly document: IdDocument
  /** From the insurer's register, because only a resident ID number carries one. */
  readonly birthDay: Day
  readonly sex: Sex
  readonly scheme: Scheme | null
  readonly enrolment: EnrolmentState
  readonly poolingArea: PoolingArea | null
  /** The six-digit code of the province, or of an area with rules of its own, whose rules apply to this person. */
  readonly regionCode: string | null
  /** The registered parents of a person under 18; empty for everybody else. */
  readonly parents: readonly IdDocument[]
}

/** Where money is taken from: the personal account, or the wallet (医保钱包). */
export type MoneySource = 'account' | 'wallet'

/** What is in a personal account. */
export interface PersonalAccount {
  readonly balanceFen: Fen
  /** The part of it that is left from the years before (历年结余); null where the insurer does not keep the two apart. */
  readonly priorYearsFen: Fen | null
}

/** One person's premium for one year, to be debited and registered in one commit of the insurer. */
export interface PremiumOrder {
  /** The caller's own id, made and kept before the order is sent. Up to 64 letters, digits and hyphens. */
  readonly orderId: string
  readonly payer: IdDocument
  readonly insured: IdDocument
  readonly premiumYear: number
  /** The tier of the standard, in the caller's words; the insurer only keeps it. */
  readonly tier: string
  /** Above zero. The insurer takes what it is told: the standard is a rule, and not kept here. */
  readonly amountFen: Fen
  readonly from: MoneySource
  /** Only what is left from the years before may be debited; missing where the whole account may. */
  readonly part?: 'prior-years'
}

/** A premium that the insurer debited and registered. */
export interface SettledPremium {
  readonly orderId: string
  readonly premiumYear: number
  readonly tier: string
  readonly amountFen: Fen
  readonly from: MoneySource
  /** The number of the movement in the insurer's statement. */
  readonly sequence: number
  readonly settledAt: Instant
}

/** A registered premium as the payer may be told of it: of one that somebody else paid only that it is, and since when. */
export type PaidPremium =
  | { readonly by: 'payer'; readonly paidOn: Day; readonly orderId: string; readonly amountFen: Fen }
  | { readonly by: 'somebody-else'; readonly paidOn: Day }

export type PaymentRefusal =
  /** The account has less, or the part of it that the order is confined to. */
  | { readonly reason: 'balance-too-low'; readonly balanceFen: Fen }
  | { readonly reason: 'already-paid'; readonly paid: PaidPremium }
  /** The id was used before, for something else. Nothing became of this request. */
  | { readonly reason: 'request-reused' }
  /** The insured person is not insured here, or the payer is not. */
  | { readonly reason: 'person-unknown' }
  /** The payer has no such account: of another scheme, or without a wallet. */
  | { readonly reason: 'no-account' }
  | { readonly reason: 'not-resident-scheme' }
  /** The caller gave the order up before it arrived. */
  | { readonly reason: 'cancelled' }

/**
 * What became of a request that moves money.
 *
 * `unknown`: it was sent, and no usable answer came; it may have been carried out, now or still to come. Ask by its
 * id, or send the very same again. `not-sent`: no connection was made, so that nothing can have happened.
 */
export type Unanswered = { readonly outcome: 'unknown' } | { readonly outcome: 'not-sent' }

export type PaymentAnswer =
  | { readonly outcome: 'settled'; readonly payment: SettledPremium }
  | { readonly outcome: 'refused'; readonly refusal: PaymentRefusal }

/** What the insurer knows of an order by its id. */
export type FoundPayment =
  | {
      readonly outcome: 'settled'
      readonly payment: SettledPremium
      /** Null where the payment stands. */
      readonly reversal: SettledReversal | null
    }
  | { readonly outcome: 'refused'; readonly refusal: PaymentRefusal }
  /** No such order has arrived so far. One that is still under way may yet: only `cancelPayment` shuts it out. */
  | { readonly outcome: 'not-received' }

export type ReversalReason = 'duplicate' | 'died' | 'employee-scheme' | 'insured-elsewhere' | 'other'

export interface ReversalOrder {
  /** The caller's own id of the reversal. */
  readonly reversalId: string
  /** The payment that is reversed, whole. */
  readonly orderId: string
  readonly reason: ReversalReason
}

/** A premium that was taken from the register and given back to the account from which it came. */
export interface SettledReversal {
  readonly reversalId: string
  readonly orderId: string
  readonly amountFen: Fen
  readonly to: MoneySource
  readonly sequence: number
  readonly settledAt: Instant
}

export interface ReversalRefusal {
  readonly reason: 'request-reused' | 'payment-unknown' | 'already-reversed'
}

export type ReversalAnswer =
  | { readonly outcome: 'settled'; readonly reversal: SettledReversal }
  | { readonly outcome: 'refused'; readonly refusal: ReversalRefusal }

export interface PremiumStatus {
  /** Null where the premium of that year is not paid. */
  readonly paid: PaidPremium | null
  /** The category of persons, in the insurer's words, that the register has this person in for the year; else null. */
  readonly waiver: string | null
}

/** One movement of money that the caller asked for. It names no person: the caller's own id leads to her. */
export type StatementLine = PremiumStatementLine | SettlementStatementLine

interface PremiumStatementLine {
  readonly sequence: number
  readonly at: Instant
  readonly kind: 'premium' | 'reversal'
  /** The caller's id of the payment or of the reversal. */
  readonly id: string
  /** The id of the payment: for a reversal that of the payment it reverses. */
  readonly orderId: string
  readonly premiumYear: number
  readonly amountFen: Fen
  readonly account: MoneySource
}

export interface StatementQuery {
  /** Movements after this sequence number; 0 for the beginning. */
  readonly afterSequence: number
  /** From this moment on. */
  readonly from?: Instant
  /** Before this moment. */
  readonly until?: Instant
  /** At most so many, from 1 to 500. */
  readonly limit: number
}

export interface StatementPage {
  readonly lines: readonly StatementLine[]
  /** What to send as `afterSequence` for the next page, or null on the last. */
  readonly next: number | null
}

/** Something that happened to a person's insurance, and how it stands since then. */
export interface InsuranceChange {
  readonly sequence: number
  readonly at: Instant
  readonly kind: 'enrolment-changed' | 'enrolment-ended' | 'moved' | 'scheme-changed' | 'died'
  readonly document: IdDocument
  readonly scheme: Scheme | null
  readonly enrolment: EnrolmentState
  readonly poolingArea: PoolingArea | null
  readonly regionCode: string | null
  /** The day of the death; null for all other changes. */
  readonly diedOn: Day | null
}

export interface ChangesPage {
  readonly changes: readonly InsuranceChange[]
  /** What to send as `afterSequence` for the next page, or null on the last. */
  readonly next: number | null
}

/**
 * The insurance core system: who is enrolled where, what is in a personal account, and whose premium is paid. Another
 * bureau's system is connected by writing an adapter with these methods; see docs/insurer-interface.md.
 *
 * Methods that only read throw `PortOutage` when the system gives no usable answer. Those that move money say what is
 * known instead: an answer, `unknown` or `not-sent`; they send once and leave to the caller whether to send again.
 */
export interface Insurer {
  /** The insured person with this document, or null where none is: also for one who lives but is not insured. */
  findPerson(document: IdDocument): Promise<InsuredPerson | null>

  /** What is in the person's personal account, or null where there is none (resident scheme, not insured). */
  accountOf(document: IdDocument): Promise<PersonalAccount | null>

  /** Debits the payer and registers the premium, both or neither. The same order again has the same answer. */
  payPremium(order: PremiumOrder): Promise<PaymentAnswer | Unanswered>

  /** What became of an order. */
  findPayment(orderId: string): Promise<FoundPayment>

  /** Shuts out an order that has not arrived; one that has arrived stays as it is and is told. */
  cancelPayment(orderId: string): Promise<PaymentAnswer | Unanswered>

  /** Gives a payment back to its account and takes the premium from the register. Idempotent by its own id. */
  reversePremium(order: ReversalOrder): Promise<ReversalAnswer | Unanswered>

  /** Whether a person's premium of a year is paid, as far as `payer` may be told. */
  premiumStatus(insured: IdDocument, premiumYear: number, payer: IdDocument): Promise<PremiumStatus>

  /** Takes every leg of a bill, all or none. The same order again has the same answer. */
  settleBill(order: SettlementOrder): Promise<SettlementAnswer | Unanswered>

  /** What became of an order of a settlement. */
  findSettlement(orderId: string): Promise<FoundSettlement>

  /** Shuts out an order of a settlement that has not arrived; one that has arrived stays as it is and is told. */
  cancelSettlement(orderId: string): Promise<SettlementAnswer | Unanswered>

  /** Gives every leg of a settlement back. Idempotent by its own id. */
  reverseSettlement(order: SettlementReversalOrder): Promise<SettlementReversalAnswer | Unanswered>

  /** The movements that the caller asked for, in the order in which they happened; for reconciliation. */
  statement(query: StatementQuery): Promise<StatementPage>

  /** Changes after a sequence number, oldest first. @param limit at most so many, from 1 to 500. */
  changes(afterSequence: number, limit: number): Promise<ChangesPage>
}
