import ts from 'typescript'
import { codeIn, type Finding, findIn, walk } from './house'

/** What the platform keeps inside a transaction. A query by `where` runs outside it and sees other data. */
const KEPT_INSIDE = new Set(['doc', 'add'])
/** Calls on the store itself that would leave the transaction in whose work they are written. */
const OUTSIDE_CALLS = new Set(['get', 'find', 'updateWhere', 'transact'])

/** The names under which a file holds the SDK's transactions: by type, by origin, and by being called so. */
function namesOfTransactions(file: string, text: string): Set<string> {
  const names = new Set(['transaction'])
  walk(file, text, (node) => {
    if ((ts.isParameter(node) || ts.isVariableDeclaration(node)) && ts.isIdentifier(node.name)) {
      const type = node.type?.getText() ?? ''
      const from = ts.isVariableDeclaration(node) ? (node.initializer?.getText() ?? '') : ''
      if (/\bTransaction$/.test(type) || /startTransaction\(/.test(from)) names.add(node.name.text)
    }
    if (ts.isCallExpression(node) && /\.runTransaction$/.test(node.expression.getText())) {
      const [work] = node.arguments
      const first = work !== undefined && ts.isFunctionLike(work) ? work.parameters[0]?.name : undefined
      if (first !== undefined && ts.isIdentifier(first)) names.add(first.text)
    }
    return undefined
  })
  return names
}

/** `transaction.collection(…).where(…)` and everything else that is neither doc nor add. */
function leavesTheTransaction(file: string, text: string): Finding[] {
  const transactions = namesOfTransactions(file, text)
  return walk(file, text, (node) => {
    if (!ts.isPropertyAccessExpression(node) || !ts.isCallExpression(node.expression)) return undefined
    const collection = node.expression.expression
    if (!ts.isPropertyAccessExpression(collection) || collection.name.text !== 'collection') return undefined
    if (!transactions.has(collection.expression.getText())) return undefined
    return KEPT_INSIDE.has(node.name.text) ? undefined : `${node.name.text} inside a transaction`
  })
}

/** `store.find(…)` written inside the work given to `store.transact(…)`. */
function asksTheStoreMeanwhile(file: string, text: string): Finding[] {
  return walk(file, text, (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined
    const { name, expression } = node.expression
    if (!OUTSIDE_CALLS.has(name.text) || !/(^|\.)store$/.test(expression.getText())) return undefined
    for (let around: ts.Node = node.parent; around !== undefined; around = around.parent) {
      if (ts.isCallExpression(around) && /\.transact$/.test(around.expression.getText())) {
        return `store.${name.text} inside the work of a transaction`
      }
    }
    return undefined
  })
}

/** `store.erase(…)`: a signed letter leaves the store in one way, and only the timers' function knows it. */
function erases(file: string, text: string): Finding[] {
  return walk(file, text, (node) => {
    if (!ts.isPropertyAccessExpression(node) || node.name.text !== 'erase') return undefined
    return 'erases'
  })
}

describe('what is signed or append-only', () => {
  const elsewhere = codeIn('platform', 'cloudfunctions').filter(
    (file) => !file.startsWith('cloudfunctions/clock/'),
  )

  it('is erased by the timers alone', () => {
    expect(findIn(elsewhere, erases)).toEqual([])
    expect(findIn(codeIn('cloudfunctions/clock'), erases)).not.toEqual([])
    expect(erases('example.ts', "call.store.erase('letters', ids)")).toHaveLength(1)
  })
})

describe('inside a transaction only doc and add', () => {
  it('in platform and cloudfunctions', () => {
    expect(findIn(codeIn('platform', 'cloudfunctions'), leavesTheTransaction)).toEqual([])
  })

  it.each([
    "transaction.collection('bindings').where({ a: 1 }).get()",
    "const work = await database.startTransaction(); work.collection('bindings').where({}).get()",
    "function run(inside: tcb.Database.Transaction) { return inside.collection('a').limit(1) }",
    "database.runTransaction(async (t) => t.collection('a').aggregate())",
  ])('would see: %s', (code) => {
    expect(leavesTheTransaction('example.ts', code)).toHaveLength(1)
  })

  it.each([
    "transaction.collection('bindings').doc('1').get()",
    "transaction.collection('bindings').add({})",
    "database.collection('bindings').where({}).get()",
  ])('would let pass: %s', (code) => {
    expect(leavesTheTransaction('example.ts', code)).toEqual([])
  })

  it('and nothing is asked of the store beside it', () => {
    expect(findIn(codeIn('platform', 'cloudfunctions'), asksTheStoreMeanwhile)).toEqual([])
    expect(
      asksTheStoreMeanwhile(
        'example.ts',
        "store.transact(async (t) => ports.store.find('a', {}, { limit: 1 }))",
      ),
    ).toHaveLength(1)
  })
})
