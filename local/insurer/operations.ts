import * as v from 'valibot'
import type { StatementPage, StatementQuery } from '../../platform/insurer/port'
import { parseInstant } from '../../shared/values/day'
import { fen } from '../../shared/values/fen'
import { ID_TYPES } from '../../shared/values/id-document'
import type { Premiums } from './premiums'
import type { Register } from './register'
import type { Settlements } from './settlements'

/** What the operations work on. */
export interface Core {
  readonly register: Register
  readonly premiums: Premiums
  readonly settlements: Settlements
  statement(query: StatementQuery): StatementPage
}

export const OPERATIONS = [
  '/persons/find',
  '/accounts/balance',
  '/premiums/pay',
  '/premiums/find',
  '/premiums/cancel',
  '/premiums/reverse',
  '/premiums/status',
  '/settlements/settle',
  '/settlements/find',
  '/settlements/cancel',
  '/settlements/reverse',
  '/statement',
  '/changes',
] as const

type Fields = v.ObjectEntries

interface Operation {
  /** Names of the fields that may be told of in an error; other names could be anything. */
  readonly fields: Fields
  /** Checks the input, and gives what is left to do, or which fields are wrong. */
  take(
    input: unknown,
  ): { readonly perform: (core: Core) => unknown } | { readonly issues: readonly v.BaseIssue<unknown>[] }
}

function operation<Entries extends Fields>(
  fields: Entries,
  answer: (core: Core, input: v.InferOutput<v.StrictObjectSchema<Entries, undefined>>) => unknown,
): Operation {
  const schema = v.strictObject(fields)
  return {
    fields,
    take(input) {
      const parsed = v.safeParse(schema, input)
      return parsed.success
        ? { perform: (core) => answer(core, parsed.output) }
        : { issues: parsed.issues as readonly v.BaseIssue<unknown>[] }
    },
  }
}

const documentFields = {
  idType: v.picklist(ID_TYPES),
  idNumber: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
}
const document = v.strictObject(documentFields)
const id = v.pipe(v.string(), v.regex(/^[0-9A-Za-z-]{1,64}$/))
const aboveZero = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.transform(fen))
const leg = v.variant('from', [
  v.strictObject({ from: v.picklist(['own-account', 'wallet', 'cash']), amountFen: aboveZero }),
  v.strictObject({ from: v.literal('shared-account'), holder: document, amountFen: aboveZero }),
])
const premiumYear = v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2099))
const afterSequence = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const limit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500))
const moment = v.pipe(
  v.string(),
  v.transform(parseInstant),
  v.check((parsed) => parsed !== null),
  v.transform((parsed) => parsed ?? undefined),
)

const BY_PATH: Readonly<Record<(typeof OPERATIONS)[number], Operation>> = {
  '/persons/find': operation(documentFields, ({ register }, asked) => ({ person: register.find(asked) })),
  '/accounts/balance': operation(
    documentFields,
    ({ register }, asked) => register.accountOf(asked) ?? { balanceFen: null },
  ),
  '/premiums/pay': operation(
    {
      orderId: id,
      payer: document,
      insured: document,
      premiumYear,
      tier: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
      amountFen: aboveZero,
      from: v.picklist(['account', 'wallet']),
      part: v.optional(v.literal('prior-years')),
    },
    ({ premiums }, { part, ...order }) => premiums.pay(part === undefined ? order : { ...order, part }),
  ),
  '/premiums/find': operation({ orderId: id }, ({ premiums }, { orderId }) => premiums.find(orderId)),
  '/premiums/cancel': operation({ orderId: id }, ({ premiums }, { orderId }) => premiums.cancel(orderId)),
  '/premiums/reverse': operation(
    {
      reversalId: id,
      orderId: id,
      reason: v.picklist(['duplicate', 'died', 'employee-scheme', 'insured-elsewhere', 'other']),
    },
    ({ premiums }, order) => premiums.reverse(order),
  ),
  '/premiums/status': operation({ insured: document, premiumYear, payer: document }, ({ premiums }, asked) =>
    premiums.status(asked.insured, asked.premiumYear, asked.payer),
  ),
  '/settlements/settle': operation(
    {
      orderId: id,
      insured: document,
      institutionId: v.pipe(v.string(), v.regex(/^[0-9A-Za-z-]{1,64}$/)),
      kind: v.picklist(['outpatient', 'inpatient', 'pharmacy']),
      legs: v.pipe(v.array(leg), v.minLength(1), v.maxLength(20)),
    },
    ({ settlements }, order) => settlements.settle(order),
  ),
  '/settlements/find': operation({ orderId: id }, ({ settlements }, { orderId }) =>
    settlements.find(orderId),
  ),
  '/settlements/cancel': operation({ orderId: id }, ({ settlements }, { orderId }) =>
    settlements.cancel(orderId),
  ),
  '/settlements/reverse': operation({ reversalId: id, orderId: id }, ({ settlements }, order) =>
    settlements.reverse(order),
  ),
  '/statement': operation(
    { afterSequence, from: v.optional(moment), until: v.optional(moment), limit },
    ({ statement }, { from, until, ...page }) =>
      statement({
        ...page,
        ...(from === undefined ? {} : { from }),
        ...(until === undefined ? {} : { until }),
      }),
  ),
  '/changes': operation({ afterSequence, limit }, ({ register }, asked) =>
    register.changes(asked.afterSequence, asked.limit),
  ),
}

export function operationAt(path: string): Operation | null {
  const known = OPERATIONS.find((each) => each === path)
  return known === undefined ? null : BY_PATH[known]
}
