import { refused } from './errors'
import { fieldOf, isDocument, type Value } from './values'

/** Splits a dotted path, and refuses one with an empty part. */
export function splitPath(path: string): string[] {
  const parts = path.split('.')
  if (parts.some((part) => part === '')) throw refused(`the path '${path}' contains an empty field name`)
  return parts
}

export const isIndex = (part: string): boolean => /^(?:0|[1-9]\d*)$/.test(part)

/** One thing that a path leads to. */
export interface Branch {
  /** `undefined` when the path leads to a place without a value. */
  readonly value: Value | undefined
  /** An array named by its index inside another array stands for itself: its elements are not tried. */
  readonly whole: boolean
}

/**
 * Everything that a dotted path leads to in a document, as queries see it: an array on the way is entered by index
 * and through each of its documents.
 */
export function branchesOf(within: Value, parts: readonly string[], at = 0): Branch[] {
  const part = parts[at]
  if (part === undefined) return []
  const isArray = Array.isArray(within)
  let next: Value | undefined
  if (isArray) {
    if (!isIndex(part) || Number(part) >= within.length) return []
    next = within[Number(part)]
  } else {
    next = isDocument(within) ? fieldOf(within, part) : undefined
  }
  if (at === parts.length - 1) return [{ value: next, whole: isArray && Array.isArray(next) }]
  if (!Array.isArray(next) && !isDocument(next)) return isArray ? [] : [{ value: undefined, whole: false }]
  const found = branchesOf(next, parts, at + 1)
  if (Array.isArray(next)) {
    for (const item of next) if (isDocument(item)) found.push(...branchesOf(item, parts, at + 1))
  }
  return found
}

/** The branches' values, arrays both as a whole and element by element. */
export function eachValue(branches: readonly Branch[]): (Value | undefined)[] {
  const values: (Value | undefined)[] = []
  for (const { value, whole } of branches) {
    values.push(value)
    if (Array.isArray(value) && !whole) values.push(...value)
  }
  return values
}
