import fc from 'fast-check'
import { openDatabase } from '../../../../local/cloudbase/database'
import { openSetting, type SdkDatabase, type Setting } from './setup'

let setting: Setting
beforeAll(async () => {
  setting = await openSetting({ collections: ['things'] })
})
afterAll(() => setting.close())

type Model = Record<string, unknown>
type Field = 'a' | 'b' | 'c'

/** One change: what the SDK is told, and what it does to a plain object; undefined when it must be refused. */
interface Change {
  readonly text: string
  readonly command: (_: SdkDatabase['command']) => unknown
  readonly apply: (value: unknown) => { value: unknown } | undefined
}

const isArray = (value: unknown): value is unknown[] => Array.isArray(value)
const GONE = Symbol('gone')

const onNumber = (whenMissing: number, combine: (value: number) => number) => (value: unknown) =>
  value === undefined
    ? { value: whenMissing }
    : typeof value === 'number'
      ? { value: combine(value) }
      : undefined

const onList = (whenMissing: unknown, combine: (list: unknown[]) => unknown[]) => (value: unknown) =>
  value === undefined ? { value: whenMissing } : isArray(value) ? { value: combine(value) } : undefined

const small = fc.integer({ min: -9, max: 9 })
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.oneof(small, fc.constantFrom('x', null, true), fc.array(small, { maxLength: 4 })).map((value) => ({
    text: `set ${JSON.stringify(value)}`,
    command: (_: SdkDatabase['command']) => _.set(value),
    apply: () => ({ value }),
  })),
  small.map((n) => ({
    text: `inc ${n}`,
    command: (_: SdkDatabase['command']) => _.inc(n),
    apply: onNumber(n, (value) => value + n),
  })),
  small.map((n) => ({
    text: `mul ${n}`,
    command: (_: SdkDatabase['command']) => _.mul(n),
    apply: onNumber(0, (value) => value * n + 0),
  })),
  small.map((n) => ({
    text: `push ${n}`,
    command: (_: SdkDatabase['command']) => _.push(n),
    apply: onList([n], (list) => [...list, n]),
  })),
  fc.array(small, { maxLength: 3 }).map((items) => ({
    text: `unshift ${items}`,
    command: (_: SdkDatabase['command']) => _.unshift(items),
    apply: onList(items, (list) => [...items, ...list]),
  })),
  fc.tuple(small, fc.integer({ min: -3, max: 3 })).map(([n, slice]) => ({
    text: `push ${n} sorted, ${slice} kept`,
    command: (_: SdkDatabase['command']) => _.push({ each: [n], sort: 1, slice } as object),
    apply: onList(slice === 0 ? [] : [n], (list) => {
      const sorted = [...list, n].sort((left, right) => Number(left) - Number(right))
      return slice < 0 ? sorted.slice(slice) : sorted.slice(0, slice)
    }),
  })),
  fc.constant({
    text: 'pop',
    command: (_: SdkDatabase['command']) => _.pop(),
    apply: onList(GONE, (list) => list.slice(0, -1)),
  }),
  fc.constant({
    text: 'shift',
    command: (_: SdkDatabase['command']) => _.shift(),
    apply: onList(GONE, (list) => list.slice(1)),
  }),
  small.map((n) => ({
    text: `pull ${n}`,
    command: (_: SdkDatabase['command']) => _.pull(n),
    apply: onList(GONE, (list) => list.filter((item) => item !== n)),
  })),
  small.map((n) => ({
    text: `pull over ${n}`,
    command: (_: SdkDatabase['command']) => _.pull(_.gt(n)),
    apply: onList(GONE, (list) => list.filter((item) => Number(item) <= n)),
  })),
  small.map((n) => ({
    text: `addToSet ${n}`,
    command: (_: SdkDatabase['command']) => _.addToSet(n),
    apply: onList([n], (list) => (list.includes(n) ? list : [...list, n])),
  })),
  fc.constant({
    text: 'remove',
    command: (_: SdkDatabase['command']) => _.remove(),
    apply: () => ({ value: GONE }),
  }),
)

const field = fc.constantFrom<Field>('a', 'b', 'c')
/** Fields stand at the top or one level down, so that paths are walked and parents made. */
const steps = fc.array(
  fc.uniqueArray(fc.tuple(field, change), { maxLength: 3, minLength: 1, selector: ([f]) => f }),
  {
    maxLength: 12,
  },
)

describe('any sequence of updates', () => {
  it.each([
    ['of fields', (fields: object) => fields, (model: Model) => model],
    ['of fields inside a field', (fields: object) => ({ in: fields }), (model: Model) => ({ in: model })],
  ])('%s leaves what the same changes of a plain object leave', async (_, wrap, stored) => {
    const things = setting.db.collection('things')
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        let model: Model = {}
        await things.doc('x').set(wrap({}))
        for (const changes of sequence) {
          const update = Object.fromEntries(
            changes.map(([name, { command }]) => [name, command(setting.db.command)]),
          )
          const outcomes = changes.map(([name, { apply }]) => [name, apply(model[name])] as const)
          const refused = outcomes.some(([, outcome]) => outcome === undefined)
          const reply = await things
            .doc('x')
            .update(wrap(update))
            .then(
              () => 'done',
              (error: { code: string }) => error.code,
            )
          expect(reply).toBe(refused ? 'DATABASE_REQUEST_FAILED' : 'done')
          if (!refused) {
            const next = { ...model }
            for (const [name, outcome] of outcomes) next[name] = outcome?.value
            model = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== GONE))
          }
        }
        const { data } = await things.doc('x').get()
        expect(data).toEqual([{ _id: 'x', ...stored(model) }])
      }),
      { numRuns: 80 },
    )
  })
})

const KEYS = ['k0', 'k1', 'k2']
type Step = {
  readonly who: number
  readonly does: 'read' | 'write' | 'remove' | 'commit' | 'abort'
  readonly key: string
}

/** What snapshot isolation says about one transaction: the state it began with, and its own writes over it. */
interface ModelTransaction {
  readonly id: string
  began: { state: Map<string, number>; at: number } | undefined
  readonly writes: Map<string, number | null>
}

describe('any interleaving of transactions', () => {
  it('is what snapshot isolation with the first writer winning says', async () => {
    const step: fc.Arbitrary<Step> = fc.record({
      who: fc.integer({ min: 0, max: 2 }),
      does: fc.constantFrom('read', 'read', 'write', 'write', 'remove', 'commit', 'abort'),
      key: fc.constantFrom(...KEYS),
    })
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 40 }), runInterleaving), { numRuns: 300 })
  })
})

async function runInterleaving(schedule: readonly Step[]): Promise<void> {
  const server = openDatabase({ file: ':memory:', now: () => 0, collections: ['c'] })
  const call = async (action: string, params: object) => {
    const reply = await server.handle(`database.${action}`, { collectionName: 'c', ...params })
    return 'code' in reply ? reply.code : { data: reply.data, transactionId: reply.transactionId }
  }
  const committed = new Map<string, number>()
  const changedAt = new Map<string, number>()
  const open = new Map<number, ModelTransaction>()
  let commits = 0
  let written = 0

  const conflicts = (own: ModelTransaction, key: string): boolean => {
    const heldByOther = [...open.values()].some((other) => other !== own && other.writes.has(key))
    return heldByOther || (changedAt.get(key) ?? 0) > (own.began?.at ?? 0)
  }

  for (const { who, does, key } of schedule) {
    let own = open.get(who)
    if (!own) {
      const started = await call('startTransaction', {})
      if (typeof started === 'string') throw new Error(started)
      own = { id: started.transactionId ?? '', began: undefined, writes: new Map() }
      open.set(who, own)
    }
    const params = { transactionId: own.id, query: JSON.stringify({ _id: key }) }
    if (does === 'commit' || does === 'abort') {
      expect(typeof (await call(`${does}Transaction`, { transactionId: own.id }))).toBe('object')
      open.delete(who)
      if (does === 'abort' || own.writes.size === 0) continue
      commits += 1
      for (const [name, value] of own.writes) {
        changedAt.set(name, commits)
        if (value === null) committed.delete(name)
        else committed.set(name, value)
      }
      continue
    }
    own.began ??= { state: new Map(committed), at: commits }
    const seen = own.writes.has(key) ? (own.writes.get(key) ?? undefined) : own.began.state.get(key)
    if (does === 'read') {
      const list = seen === undefined ? [] : [JSON.stringify({ _id: key, v: { $numberInt: `${seen}` } })]
      expect(await call('getDocument', params)).toMatchObject({ data: { list } })
      continue
    }
    written += 1
    const reply =
      does === 'write'
        ? await call('modifyDocument', {
            ...params,
            data: JSON.stringify({ v: written }),
            upsert: true,
            merge: false,
          })
        : await call('removeDocument', params)
    const writesNothing = does === 'remove' && seen === undefined
    if (!writesNothing && conflicts(own, key)) {
      expect(reply).toBe('DATABASE_TRANSACTION_CONFLICT')
      open.delete(who)
    } else {
      expect(typeof reply).toBe('object')
      if (!writesNothing) own.writes.set(key, does === 'write' ? written : null)
    }
  }
  const reply = await call('getDocument', { query: '{}' })
  if (typeof reply === 'string') throw new Error(reply)
  const { list } = reply.data as { list: string[] }
  const left = new Map(list.map((text) => JSON.parse(text)).map(({ _id, v }) => [_id, Number(v.$numberInt)]))
  expect(left).toEqual(committed)
  server.close()
}
