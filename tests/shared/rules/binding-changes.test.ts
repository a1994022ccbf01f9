import fc from 'fast-check'
import {
  BINDING_CHANGES,
  type BindingState,
  bindingStateOn,
  changeRefused,
  endsAtOf,
  type KeptBinding,
  mayChange,
  type Side,
} from '../../../shared/rules'
import { addDays, day, dayOf, instant } from '../../../shared/values/day'
import { LETTER, STATES, WHO_MAY } from './who-may'

const TODAY = day('2026-03-12')
const SIDES: readonly Side[] = ['policyholder', 'relative', 'guardian']

const unbound = (by: Side) => ({
  by,
  cause: 'unbound' as const,
  reason: 'other' as const,
  decidedAt: instant('2026-03-12T01:00:00Z'),
})
const LIVES: Readonly<Record<BindingState, KeptBinding>> = {
  'in-review': { state: 'in-review', lastDay: null, ending: null },
  active: { state: 'active', lastDay: null, ending: null },
  paused: { state: 'paused', lastDay: null, ending: null },
  ending: { state: 'active', lastDay: TODAY, ending: unbound('policyholder') },
  ended: { state: 'ended', lastDay: addDays(TODAY, -1), ending: null },
}

describe('the state on a day', () => {
  it.each<[string, KeptBinding, BindingState]>([
    ['open-ended', LIVES.active, 'active'],
    ['on its agreed last day', { ...LIVES.active, lastDay: TODAY }, 'active'],
    [
      'after its agreed last day, before any timer',
      { ...LIVES.active, lastDay: addDays(TODAY, -1) },
      'ended',
    ],
    ['paused, after its last day', { ...LIVES.paused, lastDay: addDays(TODAY, -1) }, 'ended'],
    ['in review, after its last day', { ...LIVES['in-review'], lastDay: addDays(TODAY, -1) }, 'ended'],
    ['unbound today', LIVES.ending, 'ending'],
    ['unbound, paused', { ...LIVES.ending, state: 'paused' }, 'ending'],
    ['unbound yesterday', { ...LIVES.ending, lastDay: addDays(TODAY, -1) }, 'ended'],
    ['ended at once', { state: 'ended', lastDay: TODAY, ending: null }, 'ended'],
  ])('%s', (_, life, state) => {
    expect(bindingStateOn(life, TODAY)).toBe(state)
  })

  it.each([
    ['2026-03-12', '2026-03-12T16:00:00.000Z'],
    ['2026-12-31', '2026-12-31T16:00:00.000Z'],
    ['2028-02-28', '2028-02-28T16:00:00.000Z'],
    ['2028-02-29', '2028-02-29T16:00:00.000Z'],
  ])('the last day %s ends at %s, which is 00:00 in Shanghai', (lastDay, endsAt) => {
    expect(endsAtOf(day(lastDay))).toBe(endsAt)
    expect(dayOf(instant(endsAt))).toBe(addDays(day(lastDay), 1))
  })

  it('never comes back once it is over', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...STATES),
        fc.option(fc.integer({ min: -400, max: 400 }), { nil: null }),
        fc.integer({ min: 0, max: 800 }),
        (state, lastOffset, later) => {
          const lastDay = lastOffset === null ? null : addDays(TODAY, lastOffset)
          const life = { ...LIVES[state], lastDay }
          if (bindingStateOn(life, TODAY) !== 'ended') return
          expect(bindingStateOn(life, addDays(TODAY, later))).toBe('ended')
        },
      ),
    )
  })
})

const CELLS = BINDING_CHANGES.flatMap((change) =>
  STATES.flatMap((state) => SIDES.map((side) => [change, state, side] as const)),
)

describe('who may do what', () => {
  it.each(CELLS)('%s while %s, by the %s', (change, state, side) => {
    const allowed = WHO_MAY[change][state].includes(LETTER[side])
    expect(mayChange(change, state, side) === 'yes').toBe(allowed)
    const life = state === 'ending' ? { ...LIVES.ending, ending: unbound(side) } : LIVES[state]
    const pausedAlready =
      change === 'resume' && state === 'ending' ? { ...life, state: 'paused' as const } : life
    const refusal = changeRefused(change, pausedAlready, side, TODAY)
    expect(refusal === null).toBe(allowed)
    if (refusal === null) return
    const never = !Object.values(WHO_MAY[change]).some((sides) => sides.includes(LETTER[side]))
    if (never) expect(refusal.facts).toMatchObject({ reason: 'other-sides-change' })
    else expect(refusal.code).toBe(state === 'in-review' ? 'in-review' : 'not-allowed')
  })

  it('lets nobody take back the end that the other side asked for', () => {
    for (const by of SIDES) {
      for (const side of SIDES) {
        const life = { ...LIVES.ending, ending: unbound(by) }
        expect(changeRefused('undo-unbind', life, side, TODAY) === null).toBe(by === side)
      }
    }
  })

  it('lets her who did not consent take that back, and nobody else', () => {
    const ending = { ...unbound('relative'), cause: 'own-consent-declined', reason: null } as const
    for (const side of SIDES) {
      const refusal = changeRefused('undo-unbind', { ...LIVES.ending, ending }, side, TODAY)
      expect(refusal === null).toBe(side === 'relative')
    }
  })

  it('lets nobody take back an end that nobody tapped', () => {
    const ending = { ...unbound('policyholder'), by: 'system', cause: 'relative-died', reason: null } as const
    for (const side of SIDES) {
      expect(changeRefused('undo-unbind', { ...LIVES.ending, ending }, side, TODAY)?.facts).toMatchObject({
        reason: 'ended-by-other',
      })
    }
  })
})
