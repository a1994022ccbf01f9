import { notSupported, refused } from './errors'
import { splitPath } from './paths'
import { type BsonDocument, fieldOf, isDocument, isNumber, numberOf, type Value } from './values'

export type Projector = (document: BsonDocument) => BsonDocument

/** The named fields as a tree; `true` is a whole field. */
interface FieldTree {
  [name: string]: FieldTree | true
}

/** Compiles `{ name: 1, 'address.city': 1 }` or `{ secret: 0 }`. `_id` comes along unless it is switched off. */
export function compileProjection(projection: BsonDocument): Projector {
  const flags = Object.entries(projection).map(([name, value]) => [name, flag(name, value)] as const)
  const fields = flags.filter(([name]) => name !== '_id')
  const withId = flags.find(([name]) => name === '_id')?.[1]
  const including = fields.length > 0 ? fields.every(([, wanted]) => wanted) : withId === true
  if (fields.some(([, wanted]) => wanted !== including)) {
    throw refused('a projection cannot both include and exclude fields')
  }
  if (!including && withId === true && fields.length > 0) {
    throw notSupported('a projection that includes _id and excludes other fields')
  }
  const tree: FieldTree = {}
  for (const [name] of fields) plant(tree, name)
  if (withId === including || (including && withId === undefined)) tree._id = true
  return (document) => (including ? include(document, tree) : exclude(document, tree))
}

function flag(name: string, value: Value): boolean {
  if (isNumber(value)) return numberOf(value) !== 0
  if (typeof value === 'boolean') return value
  throw notSupported(`the projection of ${name}: only 1 and 0 are done`)
}

function plant(tree: FieldTree, path: string): void {
  const parts = splitPath(path)
  if (parts.some((part) => part.startsWith('$'))) throw notSupported(`the projection of ${path}`)
  let node = tree
  for (const [index, part] of parts.entries()) {
    const known = Object.hasOwn(node, part) ? node[part] : undefined
    const last = index === parts.length - 1
    if (known === true || (last && known !== undefined)) throw refused(`path collision at ${path}`)
    if (last) {
      node[part] = true
    } else {
      const branch: FieldTree = known ?? {}
      node[part] = branch
      node = branch
    }
  }
}

function include(document: BsonDocument, tree: FieldTree): BsonDocument {
  const picked: BsonDocument = {}
  for (const [name, value] of Object.entries(document)) {
    const branch = Object.hasOwn(tree, name) ? tree[name] : undefined
    if (branch === undefined) continue
    const kept = branch === true ? value : includeWithin(value, branch)
    if (kept !== undefined) picked[name] = kept
  }
  return picked
}

function includeWithin(value: Value, tree: FieldTree): Value | undefined {
  if (isDocument(value)) return include(value, tree)
  if (!Array.isArray(value)) return undefined
  return value.map((item) => includeWithin(item, tree)).filter((item) => item !== undefined)
}

function exclude(document: BsonDocument, tree: FieldTree): BsonDocument {
  const kept: BsonDocument = {}
  for (const name of Object.keys(document)) {
    const branch = Object.hasOwn(tree, name) ? tree[name] : undefined
    const value = fieldOf(document, name)
    if (branch === true || value === undefined) continue
    kept[name] = branch === undefined ? value : excludeWithin(value, branch)
  }
  return kept
}

function excludeWithin(value: Value, tree: FieldTree): Value {
  if (isDocument(value)) return exclude(value, tree)
  return Array.isArray(value) ? value.map((item) => excludeWithin(item, tree)) : value
}
