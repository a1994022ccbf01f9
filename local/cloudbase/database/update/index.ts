import { equalValues } from '../compare'
import { notSupported, refused } from '../errors'
import { type BsonDocument, cloneDocument, isDocument } from '../values'
import { addToSet, pop, pull, pullAll, push } from './arrays'
import { greatest, rename, set, setOnInsert, smallest, unset } from './fields'
import { increment, multiply } from './numbers'
import type { FieldOperator } from './operator'
import { updatePath } from './places'

export { assertStorable } from './places'

/** A compiled update: gives the changed document and leaves the one it was given alone. */
export type Update = (document: BsonDocument, inserting?: boolean) => BsonDocument

const OPERATORS: Record<string, FieldOperator> = {
  $set: set,
  $setOnInsert: setOnInsert,
  $unset: unset,
  $inc: increment,
  $mul: multiply,
  $min: smallest,
  $max: greatest,
  $rename: rename,
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
}

/**
 * Compiles an update of operators, as strict as the server: an unknown operator, two changes of one path, a path
 * through a value that cannot hold it, a change of `_id` are refused, and then nothing is changed.
 */
export function compileUpdate(update: BsonDocument): Update {
  const steps = Object.entries(update).flatMap(([name, fields]) => {
    if (!name.startsWith('$')) throw refused(`Unknown modifier: ${name}`)
    const operator = OPERATORS[name]
    if (!operator) throw notSupported(`the update operator ${name}`)
    if (!isDocument(fields)) throw refused(`Modifiers operate on fields but ${name} has none`)
    return Object.entries(fields).map(([path, operand]) => ({ name, operator, path, operand }))
  })
  if (steps.length === 0) throw refused('the update changes nothing: it has no fields')
  assertNoConflict(
    steps.flatMap(({ name, path, operand }) =>
      name === '$rename' && typeof operand === 'string' && operand !== path ? [path, operand] : [path],
    ),
  )
  return (document, inserting = false) => {
    const changed = cloneDocument(document)
    for (const { operator, path, operand } of steps) operator({ document: changed, path, operand, inserting })
    const before = document._id
    if (before !== undefined && (changed._id === undefined || !equalValues(before, changed._id))) {
      throw refused("Performing an update on the path '_id' would modify the immutable field '_id'")
    }
    return changed
  }
}

/** Two changes may not touch the same place, nor one a part of the other's place. */
function assertNoConflict(paths: readonly string[]): void {
  const seen = new Set<string>()
  for (const path of paths.map((path) => updatePath(path).join('.')).sort()) {
    for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
      const outer = path.slice(0, end)
      if (seen.has(outer)) throw refused(`Updating the path '${path}' would create a conflict at '${outer}'`)
    }
    seen.add(path)
  }
}
