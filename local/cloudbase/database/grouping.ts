import { Double } from 'bson'
import { compareValues, equalValues } from './compare'
import { notSupported, refused } from './errors'
import { splitPath } from './paths'
import { type BsonDocument, fieldOf, isDocument, isNumber, numberOf, numberValue, type Value } from './values'

/** What a document gives for an expression; `undefined` when there is nothing at the path. */
type Expression = (document: BsonDocument) => Value | undefined

/** Makes one value of what the documents of a group gave. */
type Accumulator = (given: readonly (Value | undefined)[]) => Value

/**
 * Compiles `$group`: `_id` is null, one `$field`, or an object of them; every other field is one accumulator over a
 * `$field` or, for `$sum`, a number. Groups come in the order of their first document.
 */
export function compileGroup(spec: BsonDocument): (documents: readonly BsonDocument[]) => BsonDocument[] {
  const { _id, ...fields } = spec
  if (_id === undefined) throw refused("a group specification must include an '_id'")
  const identify = groupId(_id)
  const outputs = Object.entries(fields).map(([name, spec]) => ({ name, ...accumulation(name, spec) }))
  return (documents) => {
    const groups = new Map<string, { id: Value; members: BsonDocument[] }>()
    for (const document of documents) {
      const id = identify(document)
      const key = JSON.stringify(sameKey(id))
      const group = groups.get(key) ?? { id, members: [] }
      groups.set(key, group)
      group.members.push(document)
    }
    return [...groups.values()].map(({ id, members }) => {
      const result: BsonDocument = { _id: id }
      for (const { name, expression, accumulate } of outputs)
        result[name] = accumulate(members.map(expression))
      return result
    })
  }
}

function groupId(spec: Value): (document: BsonDocument) => Value {
  if (spec === null) return () => null
  if (typeof spec === 'string') {
    const expression = fieldExpression(spec)
    return (document) => expression(document) ?? null
  }
  if (!isDocument(spec)) throw notSupported('a group by a constant')
  const parts = Object.entries(spec).map(([name, part]) => {
    if (name.startsWith('$') || typeof part !== 'string') throw notSupported('a group by an expression')
    return [name, fieldExpression(part)] as const
  })
  return (document) => {
    const id: BsonDocument = {}
    for (const [name, expression] of parts) {
      const value = expression(document)
      if (value !== undefined) id[name] = value
    }
    return id
  }
}

/** A `$field` path as aggregations read it: an array on the way gives the list of what its documents hold. */
function fieldExpression(text: string): Expression {
  if (text.startsWith('$$') || !text.startsWith('$'))
    throw notSupported(`the aggregation expression '${text}'`)
  const parts = splitPath(text.slice(1))
  return (document) => valueAt(document, parts)
}

function valueAt(document: BsonDocument, [part = '', ...rest]: readonly string[]): Value | undefined {
  const value = fieldOf(document, part)
  if (value === undefined || rest.length === 0) return value
  if (isDocument(value)) return valueAt(value, rest)
  if (!Array.isArray(value)) return undefined
  return value
    .filter((item) => isDocument(item))
    .map((item) => valueAt(item, rest))
    .filter((item) => item !== undefined)
}

function accumulation(name: string, spec: Value): { expression: Expression; accumulate: Accumulator } {
  if (name.includes('.') || name.startsWith('$'))
    throw refused(`the field name '${name}' cannot be grouped into`)
  const [operator, operand, ...others] = isDocument(spec) ? Object.entries(spec).flat() : []
  if (typeof operator !== 'string' || operand === undefined || others.length > 0) {
    throw refused(`the field '${name}' must specify one accumulator`)
  }
  const accumulate = ACCUMULATORS[operator]
  if (!accumulate) throw notSupported(`the aggregation expression ${operator}`)
  if (operator === '$sum' && isNumber(operand)) return { expression: () => operand, accumulate }
  if (typeof operand !== 'string') throw notSupported(`${operator} of anything but a field`)
  return { expression: fieldExpression(operand), accumulate }
}

const ACCUMULATORS: Record<string, Accumulator> = {
  $sum: (given) => {
    const numbers = given.filter((value) => isNumber(value))
    const sum = numbers.reduce((total, value) => total + numberOf(value), 0)
    if (numbers.some((value) => value instanceof Double)) return new Double(sum)
    if (!Number.isSafeInteger(sum)) throw notSupported('whole numbers beyond 2^53')
    return numberValue(sum)
  },
  $avg: (given) => {
    const numbers = given.filter((value) => isNumber(value)).map(numberOf)
    if (numbers.length === 0) return null
    return new Double(numbers.reduce((total, value) => total + value, 0) / numbers.length)
  },
  $min: (given) => extreme(given, -1),
  $max: (given) => extreme(given, 1),
  $first: (given) => given[0] ?? null,
  $last: (given) => given.at(-1) ?? null,
  $push: (given) => given.filter((value) => value !== undefined),
  $addToSet: (given) => {
    const set: Value[] = []
    for (const value of given) {
      if (value !== undefined && !set.some((known) => equalValues(known, value))) set.push(value)
    }
    return set
  },
}

/** The least or greatest of what is neither missing nor null, in the server's order of types. */
function extreme(given: readonly (Value | undefined)[], wanted: 1 | -1): Value {
  let best: Value = null
  for (const value of given) {
    if (value === undefined || value === null) continue
    if (best === null || compareValues(value, best) * wanted > 0) best = value
  }
  return best
}

/** A text for the key of a group: equal values give the same one, so 1 and 1.0 do, and other types never. */
function sameKey(value: Value): unknown {
  if (isNumber(value)) return ['number', String(numberOf(value) + 0)]
  if (value instanceof Date) return ['date', value.getTime()]
  if (Array.isArray(value)) return ['array', value.map(sameKey)]
  if (isDocument(value)) return ['object', Object.entries(value).map(([name, part]) => [name, sameKey(part)])]
  return value
}
