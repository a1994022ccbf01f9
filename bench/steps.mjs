/** One request to the store, as the reference repeats it: the same read, or a write of the same length. */
export function stepOf(action, params) {
  const { collectionName: collection, transactionId, limit } = params
  const inside = transactionId !== undefined
  switch (action) {
    case 'database.startTransaction':
      return { kind: 'start' }
    case 'database.commitTransaction':
      return { kind: 'commit' }
    case 'database.getDocument': {
      const filter = JSON.parse(params.query)
      if (params.queryType === 'DOC') return { kind: 'read', collection, id: filter._id, inside }
      return { kind: 'find', collection, filter, orderBy: orderOf(params.order), limit, inside }
    }
    case 'database.insertDocument':
      return { kind: 'insert', bytes: lengthOf(params.data[0]), inside }
    case 'database.modifyDocument':
      return { kind: 'update', bytes: lengthOf(params.data), inside }
    default:
      throw new Error(`the reference does not know ${action}`)
  }
}

function lengthOf(text) {
  return Buffer.byteLength(text)
}

function orderOf(text) {
  if (text === undefined) return undefined
  const [[field, direction]] = Object.entries(JSON.parse(text))
  const descending = Number(direction.$numberInt ?? direction) < 0
  return [field, descending ? 'desc' : 'asc']
}
