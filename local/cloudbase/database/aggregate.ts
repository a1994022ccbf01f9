import { notSupported, refused } from './errors'
import { compileGroup } from './grouping'
import { compileQuery } from './matching'
import { compileOrder } from './order'
import { compileProjection } from './projection'
import {
  type BsonDocument,
  fieldOf,
  isDocument,
  isNumber,
  numberOf,
  numberValue,
  readValue,
  type Value,
} from './values'

type Documents = readonly BsonDocument[]
type Stage = (documents: Documents) => Documents

/**
 * Runs an aggregation: `find` gives the documents of a query. The stages are few, and each means what it means on the
 * server; all others are refused.
 */
export function runAggregate(
  stages: unknown,
  now: number,
  find: (query: BsonDocument) => Documents,
): Documents {
  if (!Array.isArray(stages)) throw refused('stages must be a list')
  const read = stages.map((stage: unknown) => readStage(stage, now))
  const [first] = read
  const start = first?.key === '$match' ? 1 : 0
  const query = start === 1 ? first?.value : {}
  if (query === undefined || !isDocument(query))
    throw refused('the match filter must be an expression in an object')
  const compiled = read.slice(start).map(({ key, value }) => compileStage(key, value))
  return compiled.reduce((documents, stage) => stage(documents), find(query))
}

function readStage(stage: unknown, now: number): { key: string; value: Value } {
  if (typeof stage !== 'object' || stage === null || !('stageKey' in stage) || !('stageValue' in stage)) {
    throw refused('a stage needs stageKey and stageValue')
  }
  const { stageKey, stageValue } = stage
  if (typeof stageKey !== 'string' || typeof stageValue !== 'string') throw refused('a malformed stage')
  return { key: stageKey, value: readValue(stageValue, { now, patterns: stageKey === '$match' }) }
}

function compileStage(key: string, value: Value): Stage {
  switch (key) {
    case '$match': {
      const matches = compileQuery(objectOf(key, value))
      return (documents) => documents.filter(matches)
    }
    case '$sort': {
      const sort = compileOrder(objectOf(key, value))
      return (documents) => sort(documents.map((document) => ({ document }))).map(({ document }) => document)
    }
    case '$skip': {
      const count = wholeNumber(key, value, 0)
      return (documents) => documents.slice(count)
    }
    case '$limit': {
      const count = wholeNumber(key, value, 1)
      return (documents) => documents.slice(0, count)
    }
    case '$count': {
      if (typeof value !== 'string' || value === '' || /[.$\0]/.test(value))
        throw refused('$count needs a field name')
      return (documents) => (documents.length === 0 ? [] : [{ [value]: numberValue(documents.length) }])
    }
    case '$project': {
      const project = compileProjection(objectOf(key, value))
      return (documents) => documents.map(project)
    }
    case '$group':
      return compileGroup(objectOf(key, value))
    case '$unwind':
      return unwind(value)
    default:
      throw notSupported(`the aggregation stage ${key}`)
  }
}

/** `$unwind` of a top-level field: one document for each element; none for a missing, null or empty one. */
function unwind(value: Value): Stage {
  const path = isDocument(value) && Object.keys(value).length === 1 ? value.path : value
  if (typeof path !== 'string' || !path.startsWith('$'))
    throw notSupported('$unwind other than by a $field alone')
  const name = path.slice(1)
  if (name === '' || name.includes('.') || name.startsWith('$')) throw notSupported(`$unwind of ${path}`)
  return (documents) =>
    documents.flatMap((document) => {
      const list = fieldOf(document, name)
      if (list === undefined || list === null) return []
      return Array.isArray(list) ? list.map((item) => ({ ...document, [name]: item })) : [document]
    })
}

function objectOf(key: string, value: Value): BsonDocument {
  if (!isDocument(value)) throw refused(`${key} needs an object`)
  return value
}

function wholeNumber(key: string, value: Value, least: number): number {
  const number = isNumber(value) ? numberOf(value) : Number.NaN
  if (!Number.isInteger(number) || number < least)
    throw refused(`${key} needs a whole number, ${least} at least`)
  return number
}
