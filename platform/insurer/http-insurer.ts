import * as v from 'valibot'
import type { IdDocument } from '../../shared/values/id-document'
import { PortOutage } from '../outage'
import type { InsuredPerson, Insurer, Unanswered } from './port'
import {
  balanceReply,
  changesReply,
  foundPaymentReply,
  foundSettlementReply,
  paymentReply,
  personReply,
  reversalReply,
  settlementReply,
  settlementReversalReply,
  statementReply,
  statusReply,
} from './replies'
import type { SettledLeg } from './settlement-orders'

export interface HttpInsurerOptions {
  /** Where the insurer answers; the paths are added to it. */
  readonly url: string
  readonly key: string
  /** How long a question may take in all, second attempt and the reply's body included, in milliseconds. */
  readonly timeoutMs: number
}

/**
 * The insurer over HTTP, as docs/insurer-interface.md describes it.
 *
 * A broken connection is tried once more at once where the question only reads. What stays without a usable answer (no
 * connection, no answer in time, an error on the insurer's side, a reply that cannot be read) is the outage
 * `insurer-unavailable`. A request that moves money is sent once: without a usable answer it is `unknown`, or
 * `not-sent` where no connection was made. A request that the insurer calls wrong is a bug of ours, is thrown as a
 * plain error, and is never sent again; nothing became of it. No error text holds a name or an ID number.
 */
export function createHttpInsurer(options: HttpInsurerOptions): Insurer {
  const base = options.url.replace(/\/+$/, '')

  const send = (path: string, body: string, signal: AbortSignal): Promise<Response> =>
    fetch(base + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${options.key}` },
      body,
      // A redirect would carry the ID number to an address that nobody configured.
      redirect: 'manual',
      signal,
    })

  const ask = async <Reply>(
    path: string,
    question: object,
    schema: v.GenericSchema<unknown, Reply>,
  ): Promise<Reply> => {
    const body = JSON.stringify(question)
    const signal = AbortSignal.timeout(options.timeoutMs)
    let reply: unknown
    try {
      const response = await send(path, body, signal).catch((error: unknown) => {
        if (signal.aborted) throw error
        return send(path, body, signal)
      })
      if (isOurFault(response.status)) throw new InsurerRequestWrong(path, response.status)
      if (response.status !== 200) throw unavailable()
      reply = await response.json()
    } catch (error) {
      if (error instanceof InsurerRequestWrong) throw error
      throw unavailable()
    }
    const checked = v.safeParse(schema, reply)
    if (!checked.success) throw unavailable()
    return checked.output
  }

  /** @param isFor whether the reply is about this request: one about another says nothing of it. */
  const move = async <Reply extends { readonly outcome: string }>(
    path: string,
    order: object,
    schema: v.GenericSchema<unknown, Reply>,
    isFor: (reply: Reply) => boolean,
  ): Promise<Reply | Unanswered> => {
    const signal = AbortSignal.timeout(options.timeoutMs)
    let reply: unknown
    try {
      const response = await send(path, JSON.stringify(order), signal)
      if (isOurFault(response.status)) throw new InsurerRequestWrong(path, response.status)
      if (response.status !== 200) return { outcome: 'unknown' }
      reply = await response.json()
    } catch (error) {
      if (error instanceof InsurerRequestWrong) throw error
      return { outcome: wasNeverSent(error) ? 'not-sent' : 'unknown' }
    }
    const checked = v.safeParse(schema, reply)
    return checked.success && isFor(checked.output) ? checked.output : { outcome: 'unknown' }
  }

  return {
    async findPerson(document): Promise<InsuredPerson | null> {
      const { person } = await ask('/persons/find', fieldsOf(document), personReply)
      // A reply about somebody else would be shown and stored as this person's.
      if (person !== null && !isSameDocument(person.document, document)) throw unavailable()
      return person
    },

    async accountOf(document) {
      const { balanceFen, priorYearsFen } = await ask('/accounts/balance', fieldsOf(document), balanceReply)
      return balanceFen === null ? null : { balanceFen, priorYearsFen }
    },

    payPremium({ orderId, payer, insured, premiumYear, tier, amountFen, from, part }) {
      const documents = { payer: fieldsOf(payer), insured: fieldsOf(insured) }
      return move(
        '/premiums/pay',
        {
          orderId,
          ...documents,
          premiumYear,
          tier,
          amountFen,
          from,
          ...(part === undefined ? {} : { part }),
        },
        paymentReply,
        (reply) =>
          reply.outcome !== 'settled' ||
          (reply.payment.orderId === orderId &&
            reply.payment.premiumYear === premiumYear &&
            reply.payment.amountFen === amountFen &&
            reply.payment.from === from),
      )
    },

    async findPayment(orderId) {
      const found = await ask('/premiums/find', { orderId }, foundPaymentReply)
      if (found.outcome === 'settled' && found.payment.orderId !== orderId) throw unavailable()
      return found
    },

    cancelPayment(orderId) {
      return move(
        '/premiums/cancel',
        { orderId },
        paymentReply,
        (reply) => reply.outcome !== 'settled' || reply.payment.orderId === orderId,
      )
    },

    reversePremium({ reversalId, orderId, reason }) {
      return move(
        '/premiums/reverse',
        { reversalId, orderId, reason },
        reversalReply,
        (reply) =>
          reply.outcome !== 'settled' ||
          (reply.reversal.reversalId === reversalId && reply.reversal.orderId === orderId),
      )
    },

    premiumStatus(insured, premiumYear, payer) {
      const question = { insured: fieldsOf(insured), premiumYear, payer: fieldsOf(payer) }
      return ask('/premiums/status', question, statusReply)
    },

    settleBill({ orderId, insured, institutionId, kind, legs }) {
      const parts = legs.map((leg) =>
        leg.from === 'shared-account' ? { ...leg, holder: fieldsOf(leg.holder) } : leg,
      )
      return move(
        '/settlements/settle',
        { orderId, insured: fieldsOf(insured), institutionId, kind, legs: parts },
        settlementReply,
        (reply) =>
          reply.outcome !== 'settled' ||
          (reply.settlement.orderId === orderId && sameLegs(reply.settlement.legs, legs)),
      )
    },

    async findSettlement(orderId) {
      const found = await ask('/settlements/find', { orderId }, foundSettlementReply)
      if (found.outcome === 'settled' && found.settlement.orderId !== orderId) throw unavailable()
      return found
    },

    cancelSettlement(orderId) {
      return move(
        '/settlements/cancel',
        { orderId },
        settlementReply,
        (reply) => reply.outcome !== 'settled' || reply.settlement.orderId === orderId,
      )
    },

    reverseSettlement({ reversalId, orderId }) {
      return move(
        '/settlements/reverse',
        { reversalId, orderId },
        settlementReversalReply,
        (reply) =>
          reply.outcome !== 'settled' ||
          (reply.reversal.reversalId === reversalId && reply.reversal.orderId === orderId),
      )
    },

    statement(query) {
      return ask('/statement', query, statementReply)
    },

    changes(afterSequence, limit) {
      return ask('/changes', { afterSequence, limit }, changesReply)
    },
  }
}

/** The insurer understood us and says that the request is wrong: a bug or a wrong key, which no repeat mends. */
class InsurerRequestWrong extends Error {
  override readonly name = 'InsurerRequestWrong'

  constructor(path: string, status: number) {
    super(`the insurer refused a request to ${path} with status ${status}`)
  }
}

function unavailable(): PortOutage {
  return new PortOutage('insurer-unavailable', 'same-request')
}

/** 408 and 429 say "later", so that they are the insurer's state and not our mistake. */
function isOurFault(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429
}

const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** Whether no connection was made at all; a connection that broke may have carried the request. */
function wasNeverSent(error: unknown): boolean {
  const cause = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : null
  return (
    typeof cause === 'object' && cause !== null && 'code' in cause && NEVER_CONNECTED.has(String(cause.code))
  )
}

function sameLegs(told: readonly SettledLeg[], sent: readonly SettledLeg[]): boolean {
  return (
    told.length === sent.length &&
    told.every(({ from, amountFen }, place) => {
      const leg = sent[place]
      return leg?.from === from && leg.amountFen === amountFen
    })
  )
}

function fieldsOf({ idType, idNumber }: IdDocument): IdDocument {
  return { idType, idNumber }
}

function isSameDocument(one: IdDocument, other: IdDocument): boolean {
  return one.idType === other.idType && one.idNumber === other.idNumber
}
