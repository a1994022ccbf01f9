import fc from 'fast-check'
import { PEOPLE } from '../../local/people'
import type { Product } from '../../local/product'
import { addDays, type Day, day, dayOf, instantFromMilliseconds, startOfDay } from '../../shared/values/day'
import {
  type Answer,
  acceptAs,
  fire,
  invite,
  linked,
  type Phone,
  relativeOf,
  sign,
  startStage,
  valueIn,
} from './stage'

/**
 * A binding's life against a model of a few lines: whatever both sides do, in whatever order and at whatever moment,
 * the functions allow what the model allows, and both see the state that the model is in.
 */

type Side = 'policyholder' | 'relative'
interface Model {
  /** What holds while it is neither ending nor over. */
  flows: boolean
  endingBy: Side | null
  lastDay: Day | null
}

const SIDES = ['policyholder', 'relative'] as const
const DOINGS = ['pause', 'resume', 'unbind', 'undo'] as const
const MOMENTS = ['last-moment', 'midnight'] as const

type Step =
  | { readonly kind: 'do'; readonly doing: (typeof DOINGS)[number]; readonly by: Side }
  | { readonly kind: 'wait'; readonly until: (typeof MOMENTS)[number] }
  | { readonly kind: 'timer' }
  /** Both at the same moment: one of them is first, and either order must be a true one. */
  | { readonly kind: 'race'; readonly doings: readonly [(typeof DOINGS)[number], (typeof DOINGS)[number]] }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('do' as const),
      doing: fc.constantFrom(...DOINGS),
      by: fc.constantFrom(...SIDES),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), until: fc.constantFrom(...MOMENTS) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('timer' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('race' as const),
      doings: fc.tuple(fc.constantFrom(...DOINGS), fc.constantFrom(...DOINGS)),
    }),
  },
)

let product: Product
let phones: Readonly<Record<Side, Phone>>
let pair: ReturnType<typeof relativeOf>
/** Each life begins on another of these: the turn of a year, the end of February with and without a leap day. */
const beginnings = function* (): Generator<Day> {
  for (let year = 2026; year < 2090; year += 1) {
    yield day(`${year}-02-28`)
    if (year % 4 === 0) yield day(`${year}-02-29`)
    yield day(`${year}-12-31`)
  }
}
const days = beginnings()

beforeAll(async () => {
  // No timer fires by itself: a life says when one does, and every reader knows by her own clock anyway.
  product = await startStage({ timersRun: false })
  const policyholder = await linked(product, 'o-hebei-zhao-mingyuan')
  pair = relativeOf(policyholder.person, PEOPLE, '赵永成')
  phones = { policyholder, relative: await linked(product, 'o-hebei-zhao-yongcheng') }
})
afterAll(() => product.close())

/** The moment at which the life is. The clock runs on, and on a slow machine it would run over midnight by itself. */
let moment = 0
const setClock = (to: number) => {
  moment = to
  product.clock.set(to)
}
const holdClock = () => product.clock.set(moment)
const today = (): Day => dayOf(instantFromMilliseconds(product.clock.now()))

/** The next beginning that is still ahead: a life may have lasted some days. */
function begins(): Day {
  for (;;) {
    const begin: Day = days.next().value
    if (begin > today()) return begin
  }
}

async function bound(): Promise<string> {
  const begin = begins()
  setClock(Date.parse(startOfDay(begin)) + 10 * 3_600_000)
  const { token } = await invite(phones.policyholder, pair.person, pair.relation)
  return valueIn(await acceptAs(phones.relative, token)).bindingId
}

const isOver = (model: Model) => model.lastDay !== null && model.lastDay < today()

/** What the model allows. The money is the policyholder's; either side ends; who asked for the end takes it back. */
function allows(model: Model, doing: (typeof DOINGS)[number], by: Side): boolean {
  if (isOver(model)) return false
  switch (doing) {
    case 'pause':
      return by === 'policyholder' && model.flows
    case 'resume':
      return by === 'policyholder' && !model.flows
    case 'unbind':
      return model.endingBy === null
    case 'undo':
      return model.endingBy === by
  }
}

function after(model: Model, doing: (typeof DOINGS)[number], by: Side): Model {
  switch (doing) {
    case 'pause':
      return { ...model, flows: false }
    case 'resume':
      return { ...model, flows: true }
    case 'unbind':
      return { ...model, endingBy: by, lastDay: today() }
    case 'undo':
      return { ...model, endingBy: null, lastDay: null }
  }
}

function stateOf(model: Model): string {
  if (isOver(model)) return 'ended'
  if (model.endingBy !== null) return 'ending'
  return model.flows ? 'active' : 'paused'
}

/** Prepares what needs a signature before, so that the doing itself is one request. */
async function prepared(bindingId: string, doing: (typeof DOINGS)[number], by: Side) {
  const phone = phones[by]
  switch (doing) {
    case 'pause':
    case 'resume':
      return () => phone.ask('bindings', doing, { bindingId }) as Promise<Answer<unknown>>
    case 'undo':
      return () =>
        phone.ask('bindings', 'undo-unbind', { bindingIds: [bindingId] }) as Promise<Answer<unknown>>
    case 'unbind': {
      const asked = await phone.ask('bindings', 'prepare-unbind', { bindingIds: [bindingId] })
      if (!asked.ok) return () => Promise.resolve(asked as Answer<unknown>)
      const { letterId } = asked.value
      const letter = valueIn(await phone.ask('consent-letters', 'get', { letterId }))
      if (letter.state === 'unsigned') valueIn(await sign(phone, letterId))
      return () =>
        phone.ask('bindings', 'unbind', { bindingIds: [bindingId], letterId, reason: 'other' }) as Promise<
          Answer<unknown>
        >
    }
  }
}

async function taken(model: Model, bindingId: string, one: Step): Promise<Model> {
  holdClock()
  switch (one.kind) {
    case 'timer':
      // One that fires twice at one moment writes an end once.
      await Promise.all([fire(product, 'end-bindings'), fire(product, 'end-bindings')])
      expect(await endsOf(bindingId)).toBe(isOver(model) ? 1 : 0)
      return model
    case 'wait': {
      const midnight = Date.parse(startOfDay(addDays(today(), 1)))
      // Far enough from midnight that one step is over before it.
      setClock(one.until === 'midnight' ? midnight : midnight - 30_000)
      return model
    }
    case 'do': {
      const go = await prepared(bindingId, one.doing, one.by)
      const { ok } = await go()
      expect({ ...one, ok }).toEqual({ ...one, ok: allows(model, one.doing, one.by) })
      return ok ? after(model, one.doing, one.by) : model
    }
    case 'race': {
      const [his, hers] = one.doings
      const [first, second] = await Promise.all([
        prepared(bindingId, his, 'policyholder'),
        prepared(bindingId, hers, 'relative'),
      ])
      const [a, b] = await Promise.all([first(), second()])
      const orders = [
        [
          ['policyholder', his, a.ok],
          ['relative', hers, b.ok],
        ] as const,
        [
          ['relative', hers, b.ok],
          ['policyholder', his, a.ok],
        ] as const,
      ]
      for (const order of orders) {
        let now = model
        const fits = order.every(([by, doing, ok]) => {
          if (allows(now, doing, by) !== ok) return false
          if (ok) now = after(now, doing, by)
          return true
        })
        if (fits) return now
      }
      throw new Error(`no order of ${his} ‖ ${hers} answers ${a.ok} and ${b.ok}`)
    }
  }
}

async function endsOf(bindingId: string): Promise<number> {
  const { events } = valueIn(await phones.relative.ask('bindings', 'history', { bindingId }))
  return events.filter(({ kind }) => kind === 'ended').length
}

async function agrees(model: Model, bindingId: string): Promise<void> {
  holdClock()
  const views = await Promise.all(
    SIDES.map(async (side) => valueIn(await phones[side].ask('bindings', 'get', { bindingId }))),
  )
  for (const { state, lastDay } of views) {
    expect({ state, lastDay }).toEqual({ state: stateOf(model), lastDay: model.lastDay ?? undefined })
  }
  const { events, intact } = valueIn(await phones.relative.ask('bindings', 'history', { bindingId }))
  expect(intact).toBe(true)
  expect(events.length).toBeGreaterThan(0)
}

it('lives as its model does, whoever does what and whenever', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 9 }), async (steps) => {
      const bindingId = await bound()
      let model: Model = { flows: true, endingBy: null, lastDay: null }
      for (const one of steps) {
        model = await taken(model, bindingId, one)
        await agrees(model, bindingId)
      }
      // So that the next life can begin.
      if (!isOver(model) && model.endingBy === null) {
        const go = await prepared(bindingId, 'unbind', 'relative')
        expect((await go()).ok).toBe(true)
      }
      setClock(Date.parse(startOfDay(addDays(today(), 1))))
      expect(valueIn(await phones.relative.ask('bindings', 'get', { bindingId })).state).toBe('ended')
    }),
    // A slow machine lives through fewer lives, and fails for none that it had no time for.
    { numRuns: 15, endOnFailure: true, interruptAfterTimeLimit: 45_000 },
  )
}, 120_000)

it('is not ended by an invitation that is taken back while she accepts it: one of the two comes first', async () => {
  for (let turn = 0; turn < 3; turn += 1) {
    const begin = begins()
    setClock(Date.parse(startOfDay(begin)) + 10 * 3_600_000)
    const { token, invitationId } = await invite(phones.policyholder, pair.person, pair.relation)
    const { letterId } = valueIn(await phones.relative.ask('invitations', 'open', { token }))
    valueIn(await sign(phones.relative, letterId))
    const [accepted, revoked] = await Promise.all([
      phones.relative.ask('invitations', 'accept', { token }),
      phones.policyholder.ask('invitations', 'revoke', { invitationId }),
    ])
    expect(accepted.ok).not.toBe(revoked.ok)
    const { asRelative } = valueIn(await phones.relative.ask('bindings', 'list', {}))
    expect(asRelative.filter(({ state }) => state === 'active')).toHaveLength(accepted.ok ? 1 : 0)
    if (!accepted.ok) continue
    const go = await prepared(accepted.value.bindingId, 'unbind', 'relative')
    expect((await go()).ok).toBe(true)
  }
})
