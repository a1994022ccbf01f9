import { notSupported } from './errors'
import { type BsonDocument, isDocument, isNumber, numberOf, numberValue, type Value } from './values'

/** The value in plain JavaScript, as mingo calculates with it. */
export function toPlain(value: Value): unknown {
  if (isNumber(value)) return numberOf(value)
  if (Array.isArray(value)) return value.map(toPlain)
  if (!isDocument(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, content]) => [name, toPlain(content)]))
}

/** The way back: a whole number becomes int32 or int64, which readers of the reply cannot tell from a double. */
export function fromPlain(value: unknown): Value {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean' || value instanceof Date) return value
  if (typeof value === 'number') return numberValue(value)
  if (Array.isArray(value)) return value.map(fromPlain)
  if (typeof value !== 'object') throw notSupported(`an aggregation result of type ${typeof value}`)
  const document: BsonDocument = {}
  for (const [name, content] of Object.entries(value)) {
    if (content !== undefined) document[name] = fromPlain(content)
  }
  return document
}
