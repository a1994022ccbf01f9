import { compareValues, equalValues } from '../compare'
import { notSupported, refused } from '../errors'
import { compileCondition, compileQuery, isOperators } from '../matching'
import { compileOrder } from '../order'
import { Pattern } from '../pattern'
import { type BsonDocument, cloneValue, isDocument, isNumber, numberOf, type Value } from '../values'
import type { FieldOperator } from './operator'
import { findPlace, kindOf, makePlace } from './places'

export const push: FieldOperator = ({ document, path, operand }) => {
  const { each, position, slice, sort } = pushModifiers(operand)
  const place = makePlace(document, path)
  const list = arrayAt('$push', path, place.read())
  const at =
    position === undefined ? list.length : position < 0 ? Math.max(list.length + position, 0) : position
  let pushed = [...list]
  pushed.splice(Math.min(at, list.length), 0, ...each.map(cloneValue))
  if (sort) pushed = sort(pushed)
  if (slice !== undefined) pushed = slice < 0 ? pushed.slice(slice) : pushed.slice(0, slice)
  place.write(pushed)
}

interface PushModifiers {
  readonly each: readonly Value[]
  readonly position?: number
  readonly slice?: number
  readonly sort?: (items: Value[]) => Value[]
}

function pushModifiers(operand: Value): PushModifiers {
  if (!isOperators(operand)) return { each: [operand] }
  const { $each: each, $position: position, $slice: slice, $sort: sort, ...others } = operand
  for (const name of Object.keys(others)) throw refused(`Unrecognized clause in $push: ${name}`)
  if (!Array.isArray(each)) throw refused('The argument to $each in $push must be an array')
  return {
    each,
    ...(position === undefined ? {} : { position: wholeNumber('$position', position) }),
    ...(slice === undefined ? {} : { slice: wholeNumber('$slice', slice) }),
    ...(sort === undefined ? {} : { sort: elementSorter(sort) }),
  }
}

function wholeNumber(name: string, value: Value): number {
  if (!isNumber(value) || !Number.isInteger(numberOf(value))) {
    throw refused(`The value for ${name} must be an integer value`)
  }
  return numberOf(value)
}

function elementSorter(sort: Value): (items: Value[]) => Value[] {
  if (isNumber(sort)) {
    const direction = numberOf(sort)
    if (direction !== 1 && direction !== -1) throw refused('The $sort element value must be either 1 or -1')
    return (items) => [...items].sort((left, right) => compareValues(left, right) * direction)
  }
  if (!isDocument(sort) || Object.keys(sort).length === 0) {
    throw refused('The $sort is invalid: use 1/-1 or a pattern of fields')
  }
  const order = compileOrder(sort)
  return (items) => {
    const documents = items.map((item) => {
      if (!isDocument(item)) throw notSupported('$push with $sort by field where an element is no document')
      return { document: item }
    })
    return order(documents).map(({ document }) => document)
  }
}

/** `$addToSet`: documents are equal only with their fields in the same order, as on the server. */
export const addToSet: FieldOperator = ({ document, path, operand }) => {
  const place = makePlace(document, path)
  const list = [...arrayAt('$addToSet', path, place.read())]
  for (const item of setAdditions(operand)) {
    if (!list.some((known) => equalValues(known, item))) list.push(cloneValue(item))
  }
  place.write(list)
}

function setAdditions(operand: Value): readonly Value[] {
  if (!isOperators(operand)) return [operand]
  const { $each: each, ...others } = operand
  for (const name of Object.keys(others)) throw refused(`Unrecognized clause in $addToSet: ${name}`)
  if (!Array.isArray(each)) throw refused('The argument to $each in $addToSet must be an array')
  return each
}

/** `$pop`: 1 takes the last element, -1 the first. */
export const pop: FieldOperator = ({ document, path, operand }) => {
  const end = isNumber(operand) ? numberOf(operand) : 0
  if (end !== 1 && end !== -1) throw refused(`$pop expects 1 or -1 for '${path}'`)
  const place = findPlace(document, path)
  const current = place?.read()
  if (!place || current === undefined) return
  const list = arrayAt('$pop', path, current)
  place.write(end === 1 ? list.slice(0, -1) : list.slice(1))
}

/** `$pull`: an equal element goes, or one that a condition matches. */
export const pull: FieldOperator = ({ document, path, operand }) => {
  const unwanted = pullTest(operand)
  removeElements('$pull', document, path, unwanted)
}

export const pullAll: FieldOperator = ({ document, path, operand }) => {
  if (!Array.isArray(operand)) throw refused('$pullAll requires an array argument')
  removeElements('$pullAll', document, path, (element) => operand.some((item) => equalValues(item, element)))
}

function pullTest(operand: Value): (element: Value) => boolean {
  if (operand instanceof Pattern || isOperators(operand)) {
    const test = compileCondition(operand)
    return (element) => test([{ value: element, whole: true }])
  }
  if (isDocument(operand)) {
    const matches = compileQuery(operand)
    return (element) => isDocument(element) && matches(element)
  }
  return (element) => equalValues(element, operand)
}

function removeElements(
  name: string,
  document: BsonDocument,
  path: string,
  unwanted: (element: Value) => boolean,
): void {
  const place = findPlace(document, path)
  const current = place?.read()
  if (!place || current === undefined) return
  place.write(arrayAt(name, path, current).filter((element) => !unwanted(element)))
}

/** The list at a place, empty when nothing is there. Null is something, and no list. */
function arrayAt(name: string, path: string, value: Value | undefined): readonly Value[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value
  throw refused(`The field '${path}' must be an array for ${name} but holds a ${kindOf(value)}`)
}
