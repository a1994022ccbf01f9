import * as v from 'valibot'
import { ULID_PATTERN } from '../values/ids'
import type { refusalField } from './fields'

/** What every function receives. `requestId` is required for a write and ignored otherwise. */
export const eventSchema = v.object({
  action: v.pipe(v.string(), v.maxLength(64)),
  requestId: v.optional(v.unknown()),
  input: v.optional(v.unknown(), {}),
})

export const requestIdSchema = v.pipe(v.string(), v.regex(ULID_PATTERN, 'a ULID'))

/** What every function answers. An outage and a bug are not replies: the call itself fails. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: v.InferOutput<typeof refusalField> }

/** The platform's word for a party that did not answer: a client may ask again with the same `requestId`, or never. */
export const outageSchema = v.object({
  outage: v.object({ code: v.string(), retry: v.picklist(['same-request', 'never']) }),
})
export type Outage = v.InferOutput<typeof outageSchema>['outage']

/** A bug: the number under which it stands in the log, and nothing else. */
export const incidentSchema = v.object({ incident: v.string() })
