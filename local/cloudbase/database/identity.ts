import { randomBytes } from 'node:crypto'
import { notSupported } from './errors'
import { isNumber, numberOf, type Value } from './values'

/** An `_id` as the key of a row. Text and numbers only, because `doc()` of the SDK takes nothing else. */
export function keyOf(id: Value | undefined): string {
  if (typeof id === 'string') return `s:${id}`
  if (isNumber(id) && !Number.isNaN(numberOf(id))) return `n:${numberOf(id) + 0}`
  throw notSupported('an _id that is neither text nor a number')
}

/** An `_id` for a document that came without one: 32 hex digits, as the cloud makes them. */
export const newId = (): string => randomBytes(16).toString('hex')
