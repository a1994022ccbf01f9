import { Aggregator } from 'mingo'
import { notSupported, refused } from './errors'
import { compileQuery } from './matching'
import { compileOrder } from './order'
import { fromPlain, toPlain } from './plain'
import { compileProjection } from './projection'
import { type BsonDocument, isDocument, isNumber, numberOf, readValue, type Value } from './values'

type Documents = readonly BsonDocument[]
type Stage = (documents: Documents) => Documents

/**
 * Runs an aggregation: `find` gives the documents of a query. Stages about whole documents are done here, with the
 * same meaning as in queries; those that calculate go to mingo, limited to expressions whose results are the
 * server's.
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
      return (documents) => (documents.length === 0 ? [] : [{ [value]: fromPlain(documents.length) }])
    }
    case '$project': {
      const fields = objectOf(key, value)
      if (!Object.values(fields).every((wanted) => isNumber(wanted) || typeof wanted === 'boolean')) {
        return calculated(key, fields)
      }
      const project = compileProjection(fields)
      return (documents) => documents.map(project)
    }
    case '$group':
    case '$addFields':
    case '$unwind':
    case '$replaceRoot':
      return calculated(key, value)
    default:
      throw notSupported(`the aggregation stage ${key}`)
  }
}

function calculated(key: string, value: Value): Stage {
  assertExpressions(value)
  const aggregator = new Aggregator([{ [key]: toPlain(value) }])
  return (documents) => {
    let results: unknown[]
    try {
      results = aggregator.run(documents.map((document) => toPlain(document) as Record<string, unknown>))
    } catch (error) {
      throw refused(`${key} failed: ${error instanceof Error ? error.message : 'unknown reason'}`)
    }
    return results.map((result) => objectOf(key, fromPlain(result)))
  }
}

/** Expressions and accumulators that mingo calculates as the server does. */
const EXPRESSIONS = new Set([
  '$sum',
  '$avg',
  '$min',
  '$max',
  '$first',
  '$last',
  '$push',
  '$addToSet',
  '$add',
  '$subtract',
  '$multiply',
  '$divide',
  '$cond',
  '$ifNull',
  '$eq',
  '$ne',
  '$and',
  '$or',
  '$not',
  '$concat',
  '$size',
  '$literal',
])

function assertExpressions(value: Value): void {
  if (typeof value === 'string' && value.startsWith('$$') && !/^\$\$ROOT(?:\.|$)/.test(value)) {
    throw notSupported(`the aggregation variable ${value}`)
  }
  if (Array.isArray(value)) value.forEach(assertExpressions)
  if (!isDocument(value)) return
  for (const [name, content] of Object.entries(value)) {
    if (name.startsWith('$') && !EXPRESSIONS.has(name))
      throw notSupported(`the aggregation expression ${name}`)
    assertExpressions(content)
  }
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
