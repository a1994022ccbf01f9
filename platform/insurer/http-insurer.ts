import * as v from 'valibot'
import { type Day, parseDay } from '../../shared/values/day'
import { fen } from '../../shared/values/fen'
import { ID_TYPES, type IdDocument } from '../../shared/values/id-document'
import { PortOutage } from '../outage'
import type { InsuredPerson, Insurer } from './port'

export interface HttpInsurerOptions {
  /** Where the insurer answers; the two paths are added to it. */
  readonly url: string
  readonly key: string
  /** How long a question may take in all, second attempt and the reply's body included, in milliseconds. */
  readonly timeoutMs: number
}

const documentSchema = v.object({ idType: v.picklist(ID_TYPES), idNumber: v.string() })
const dayField = v.pipe(
  v.string(),
  v.check((text) => parseDay(text) !== null),
  v.transform((text) => text as Day),
)
const sixDigits = v.pipe(v.string(), v.regex(/^\d{6}$/))

const personReply = v.object({
  person: v.nullable(
    v.object({
      name: v.pipe(v.string(), v.minLength(1)),
      document: documentSchema,
      birthDay: dayField,
      sex: v.picklist(['male', 'female']),
      scheme: v.nullable(v.picklist(['employee', 'resident'])),
      enrolment: v.picklist(['active', 'suspended', 'none']),
      poolingArea: v.nullable(v.object({ code: sixDigits, name: v.string() })),
      regionCode: v.nullable(sixDigits),
      parents: v.array(documentSchema),
    }),
  ),
})

const balanceReply = v.object({
  balanceFen: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.transform(fen))),
})

/**
 * The insurer over HTTP, as docs/insurer-interface.md describes it.
 *
 * A broken connection is tried once more at once, because both questions only read. What stays without a usable
 * answer (no connection, no answer in time, an error on the insurer's side, a reply that cannot be read) is the outage
 * `insurer-unavailable`. A request that the insurer calls wrong is a bug of ours, is thrown as a plain error, and is
 * never sent again. No error text holds a name or an ID number.
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
    document: IdDocument,
    schema: v.GenericSchema<unknown, Reply>,
  ): Promise<Reply> => {
    const body = JSON.stringify({ idType: document.idType, idNumber: document.idNumber })
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

  return {
    async findPerson(document): Promise<InsuredPerson | null> {
      const { person } = await ask('/persons/find', document, personReply)
      // A reply about somebody else would be shown and stored as this person's.
      if (person !== null && !isSameDocument(person.document, document)) throw unavailable()
      return person
    },

    async balanceOf(document) {
      return (await ask('/accounts/balance', document, balanceReply)).balanceFen
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

function isSameDocument(one: IdDocument, other: IdDocument): boolean {
  return one.idType === other.idType && one.idNumber === other.idNumber
}
