import { keyOf } from './identity'
import { isOperators } from './matching'
import { Pattern } from './pattern'
import { type BsonDocument, isDocument, isNumber, numberOf, type Value } from './values'

/** How a value stands in an index: dates and numbers are kept apart, as they never equal each other. */
export type IndexKind = 'text' | 'number' | 'boolean' | 'date'

export interface IndexValue {
  readonly kind: IndexKind
  readonly value: string | number
}

/** One condition that every match meets, of those that an index can answer. */
export type FieldBound =
  | { readonly field: string; readonly oneOf: readonly IndexValue[] }
  | { readonly field: string; readonly than: '>' | '>=' | '<' | '<='; readonly bound: IndexValue }

/** What is known about a query's matches before any document is read. Documents outside it cannot match. */
export interface Narrowing {
  /** The only keys that can match, when the query names its `_id`. */
  readonly keys?: readonly string[]
  readonly bounds: readonly FieldBound[]
}

const COMPARISONS: Record<string, '>' | '>=' | '<' | '<='> = { $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' }

/** Reads off a query what narrows its candidates. Whatever it does not understand narrows nothing. */
export function narrow(query: BsonDocument): Narrowing {
  const bounds: FieldBound[] = []
  let keys: readonly string[] | undefined
  for (const [field, condition] of conditionsOf(query)) {
    if (field === '_id') {
      const named = namedKeys(condition)
      if (named) keys = keys ? keys.filter((key) => named.includes(key)) : named
    } else {
      bounds.push(...boundsOf(field, condition))
    }
  }
  return keys ? { keys, bounds } : { bounds }
}

/** The value as an index keeps it; `undefined` for what an index does not hold. */
export function indexValueOf(value: Value): IndexValue | undefined {
  if (typeof value === 'string') return { kind: 'text', value }
  if (typeof value === 'boolean') return { kind: 'boolean', value: Number(value) }
  if (value instanceof Date) return { kind: 'date', value: value.getTime() }
  if (isNumber(value) && !Number.isNaN(numberOf(value))) return { kind: 'number', value: numberOf(value) }
  return undefined
}

/** The conditions that all hold at once: the query's own and those inside its `$and`. */
function* conditionsOf(query: BsonDocument): Generator<[string, Value]> {
  for (const [name, condition] of Object.entries(query)) {
    if (name === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isDocument(part)) yield* conditionsOf(part)
    } else if (!name.startsWith('$')) {
      yield [name, condition]
    }
  }
}

function namedKeys(condition: Value): string[] | undefined {
  const values = equalTo(condition)
  return values?.every((value) => typeof value === 'string' || isNumber(value))
    ? values.map(keyOf)
    : undefined
}

/** The values of which a match must equal one. */
function equalTo(condition: Value): readonly Value[] | undefined {
  if (!isOperators(condition)) return [condition]
  if (condition.$eq !== undefined) return [condition.$eq]
  return Array.isArray(condition.$in) ? condition.$in : undefined
}

function boundsOf(field: string, condition: Value): FieldBound[] {
  if (condition instanceof Pattern) return []
  const equal = equalTo(condition)
  if (equal) {
    const oneOf = equal.map(indexValueOf).filter((value) => isWritable(value))
    // A value that no index holds (null, a document, infinity) can match documents that the index does not know.
    return oneOf.length === equal.length ? [{ field, oneOf }] : []
  }
  if (!isDocument(condition)) return []
  return Object.entries(condition).flatMap(([operator, operand]): FieldBound[] => {
    const than = COMPARISONS[operator]
    const bound = than && indexValueOf(operand)
    return than && bound ? [{ field, than, bound }] : []
  })
}

function isWritable(value: IndexValue | undefined): value is IndexValue {
  return value !== undefined && (typeof value.value === 'string' || Number.isFinite(value.value))
}
