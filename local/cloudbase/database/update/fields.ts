import { compareValues } from '../compare'
import { refused } from '../errors'
import { cloneValue } from '../values'
import type { FieldOperator } from './operator'
import { findPlace, makePlace, updatePath } from './places'

export const set: FieldOperator = ({ document, path, operand }) => {
  makePlace(document, path).write(cloneValue(operand))
}

export const setOnInsert: FieldOperator = (change) => {
  if (change.inserting) set(change)
}

export const unset: FieldOperator = ({ document, path }) => {
  const place = findPlace(document, path)
  if (place?.read() !== undefined) place?.unset()
}

/** `$min` and `$max` compare as sorting does, across types too. */
const keep =
  (wanted: 1 | -1): FieldOperator =>
  ({ document, path, operand }) => {
    const place = makePlace(document, path)
    const current = place.read()
    if (current === undefined || compareValues(operand, current) * wanted > 0)
      place.write(cloneValue(operand))
  }

export const smallest = keep(-1)
export const greatest = keep(1)

/** `$rename`: what the new name held is replaced; a missing field is left alone; arrays are not entered. */
export const rename: FieldOperator = ({ document, path, operand }) => {
  if (typeof operand !== 'string') throw refused(`The 'to' field for $rename must be a string: ${path}`)
  updatePath(operand)
  if (operand === path) throw refused(`The source and target field for $rename must differ: ${path}`)
  const source = findPlace(document, path)
  if (source?.insideArray) throw refused(`The source field cannot be an array element: ${path}`)
  const value = source?.read()
  if (!source || value === undefined) return
  const target = findPlace(document, operand)
  if (target?.insideArray) throw refused(`The destination field cannot be an array element: ${operand}`)
  source.unset()
  makePlace(document, operand).write(value)
}
