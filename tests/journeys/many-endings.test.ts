import { ending } from '../../cloudfunctions/clock/execute-end'
import { PEOPLE } from '../../local/people'
import type { Product } from '../../local/product'
import { NO_HISTORY } from '../../platform/history'
import { newId } from '../../platform/ids'
import { deriveKeys } from '../../platform/keys/keys'
import { sealPerson, unsealPerson } from '../../platform/people'
import type { Ports } from '../../platform/ports'
import type { BindingDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import { addDays, type Day, dayOf, instantFromMilliseconds } from '../../shared/values/day'
import type { BindingId } from '../../shared/values/ids'
import { portsOf } from './ports'
import { acceptAs, fire, invite, linked, type Phone, relativeOf, startStage, valueIn } from './stage'
import { Intruder } from './stored'

/** A few in every run; `npm run test:nightly` ends ten thousand. */
const MANY = Number(process.env.MANY_ENDINGS ?? 150)
const MOST_RUNS = 60
const WRITTEN_AT_ONCE = 50

let product: Product
let relative: Phone
let bindingId: string
let intruder: Intruder
let ports: Ports

beforeAll(async () => {
  // No timer of the stage takes part, so that the runs that are counted are all that there are.
  product = await startStage({ timersRun: false })
  intruder = new Intruder(product)
  ports = portsOf(product)
  const policyholder = await linked(product, 'o-hebei-zhao-mingyuan')
  relative = await linked(product, 'o-hebei-zhao-yongcheng')
  const { person, relation } = relativeOf(policyholder.person, PEOPLE, '赵永成')
  const { token } = await invite(policyholder, person, relation)
  bindingId = valueIn(await acceptAs(relative, token)).bindingId
})
afterAll(() => product.close())

const idOf = (number: number) => `${bindingId.slice(0, -5)}${String(number).padStart(5, '0')}` as BindingId

/** Its history begins anew, so that the copy's own end can be written into it. */
function copyOf(binding: BindingDocument, number: number, lastDay: Day): BindingDocument {
  return {
    ...binding,
    _id: idOf(number),
    lastDay,
    endDay: lastDay,
    historyLength: 0,
    historyHash: NO_HISTORY,
  }
}

/** The names in it stand sealed where they are; in a copy that somebody reads they are sealed anew. */
function readable(copy: BindingDocument, { _id, sealedPolicyholder, sealedRelative }: BindingDocument) {
  const keys = deriveKeys(product.secrets.productSecret)
  const policyholder = unsealPerson(keys, PLACES.bindingPolicyholder(_id), sealedPolicyholder)
  const named = unsealPerson(keys, PLACES.bindingRelative(_id), sealedRelative)
  return {
    ...copy,
    sealedPolicyholder: sealPerson(keys, PLACES.bindingPolicyholder(copy._id), policyholder),
    sealedRelative: sealPerson(keys, PLACES.bindingRelative(copy._id), named),
  }
}

interface Run {
  readonly ms: number
  /** Null for a run that failed. */
  readonly value: { readonly ended: number; readonly more: boolean } | null
}

async function run(): Promise<Run> {
  const begun = performance.now()
  const value = (await fire(product, 'end-bindings')) as Run['value']
  return { ms: Math.round(performance.now() - begun), value }
}

/** A run whose time is over when it has begun so many: what is left over is the next one's. */
async function cutShort(most: number): Promise<Run['value']> {
  let left = most
  const now = instantFromMilliseconds(product.clock.now())
  const answer = await ending['end-bindings'](
    {
      ...ports,
      now,
      today: dayOf(now),
      newId: (kind) => newId(kind, now),
      caller: { kind: 'timer' },
      userKey: null,
      person: null,
      staff: null,
      institution: null,
      hasTime: () => {
        left -= 1
        return left >= 0
      },
    },
    {},
  )
  return answer.ok ? answer.value : null
}

it(
  `writes down ${MANY} ends of one midnight over several runs, each once, also when the timer fires twice`,
  async () => {
    const model = await intruder.read('bindings', bindingId)
    const lastDay = addDays(dayOf(instantFromMilliseconds(product.clock.now())), -1)
    for (let from = 0; from < MANY; from += WRITTEN_AT_ONCE) {
      const length = Math.min(WRITTEN_AT_ONCE, MANY - from)
      const page = Array.from({ length }, (_, index) => copyOf(model, from + index, lastDay))
      await Promise.all(page.map((binding) => intruder.write('bindings', binding)))
    }
    // Nobody waits for the timer: every reader sees by her own clock that they are over.
    const roster = await intruder.read('persons', model.relativeId)
    const [entry] = roster.asRelative
    if (entry === undefined) throw new Error('she is bound')
    const asRelative = [entry, { ...entry, bindingId: idOf(7), lastDay }]
    await intruder.write('persons', { ...roster, asRelative })
    await intruder.write('bindings', readable(copyOf(model, 7, lastDay), model))
    const seen = valueIn(await relative.ask('bindings', 'get', { bindingId: idOf(7) }))
    expect(seen).toMatchObject({ state: 'ended', endedBecause: 'end-day' })

    expect(await cutShort(40)).toEqual({ ended: 40, more: true })
    // Two firings at the same moment share the work.
    const runs: Run[] = await Promise.all([run(), run()])
    while (runs.length < MOST_RUNS && runs.at(-1)?.value?.more !== false) runs.push(await run())
    if (process.env.MANY_ENDINGS) process.stderr.write(`${MANY} ends: ${JSON.stringify(runs)}\n`)
    for (const { ms } of runs) expect(ms).toBeLessThan(60_000)
    expect(runs.reduce((sum, { value }) => sum + (value?.ended ?? 0), 0)).toBe(MANY - 40)
    expect(await run()).toMatchObject({ value: { ended: 0, more: false } })

    // Each has one end in its history, and both sides one notice of it.
    const ended = { state: 'ended', endedBecause: 'end-day', historyLength: 1 }
    expect(await intruder.count('bindings', ended)).toBe(MANY)
    expect(await intruder.count('binding-events', { kind: 'ended' })).toBe(MANY)
    for (const personId of [model.policyholderId, model.relativeId]) {
      expect(await intruder.count('notices', { kind: 'binding-ended', personId })).toBe(MANY)
    }
    expect((await intruder.read('bindings', bindingId)).state).toBe('active')
  },
  MANY < 1_000 ? 120_000 : 3_600_000,
)

it('is kept from none of the others by one that cannot be ended', async () => {
  const model = await intruder.read('bindings', bindingId)
  const lastDay = addDays(dayOf(instantFromMilliseconds(product.clock.now())), -1)
  const [broken, whole] = [MANY, MANY + 1].map((number) => copyOf(model, number, lastDay))
  if (broken === undefined || whole === undefined) throw new Error('two of them')
  // Its first event is there already, as where a store was put back only in part.
  await intruder.write('bindings', broken)
  await intruder.write('bindings', whole)
  const event = await intruder.read('binding-events', `${idOf(0)}:1`)
  await intruder.write('binding-events', { ...event, _id: `${broken._id}:1`, bindingId: broken._id })
  // What could not be done is told of in the log, as a run that failed.
  expect((await run()).value).toBeNull()
  expect((await intruder.read('bindings', whole._id)).state).toBe('ended')
  expect((await intruder.read('bindings', broken._id)).state).toBe('active')
})
