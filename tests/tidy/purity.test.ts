import ts from 'typescript'
import { codeIn, type Finding, findIn, walk } from './house'

/** Names of the world outside: a decision that reads one of them cannot be repeated from its facts. */
const OUTSIDE = new Set([
  'Date',
  'Intl',
  'performance',
  'process',
  'globalThis',
  'fetch',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
])

/** Whether the name is used as a value, not declared, not a property of something and not a type. */
function isRead(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node
  return !ts.isTypeReferenceNode(parent) && !ts.isPropertySignature(parent) && !ts.isParameter(parent)
}

/** The one file that turns an instant into milliseconds and back; it is given the instant. */
const HOME_OF_DATE = 'shared/values/day.ts'

/** `new Date(given)` and `Date.parse(given)`, as opposed to `new Date()`, `Date()` and `Date.now()`. */
function isGivenItsMoment(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isNewExpression(parent)) return (parent.arguments?.length ?? 0) > 0
  return ts.isPropertyAccessExpression(parent) && parent.name.text === 'parse'
}

function readsTheWorld(file: string, text: string): Finding[] {
  return walk(file, text, (node) => {
    if (file === HOME_OF_DATE && ts.isIdentifier(node) && node.text === 'Date' && isGivenItsMoment(node)) {
      return undefined
    }
    if (ts.isIdentifier(node) && OUTSIDE.has(node.text) && isRead(node)) return `reads ${node.text}`
    if (ts.isPropertyAccessExpression(node) && node.getText() === 'Math.random') return 'draws Math.random'
    if (ts.isCallExpression(node) && node.arguments.length === 0) {
      const called = node.expression.getText()
      if (/^dayjs(\.utc|\.tz)?$/.test(called)) return `asks the clock with ${called}()`
    }
    return undefined
  })
}

/** The mini-program runtime has no Intl; what stands on it works in every browser and fails on the phone. */
function needsIntl(file: string, text: string): Finding[] {
  return walk(file, text, (node) => {
    if (ts.isIdentifier(node) && node.text === 'Intl' && isRead(node)) return 'needs Intl'
    if (!ts.isPropertyAccessExpression(node)) return undefined
    return /^(toLocale\w+|localeCompare)$/.test(node.name.text) ? `needs Intl: ${node.name.text}` : undefined
  })
}

describe('what decides knows no clock, no chance and no outside', () => {
  const decisions = [
    ...codeIn('shared'),
    ...codeIn('cloudfunctions').filter((file) => /\/decide(-[a-z-]+)?\.ts$/.test(file)),
  ]

  it('in shared and in every decide.ts', () => {
    expect(findIn(decisions, readsTheWorld)).toEqual([])
  })

  it.each([
    'const now = Date.now()',
    'const now = new Date()',
    'const now = new Date(text)',
    'const lot = Math.random()',
    'const lot = [1, 2].map(Math.random)',
    'const today = dayjs()',
    'const today = dayjs.utc()',
    'const words = new Intl.NumberFormat()',
    'const secret = process.env.KEY',
    'const facts = { now: Date }',
  ])('would see: %s', (code) => {
    expect(readsTheWorld('example.ts', code)).toHaveLength(1)
  })

  it.each([
    '// Date.now() is not asked here.',
    "const day = dayjs.utc(text, 'YYYY-MM-DD', true)",
    'interface Event { readonly at: Date }',
    'const label = record.process',
    "const text = 'Math.random()'",
  ])('would let pass: %s', (code) => {
    expect(readsTheWorld('example.ts', code)).toEqual([])
  })
})

describe('the one home of Date', () => {
  it.each(['const now = Date.now()', 'const now = new Date()', 'const now = Date()'])(
    'still may not: %s',
    (code) => {
      expect(readsTheWorld(HOME_OF_DATE, code)).toHaveLength(1)
    },
  )
})

describe('what runs on the phone needs no Intl', () => {
  it('in src and shared', () => {
    expect(findIn(codeIn('src', 'shared'), needsIntl)).toEqual([])
  })

  it.each([
    'new Intl.DateTimeFormat()',
    'amount.toLocaleString()',
    'names.sort((a, b) => a.localeCompare(b))',
  ])('would see: %s', (code) => {
    expect(needsIntl('example.ts', code)).toHaveLength(1)
  })
})
