import { compareValues } from './compare'
import { notSupported, refused } from './errors'
import { branchesOf, splitPath } from './paths'
import { type BsonDocument, isNumber, numberOf, type Value } from './values'

/** Sorts documents by fields (`1` upwards, `-1` downwards); ties keep the order they came in. */
export type Sorter = <T extends { readonly document: BsonDocument }>(items: readonly T[]) => T[]

/** Compiles an order such as `{ createdAt: -1, _id: 1 }`; a missing field sorts as null. */
export function compileOrder(order: BsonDocument): Sorter {
  const keys = Object.entries(order).map(([name, value]) => {
    const direction = isNumber(value) ? numberOf(value) : 0
    if (direction !== 1 && direction !== -1) throw refused(`the order of ${name} must be 1 or -1`)
    return { parts: splitPath(name), direction }
  })
  return (items) => {
    const keyed = items.map((item) => ({
      item,
      values: keys.map(({ parts, direction }) => sortValue(item.document, parts, direction)),
    }))
    keyed.sort((left, right) => {
      for (const [index, { direction }] of keys.entries()) {
        const order = compareValues(left.values[index] ?? null, right.values[index] ?? null)
        if (order !== 0) return order * direction
      }
      return 0
    })
    return keyed.map(({ item }) => item)
  }
}

/** What a document is sorted by: of an array, its smallest element upwards and its greatest downwards. */
function sortValue(document: BsonDocument, parts: readonly string[], direction: number): Value {
  const values: Value[] = []
  for (const { value, whole } of branchesOf(document, parts)) {
    if (!Array.isArray(value) || whole) values.push(value ?? null)
    else if (value.length === 0)
      throw notSupported(`sorting by ${parts.join('.')} where it is an empty array`)
    else values.push(...value)
  }
  return (
    values.reduce<Value | undefined>((best, value) => {
      if (best === undefined) return value
      return compareValues(value, best) * direction < 0 ? value : best
    }, undefined) ?? null
  )
}
