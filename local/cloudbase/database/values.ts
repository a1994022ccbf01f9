import { Double, EJSON, Int32, Long } from 'bson'
import { notSupported, refused } from './errors'
import { Pattern } from './pattern'

/**
 * A value as the server holds it. The three kinds of number stay apart, as they do in BSON; a pattern occurs in
 * queries only and is never stored.
 */
export type Value = null | boolean | string | Int32 | Long | Double | Date | Pattern | Value[] | BsonDocument

export interface BsonDocument {
  [field: string]: Value
}

export type NumberValue = Int32 | Long | Double

/** How deep a document may nest; MongoDB's own limit. */
const DEEPEST = 100

export const isNumber = (value: Value | undefined): value is NumberValue =>
  value instanceof Int32 || value instanceof Long || value instanceof Double

export const isDocument = (value: Value | undefined): value is BsonDocument =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof Pattern) &&
  !isNumber(value)

/** The number itself. Exact, because 64-bit numbers beyond 2^53 are refused at the door. */
export const numberOf = (value: NumberValue): number =>
  value instanceof Long ? value.toNumber() : value.value

/** A field of a document, `undefined` when it has none of its own (`constructor` is a name like any other). */
export const fieldOf = (document: BsonDocument, name: string): Value | undefined =>
  Object.hasOwn(document, name) ? document[name] : undefined

/** A whole or broken number as the driver would send it: int32 when it fits, else int64, else double. */
export function numberValue(value: number): NumberValue {
  if (!Number.isInteger(value) || Object.is(value, -0)) return new Double(value)
  if (value >= -0x80000000 && value <= 0x7fffffff) return new Int32(value)
  return Number.isSafeInteger(value) ? Long.fromNumber(value) : new Double(value)
}

export function cloneDocument(document: BsonDocument): BsonDocument {
  const copy: BsonDocument = {}
  for (const [name, value] of Object.entries(document)) copy[name] = cloneValue(value)
  return copy
}

export function cloneValue(value: Value): Value {
  if (Array.isArray(value)) return value.map(cloneValue)
  return isDocument(value) ? cloneDocument(value) : value
}

interface Reading {
  /** What `$tcb_server_date` becomes, in ms since 1970. Without it server dates are refused. */
  readonly now?: number
  /** Whether `$regularExpression` may occur: in queries, never in what is stored. */
  readonly patterns?: boolean
}

/** Reads canonical Extended JSON as the SDK writes it, and nothing laxer. */
export function readValue(text: string, reading: Reading = {}): Value {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw refused('the request holds text that is not JSON')
  }
  return fromJson(json, reading, 0)
}

export function readDocument(text: string, reading: Reading = {}): BsonDocument {
  const value = readValue(text, reading)
  if (!isDocument(value)) throw refused('a document was expected')
  return value
}

/** Canonical Extended JSON, as it is stored and as it is sent to the SDK. */
export const writeDocument = (document: BsonDocument): string => EJSON.stringify(document, { relaxed: false })

function fromJson(json: unknown, reading: Reading, depth: number): Value {
  if (depth > DEEPEST) throw refused(`documents may nest ${DEEPEST} levels deep at most`)
  if (json === null || typeof json === 'string' || typeof json === 'boolean') return json
  if (typeof json === 'number') return numberValue(json)
  if (Array.isArray(json)) return json.map((item) => fromJson(item, reading, depth + 1))
  const entries = Object.entries(json as Record<string, unknown>)
  const special = entries.find(([name]) => TYPE_KEYS.has(name))
  if (special) {
    const [name, content] = special
    if (entries.length !== 1) throw refused(`malformed Extended JSON beside ${name}`)
    return fromTypeKey(name, content, reading)
  }
  const document: BsonDocument = {}
  for (const [name, content] of entries) {
    if (name === '__proto__') throw notSupported('a field named __proto__')
    document[name] = fromJson(content, reading, depth + 1)
  }
  return document
}

const TYPE_KEYS = new Set([
  '$numberInt',
  '$numberLong',
  '$numberDouble',
  '$numberDecimal',
  '$date',
  '$oid',
  '$regularExpression',
  '$tcb_server_date',
  '$binary',
  '$uuid',
  '$timestamp',
  '$symbol',
  '$code',
  '$scope',
  '$minKey',
  '$maxKey',
  '$dbPointer',
  '$undefined',
])

function fromTypeKey(name: string, content: unknown, reading: Reading): Value {
  switch (name) {
    case '$numberInt': {
      const number = digits(name, content)
      if (number < -0x80000000 || number > 0x7fffffff) throw refused('$numberInt is out of range')
      return new Int32(number)
    }
    case '$numberLong': {
      const number = digits(name, content)
      if (!Number.isSafeInteger(number)) throw notSupported('whole numbers beyond 2^53')
      return Long.fromNumber(number)
    }
    case '$numberDouble': {
      const number = typeof content === 'string' && content.trim() !== '' ? Number(content) : Number.NaN
      if (Number.isNaN(number) && content !== 'NaN') throw refused('malformed $numberDouble')
      return new Double(number)
    }
    case '$date':
      return date(content)
    case '$tcb_server_date':
      return serverDate(content, reading)
    case '$regularExpression':
      return pattern(content, reading)
    default:
      throw notSupported(`values of type ${name}`)
  }
}

function digits(name: string, content: unknown): number {
  if (typeof content !== 'string' || !/^-?\d{1,19}$/.test(content)) throw refused(`malformed ${name}`)
  return Number(content)
}

function date(content: unknown): Date {
  const number =
    typeof content === 'object' && content !== null && '$numberLong' in content
      ? digits('$date', content.$numberLong)
      : typeof content === 'number'
        ? content
        : typeof content === 'string'
          ? Date.parse(content)
          : Number.NaN
  const read = new Date(number)
  if (Number.isNaN(read.getTime())) throw refused('malformed $date')
  return read
}

function serverDate(content: unknown, reading: Reading): Date {
  if (reading.now === undefined) throw notSupported('$tcb_server_date here')
  const offset =
    typeof content === 'object' && content !== null && 'offset' in content
      ? fromJson(content.offset, {}, 0)
      : undefined
  if (!isNumber(offset)) throw refused('malformed $tcb_server_date')
  return new Date(reading.now + numberOf(offset))
}

function pattern(content: unknown, reading: Reading): Pattern {
  if (!reading.patterns) throw notSupported('storing a regular expression')
  if (typeof content !== 'object' || content === null || !('pattern' in content)) {
    throw refused('malformed $regularExpression')
  }
  const options = 'options' in content ? content.options : ''
  if (typeof content.pattern !== 'string' || typeof options !== 'string') {
    throw refused('malformed $regularExpression')
  }
  return new Pattern(content.pattern, options)
}
