import { DatabaseError, invalidParameter, notSupported } from './errors'
import type { Rows } from './rows'

export type Parameters = Record<string, unknown>

/** The name of a collection that exists. */
export function collectionOf(params: Parameters, rows: Rows): string {
  const name = newCollectionName(params)
  if (!rows.has(name)) {
    throw new DatabaseError('DATABASE_COLLECTION_NOT_EXIST', `Db or Table not exist: ${name}`)
  }
  return name
}

export function newCollectionName(params: Parameters): string {
  const name = params.collectionName
  if (typeof name !== 'string' || name === '') throw invalidParameter('collectionName must be text')
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(name))
    throw invalidParameter(`the collection name is not allowed: ${name}`)
  for (const other of ['instance', 'database']) {
    if (params[other] !== undefined) throw notSupported(`the parameter ${other}`)
  }
  return name
}

export function transactionOf(params: Parameters): string | undefined {
  const id = params.transactionId
  if (id === undefined || typeof id === 'string') return id
  throw invalidParameter('transactionId must be text')
}

export function textOf(params: Parameters, name: string): string {
  const text = params[name]
  if (typeof text !== 'string') throw invalidParameter(`${name} must be text`)
  return text
}

export function wholeNumberOf(params: Parameters, name: string, least: number): number | undefined {
  const value = params[name]
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least) {
    throw invalidParameter(`${name} must be a whole number, ${least} at least`)
  }
  return value
}

export function flagOf(params: Parameters, name: string): boolean {
  const value = params[name]
  if (value === undefined) return false
  if (typeof value !== 'boolean') throw invalidParameter(`${name} must be true or false`)
  return value
}
