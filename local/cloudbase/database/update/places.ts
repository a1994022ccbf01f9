import { notSupported, refused } from '../errors'
import { isIndex, splitPath } from '../paths'
import { Pattern } from '../pattern'
import { type BsonDocument, fieldOf, isDocument, type Value, writeDocument } from '../values'

/** MongoDB's own limit of the nulls that a write past an array's end may fill in. */
const MOST_PADDING = 1_500_000

/** One place in a document that an update touches: it can be read, written and taken away. */
export interface Place {
  read(): Value | undefined
  write(value: Value): void
  /** Takes the field away. An element of an array becomes null, so that the others keep their index. */
  unset(): void
  readonly insideArray: boolean
}

/** Splits an update's path, and refuses the forms that only a server resolves. */
export function updatePath(path: string): string[] {
  const parts = splitPath(path)
  for (const part of parts) {
    if (part.startsWith('$')) throw notSupported(`'${part}' in the update path '${path}'`)
    if (part === '__proto__') throw notSupported('a field named __proto__')
  }
  return parts
}

/** The place if everything on the way to it is there, else `undefined`. Nothing is changed. */
export function findPlace(root: BsonDocument, path: string): Place | undefined {
  const parts = updatePath(path)
  let within: Value = root
  let insideArray = false
  for (const part of parts.slice(0, -1)) {
    const next = childOf(within, part)
    if (next === undefined) return undefined
    insideArray ||= Array.isArray(within)
    within = next
  }
  return placeIn(within, parts.at(-1) ?? '', insideArray)
}

/** The place, with documents made on the way to it where nothing is; refused where a value is in the way. */
export function makePlace(root: BsonDocument, path: string): Place {
  const parts = updatePath(path)
  let within: Value = root
  let insideArray = false
  for (const [index, part] of parts.entries()) {
    insideArray ||= Array.isArray(within)
    const place = placeIn(within, part, insideArray)
    if (!place) {
      const holder = parts[index - 1] ?? ''
      const shown = Array.isArray(within) || isDocument(within) ? 'an array' : describe(within)
      throw refused(`Cannot create field '${part}' in element {${holder}: ${shown}}`)
    }
    if (index === parts.length - 1) return place
    let next = place.read()
    if (next === undefined) {
      next = {}
      place.write(next)
    }
    within = next
  }
  throw refused('an update path is empty')
}

function childOf(within: Value, part: string): Value | undefined {
  if (Array.isArray(within)) return isIndex(part) ? within[Number(part)] : undefined
  return isDocument(within) ? fieldOf(within, part) : undefined
}

function placeIn(within: Value, part: string, insideArray: boolean): Place | undefined {
  if (Array.isArray(within)) {
    if (!isIndex(part)) return undefined
    const index = Number(part)
    return {
      insideArray: true,
      read: () => within[index],
      write: (value) => {
        if (index - within.length > MOST_PADDING)
          throw refused(`the index ${part} is too far past the array's end`)
        while (within.length < index) within.push(null)
        within[index] = value
      },
      unset: () => {
        if (index < within.length) within[index] = null
      },
    }
  }
  if (!isDocument(within)) return undefined
  return {
    insideArray,
    read: () => fieldOf(within, part),
    write: (value) => {
      within[part] = value
    },
    unset: () => {
      delete within[part]
    },
  }
}

/** A value as it is shown in a refusal: its kind only, so that no personal data gets into a log. */
function describe(value: Value): string {
  return value === null ? 'null' : `a ${kindOf(value)}`
}

export function kindOf(value: Value): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (isDocument(value)) return 'object'
  return typeof value === 'object' ? 'number' : typeof value
}

const LARGEST_DOCUMENT = 16 * 1024 * 1024

/** Refuses what the server does not store: operators as field names, `_id` of a wrong kind, more than 16 MB. */
export function assertStorable(document: BsonDocument): string {
  assertNames(document, '', 0)
  const id = document._id
  if (id === undefined || id === null || Array.isArray(id))
    throw refused(`can't use ${kindOf(id ?? null)} for _id`)
  const text = writeDocument(document)
  if (Buffer.byteLength(text) > LARGEST_DOCUMENT) throw refused('a document may hold 16 MB at most')
  return text
}

function assertNames(value: Value, path: string, depth: number): void {
  if (depth > 100) throw refused('documents may nest 100 levels deep at most')
  if (Array.isArray(value)) {
    for (const item of value) assertNames(item, path, depth + 1)
    return
  }
  if (value instanceof Pattern) throw notSupported('storing a regular expression')
  if (!isDocument(value)) return
  for (const [name, content] of Object.entries(value)) {
    if (name.startsWith('$')) {
      throw refused(`The dollar ($) prefixed field '${name}' in '${path}${name}' is not valid for storage.`)
    }
    if (name === '') throw notSupported('a field with an empty name')
    if (name.includes('.')) throw notSupported(`a field name with a dot: '${name}'`)
    if (name.includes('\0')) throw refused('a field name cannot contain a null byte')
    assertNames(content, `${path}${name}.`, depth + 1)
  }
}
