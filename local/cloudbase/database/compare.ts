import { Pattern } from './pattern'
import { type BsonDocument, isDocument, isNumber, numberOf, type Value } from './values'

/** The server's order of types: null, numbers, text, documents, arrays, true and false, dates, patterns. */
export function typeRank(value: Value): number {
  if (value === null) return 5
  if (isNumber(value)) return 10
  if (typeof value === 'string') return 15
  if (typeof value === 'boolean') return 40
  if (value instanceof Date) return 45
  if (value instanceof Pattern) return 55
  return Array.isArray(value) ? 25 : 20
}

/** Orders any two values as the server does; 0 means equal, so 1 and 1.0 are equal and so are two NaN. */
export function compareValues(left: Value, right: Value): number {
  const ranks = typeRank(left) - typeRank(right)
  if (ranks !== 0) return ranks
  if (isNumber(left) && isNumber(right)) return compareNumbers(numberOf(left), numberOf(right))
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right)
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right)
  if (left instanceof Date && right instanceof Date) return left.getTime() - right.getTime()
  if (Array.isArray(left) && Array.isArray(right)) return compareArrays(left, right)
  if (left instanceof Pattern && right instanceof Pattern) {
    return compareTexts(left.source, right.source) || compareTexts(left.options, right.options)
  }
  if (isDocument(left) && isDocument(right)) return compareDocuments(left, right)
  return 0
}

export const equalValues = (left: Value, right: Value): boolean => compareValues(left, right) === 0

function compareNumbers(left: number, right: number): number {
  if (left < right) return -1
  if (left > right) return 1
  if (left === right) return 0
  // Only NaN is left. It comes before every number and equals itself.
  return Number(Number.isNaN(right)) - Number(Number.isNaN(left))
}

/** Byte order of UTF-8, which is not the order of JavaScript's UTF-16 units. */
function compareTexts(left: string, right: string): number {
  return left === right ? 0 : Buffer.compare(Buffer.from(left), Buffer.from(right))
}

function compareArrays(left: readonly Value[], right: readonly Value[]): number {
  for (const [index, item] of left.entries()) {
    const other = right[index]
    if (other === undefined) return 1
    const order = compareValues(item, other)
    if (order !== 0) return order
  }
  return left.length - right.length
}

function compareDocuments(left: BsonDocument, right: BsonDocument): number {
  const others = Object.entries(right)
  const own = Object.entries(left)
  for (const [index, [name, value]] of own.entries()) {
    const other = others[index]
    if (other === undefined) return 1
    const order =
      typeRank(value) - typeRank(other[1]) || compareTexts(name, other[0]) || compareValues(value, other[1])
    if (order !== 0) return order
  }
  return own.length - others.length
}
