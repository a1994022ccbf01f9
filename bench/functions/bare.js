const { randomUUID } = require('node:crypto')
const tcb = require('@cloudbase/node-sdk')

/**
 * The reference: the same requests to the store as an action of the product, one after another through the real SDK in
 * a worker like any other, and nothing else. No schema, no rule, no sealing, no insurer.
 */

const database = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database()
const COLLECTION = 'bench'
/** More documents than one action changes. */
const DOCUMENTS_OF_A_CALLER = 6

exports.main = async ({ prepareFor, slot, steps }) => {
  if (prepareFor !== undefined) await prepare(prepareFor)
  else await replay(steps, slot)
  return { ok: true, value: {} }
}

/** Each caller changes documents of her own, as people do. */
async function prepare(callers) {
  await database.createCollection(COLLECTION)
  for (let slot = 0; slot < callers; slot += 1) {
    for (let number = 0; number < DOCUMENTS_OF_A_CALLER; number += 1) {
      await database.collection(COLLECTION).add({ _id: documentOf(slot, number), filler: '' })
    }
  }
}

async function replay(steps, slot) {
  let transaction
  let changed = 0
  for (const { kind, collection, id, filter, orderBy, limit, bytes, inside } of steps) {
    const store = inside ? transaction : database
    switch (kind) {
      case 'start':
        transaction = await database.startTransaction()
        break
      case 'commit':
        await transaction.commit()
        break
      case 'read':
        await store.collection(collection).doc(id).get()
        break
      case 'find': {
        const query = database.collection(collection).where(conditionsOf(filter)).limit(limit)
        await (orderBy === undefined ? query : query.orderBy(...orderBy)).get()
        break
      }
      case 'insert':
        await store.collection(COLLECTION).add({ _id: randomUUID(), filler: fillerOf(bytes) })
        break
      case 'update':
        await store
          .collection(COLLECTION)
          .doc(documentOf(slot, changed))
          .update({ filler: fillerOf(bytes) })
        changed += 1
        break
      default:
        throw new Error(`no such step: ${kind}`)
    }
  }
}

/** The operators that the product asks with, as the SDK takes them. */
function conditionsOf(filter) {
  if (Array.isArray(filter.$or)) return database.command.or(filter.$or.map(conditionsOf))
  return Object.fromEntries(
    Object.entries(filter).map(([field, condition]) => {
      if (condition === null || typeof condition !== 'object') return [field, condition]
      if (Array.isArray(condition.$in)) return [field, database.command.in(condition.$in)]
      if ('$gte' in condition) return [field, database.command.gte(condition.$gte)]
      return [field, condition]
    }),
  )
}

function documentOf(slot, number) {
  return `${slot}:${number}`
}

/** As long as what the product wrote, and never the same twice: an update that changes nothing is not written. */
function fillerOf(bytes) {
  return randomUUID().padEnd(bytes, 'x')
}
