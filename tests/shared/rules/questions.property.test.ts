import * as fc from 'fast-check'
import { refusalSentence } from '../../../shared/copy'
import { bindingHoldsOn, endsByItself, settlementPlan, unbindingEnds } from '../../../shared/rules'
import { type Day, startOfDay } from '../../../shared/values/day'
import { addFen, fen } from '../../../shared/values/fen'
import { holds } from '../property'
import { employeeIn, residentIn } from '../synthetic-people'
import {
  anyBound,
  anyDay,
  anyFen,
  anyInstant,
  anyQuestion,
  anyRegion,
  anyRelation,
  anySeveral,
} from './any-question'
import { invite, join, REGION } from './asking'

const later = (one: Day, other: Day): [Day, Day] => (one <= other ? [one, other] : [other, one])

describe('adding a relative', () => {
  it('never makes another allowed', () => {
    holds(
      fc.property(
        anyRegion,
        anyRelation,
        anyBound,
        anyBound,
        anyDay,
        (region, relation, bound, added, today) => {
          const asked = { today, familyEstablished: true }
          const withMore = invite(region, relation, { ...asked, bound: [...bound, ...added] })
          if (withMore.ok) expect(invite(region, relation, { ...asked, bound }).ok).toBe(true)
        },
      ),
    )
  })

  it('nor does one more policyholder of the relative', () => {
    holds(
      fc.property(anyRegion, fc.nat({ max: 5 }), anyDay, (region, count, today) => {
        const asked = (policyholdersOfRelative: number) =>
          join(region, 'spouse', { today, policyholdersOfRelative })
        if (asked(count + 1).ok) expect(asked(count).ok).toBe(true)
      }),
    )
  })
})

describe('a later end day', () => {
  it('never shortens a binding', () => {
    holds(
      fc.property(anyDay, anyDay, anyDay, anyDay, (effectiveFrom, one, other, on) => {
        const [early, late] = later(one, other)
        const until = (lastDay: Day) => bindingHoldsOn({ state: 'active', effectiveFrom, lastDay }, on)
        if (until(early)) expect(until(late)).toBe(true)
      }),
    )
  })

  it('never ends an unbinding earlier, and the end is always the 00:00 after the last day', () => {
    holds(
      fc.property(anyRegion, anyInstant, anyDay, anyDay, (region, confirmedAt, one, other) => {
        const [early, late] = later(one, other)
        const ends = (lastDay: Day) => unbindingEnds({ regionCode: REGION[region], confirmedAt, lastDay })
        expect(ends(early).endsAt <= ends(late).endsAt).toBe(true)
        expect(ends(late).endsAt > confirmedAt).toBe(true)
        expect(ends(late).endsAt).toBe(startOfDay(ends(late).rebindFrom))
      }),
    )
  })

  it('never lets what ends a binding by itself do so sooner', () => {
    holds(
      fc.property(anyRegion, anyDay, anyDay, anyDay, anyDay, (region, one, other, enrolledUntil, today) => {
        const [early, late] = later(one, other)
        const ended = (lastDay: Day) =>
          endsByItself({
            regionCode: REGION[region],
            binding: { state: 'active', effectiveFrom: early, lastDay },
            policyholder: { enrolment: employeeIn(REGION[region]) },
            relative: {
              enrolment: residentIn(REGION[region], { scheme: null, enrolment: 'none' }),
              enrolledUntil,
            },
            today,
          })
        const [sooner, notSooner] = [ended(early), ended(late)]
        if (sooner !== null && notSooner !== null) expect(sooner.lastDay <= notSooner.lastDay).toBe(true)
      }),
    )
  })
})

describe('a settlement', () => {
  it('adds up to the bill to the fen and never takes more than an account or a limit has', () => {
    holds(
      fc.property(
        anyRegion,
        anyFen,
        fc.option(anyFen),
        anyFen,
        anySeveral,
        anyDay,
        (region, billFen, ownAccountFen, walletFen, several, on) => {
          const facts = {
            regionCode: REGION[region],
            billFen,
            use: 'hospital' as const,
            on,
            ownAccountFen,
            walletFen,
            shared: several,
          }
          const { lines, passedOver } = settlementPlan(facts)
          expect(addFen(...lines.map(({ amountFen }) => amountFen))).toBe(billFen)
          for (const { from, bindingId, amountFen, reason } of lines) {
            expect(amountFen).toBeGreaterThan(0)
            expect(reason).toMatch(/。$/)
            if (from === 'own-account') expect(amountFen).toBeLessThanOrEqual(ownAccountFen ?? 0)
            if (from === 'wallet') expect(amountFen).toBeLessThanOrEqual(walletFen)
            const account = several.find((one) => one.bindingId === bindingId)
            if (from !== 'binding') continue
            if (account === undefined) throw new Error('a line of a binding that nobody named')
            expect(bindingHoldsOn(account, on)).toBe(true)
            expect(account.uses).toContain('hospital')
            expect(account.policyholderActive).toBe(true)
            const floorFen = account.regionCode === REGION.山西 ? 1_000_00 : 0
            expect(amountFen).toBeLessThanOrEqual(account.balanceFen - floorFen)
            expect(amountFen).toBeLessThanOrEqual(account.perSettlementLimitFen ?? amountFen)
            const ofMonth = (account.monthLimitFen ?? Number.POSITIVE_INFINITY) - account.usedThisMonthFen
            expect(amountFen).toBeLessThanOrEqual(ofMonth)
            const ofAll =
              (account.accountLimitFen ?? Number.POSITIVE_INFINITY) - account.usedOfAccountLimitFen
            expect(amountFen).toBeLessThanOrEqual(ofAll)
          }
          const paying = lines.flatMap(({ bindingId }) => (bindingId === undefined ? [] : [bindingId]))
          const named = [...paying, ...passedOver.map(({ bindingId }) => bindingId)]
          expect([...named].sort()).toEqual(several.map(({ bindingId }) => bindingId).sort())
          if (region === '山西') expect(paying.length).toBeLessThanOrEqual(1)
        },
      ),
    )
  })

  it('is the same in whatever order the bindings are named', () => {
    holds(
      fc.property(anyRegion, anyFen, anySeveral, anyDay, (region, billFen, several, on) => {
        const plan = (named: typeof several) =>
          settlementPlan({
            regionCode: REGION[region],
            billFen,
            use: 'pharmacy',
            on,
            ownAccountFen: fen(0),
            walletFen: fen(0),
            shared: named,
          }).lines
        expect(plan([...several].reverse())).toEqual(plan(several))
      }),
    )
  })
})

/** A step can be taken by whoever is asked, so a page that machines wrote may ask for it; anything else may not. */
const STEPS = ['proof-required', 'family-not-established']

describe('every refusal', () => {
  it('rests on no rule that machines alone have written, and has a sentence with what to do next', () => {
    holds(
      fc.property(anyQuestion, (ask) => {
        const answer = ask()
        if (answer.ok) return
        const { code, rule } = answer.refusal
        if (!STEPS.includes(code)) expect(rule?.reliability).not.toBe('machine-written')
        const sentence = refusalSentence(answer.refusal)
        expect(sentence).toMatch(/。$/)
        expect(sentence.replaceAll(/\d\d:\d\d|\d,\d/g, '')).not.toMatch(
          /undefined|null|NaN|\[object|[a-z]{3,}|[,;:?!]/,
        )
        expect(sentence.split('。').filter((part) => part !== '').length).toBeGreaterThanOrEqual(2)
      }),
    )
  })

  it('is the same when it is asked again', () => {
    holds(fc.property(anyQuestion, (ask) => expect(ask()).toEqual(ask())))
  })
})
