import { compareValues, equalValues, typeRank } from './compare'
import { notSupported, refused } from './errors'
import { type Branch, branchesOf, eachValue, splitPath } from './paths'
import { Pattern } from './pattern'
import { type BsonDocument, isDocument, isNumber, numberOf, type Value } from './values'

export type Matcher = (document: BsonDocument) => boolean

/** Decides over the places that one path leads to. */
type BranchTest = (branches: readonly Branch[]) => boolean

/**
 * Compiles a query into a test, with the server's meaning: types do not mix in comparisons, `null` matches a missing
 * field, an array matches when one of its elements does. Operators that are not here are refused.
 */
export function compileQuery(query: BsonDocument): Matcher {
  const tests = Object.entries(query).map(([name, condition]) => {
    if (name.startsWith('$')) return logical(name, condition)
    const parts = splitPath(name)
    const test = compileCondition(condition)
    return (document: BsonDocument) => test(branchesOf(document, parts))
  })
  return (document) => tests.every((test) => test(document))
}

/** Compiles what stands at a field: a plain value, a pattern, or operators. */
export function compileCondition(condition: Value): BranchTest {
  if (condition instanceof Pattern) return anyValue(matchesPattern(condition))
  if (!isOperators(condition)) return equals(condition)
  const names = Object.keys(condition)
  const tests = Object.entries(condition).map(([operator, operand]): BranchTest => {
    if (operator === '$options') {
      if (!names.includes('$regex')) throw refused('$options needs a $regex')
      return () => true
    }
    if (operator === '$regex') return anyValue(matchesPattern(patternOf(operand, condition.$options)))
    const compile = FIELD_OPERATORS[operator]
    if (!compile) throw notSupported(`the query operator ${operator}`)
    return compile(operand)
  })
  return (branches) => tests.every((test) => test(branches))
}

/** Whether a document is made of operators; one that mixes operators and fields is refused. */
export function isOperators(value: Value): value is BsonDocument {
  if (!isDocument(value)) return false
  const names = Object.keys(value)
  const operators = names.filter((name) => name.startsWith('$'))
  if (operators.length > 0 && operators.length < names.length) {
    throw refused(`operators and fields are mixed: ${names.join(', ')}`)
  }
  return operators.length > 0
}

function logical(name: string, operand: Value): Matcher {
  if (name !== '$and' && name !== '$or' && name !== '$nor') throw notSupported(`the query operator ${name}`)
  if (!Array.isArray(operand) || operand.length === 0) throw refused(`${name} must be a nonempty array`)
  const tests = operand.map((part) => {
    if (!isDocument(part)) throw refused(`${name} entries need to be full objects`)
    return compileQuery(part)
  })
  if (name === '$and') return (document) => tests.every((test) => test(document))
  if (name === '$or') return (document) => tests.some((test) => test(document))
  return (document) => !tests.some((test) => test(document))
}

const FIELD_OPERATORS: Record<string, (operand: Value) => BranchTest> = {
  $eq: (operand) => equals(noPattern('$eq', operand)),
  $ne: (operand) => not(equals(noPattern('$ne', operand))),
  $gt: (operand) => ordered('$gt', operand, (order) => order > 0, false),
  $gte: (operand) => ordered('$gte', operand, (order) => order >= 0, true),
  $lt: (operand) => ordered('$lt', operand, (order) => order < 0, false),
  $lte: (operand) => ordered('$lte', operand, (order) => order <= 0, true),
  $in: (operand) => oneOf('$in', operand),
  $nin: (operand) => not(oneOf('$nin', operand)),
  $not: (operand) => {
    if (!(operand instanceof Pattern) && !isOperators(operand))
      throw refused('$not needs a regex or operators')
    return not(compileCondition(operand))
  },
  $exists: (operand) => {
    const wanted = truth(operand)
    return (branches) => branches.some(({ value }) => value !== undefined) === wanted
  },
  $size: (operand) => {
    const size = isNumber(operand) ? numberOf(operand) : Number.NaN
    if (!Number.isInteger(size) || size < 0) throw refused('$size must be a whole number, not negative')
    return (branches) => branches.some(({ value }) => Array.isArray(value) && value.length === size)
  },
  $all: (operand) => {
    if (!Array.isArray(operand)) throw refused('$all needs an array')
    const tests = operand.map((item) => {
      if (isOperators(item)) throw notSupported('operators inside $all')
      return item instanceof Pattern ? anyValue(matchesPattern(item)) : equals(item)
    })
    return (branches) => tests.length > 0 && tests.every((test) => test(branches))
  },
  $elemMatch: (operand) => {
    if (!isDocument(operand)) throw refused('$elemMatch needs an Object')
    const test = elementTest(operand)
    return (branches) => branches.some(({ value }) => Array.isArray(value) && value.some(test))
  },
  $mod: (operand) => {
    const numbers = Array.isArray(operand) ? operand : []
    const [divisor, remainder] = numbers.map((item) =>
      isNumber(item) ? Math.trunc(numberOf(item)) : Number.NaN,
    )
    if (numbers.length !== 2 || divisor === undefined || remainder === undefined) {
      throw refused('malformed mod, needs a divisor and a remainder')
    }
    if (!Number.isFinite(divisor) || !Number.isFinite(remainder)) throw refused('malformed mod, not a number')
    if (divisor === 0) throw refused('divisor cannot be 0')
    return anyValue((value) => isNumber(value) && Math.trunc(numberOf(value)) % divisor === remainder)
  },
}

function elementTest(operand: BsonDocument): (element: Value) => boolean {
  // Logical operators take whole queries, so an $elemMatch of only those is about documents.
  const names = Object.keys(operand)
  const aboutDocuments =
    !isOperators(operand) || names.every((name) => ['$and', '$or', '$nor'].includes(name))
  if (aboutDocuments) {
    const matches = compileQuery(operand)
    return (element) => isDocument(element) && matches(element)
  }
  const test = compileCondition(operand)
  return (element) => test([{ value: element, whole: true }])
}

const anyValue =
  (test: (value: Value | undefined) => boolean): BranchTest =>
  (branches) =>
    eachValue(branches).some(test)

const not =
  (test: BranchTest): BranchTest =>
  (branches) =>
    !test(branches)

function equals(operand: Value): BranchTest {
  return anyValue((value) => (value === undefined ? operand === null : equalValues(value, operand)))
}

function ordered(
  name: string,
  operand: Value,
  holds: (order: number) => boolean,
  withEqual: boolean,
): BranchTest {
  noPattern(name, operand)
  if (operand === null) return withEqual ? equals(null) : () => false
  const rank = typeRank(operand)
  const isNan = (value: Value) => isNumber(value) && Number.isNaN(numberOf(value))
  return anyValue((value) => {
    if (value === undefined || typeRank(value) !== rank) return false
    if (isNan(operand) || isNan(value)) return withEqual && isNan(operand) && isNan(value)
    return holds(compareValues(value, operand))
  })
}

function oneOf(name: string, operand: Value): BranchTest {
  if (!Array.isArray(operand)) throw refused(`${name} needs an array`)
  const tests = operand.map((item) => {
    if (isOperators(item)) throw refused(`cannot nest $ under ${name}`)
    return item instanceof Pattern ? anyValue(matchesPattern(item)) : equals(item)
  })
  return (branches) => tests.some((test) => test(branches))
}

const matchesPattern =
  (pattern: Pattern) =>
  (value: Value | undefined): boolean =>
    typeof value === 'string' && pattern.test(value)

function patternOf(source: Value, options: Value | undefined): Pattern {
  if (options !== undefined && typeof options !== 'string') throw refused('$options has to be a string')
  if (source instanceof Pattern) {
    if (options !== undefined && source.options !== '')
      throw refused('options set in both $regex and $options')
    return new Pattern(source.source, options ?? source.options)
  }
  if (typeof source !== 'string') throw refused('$regex has to be a string')
  return new Pattern(source, options ?? '')
}

function noPattern(name: string, operand: Value): Value {
  if (operand instanceof Pattern) {
    throw name === '$eq'
      ? notSupported('$eq with a regular expression')
      : refused(`${name} cannot take a regex`)
  }
  return operand
}

function truth(operand: Value): boolean {
  if (isNumber(operand)) return numberOf(operand) !== 0
  return operand !== null && operand !== false
}
