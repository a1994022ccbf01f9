import * as fc from 'fast-check'
import { premiumBenefit, walletToday } from '../../../shared/rules'
import { type Day, type Instant, instantFromMilliseconds, parseDay } from '../../../shared/values/day'
import { type Fen, fen } from '../../../shared/values/fen'
import type { Refusal } from '../../../shared/values/refusal'
import { RELATIONS, USES } from '../../../shared/values/relation'
import type { Result } from '../../../shared/values/result'
import { employeeIn, personOf, residentIn } from '../synthetic-people'
import {
  familyCode,
  invite,
  join,
  premium,
  REGION,
  type RegionName,
  refund,
  shared,
  transfer,
  transferFacts,
  unbind,
} from './asking'

/** Facts of every kind, for what must hold whatever is asked. */

export const anyRegion = fc.constantFrom(...(Object.keys(REGION) as RegionName[]))
export const anyRelation = fc.constantFrom(...RELATIONS)

export const anyDay: fc.Arbitrary<Day> = fc
  .integer({ min: Date.UTC(2023, 0, 1) / 86_400_000, max: Date.UTC(2027, 11, 31) / 86_400_000 })
  .map((count) => {
    const date = parseDay(new Date(count * 86_400_000).toISOString().slice(0, 10))
    if (date === null) throw new Error('no day')
    return date
  })
export const anyInstant: fc.Arbitrary<Instant> = fc
  .integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2027, 0, 1) })
  .map(instantFromMilliseconds)
export const anyFen: fc.Arbitrary<Fen> = fc
  .oneof(fc.nat({ max: 500 }), fc.nat({ max: 1_000_000 }), fc.constantFrom(1_000_00, 2_000_00, 3_000_00))
  .map(fen)
const anyLimit = fc.option(anyFen)

export const anyBound = fc.array(
  fc.record({ relation: anyRelation, sex: fc.constantFrom('male' as const, 'female' as const, null) }),
  { maxLength: 12 },
)

/** A policyholder's account of any region, with any limits and in any state. */
export function anyShared(bindingId: string) {
  return fc
    .record({
      region: anyRegion,
      state: fc.constantFrom('active', 'active', 'active', 'ending', 'paused', 'in-review', 'ended' as const),
      effectiveFrom: anyDay,
      lastDay: fc.option(anyDay),
      uses: fc.subarray([...USES], { minLength: 1 }),
      boundAt: anyInstant,
      sameArea: fc.boolean(),
      place: fc.option(fc.integer({ min: 1, max: 4 })),
      policyholderActive: fc.boolean(),
      balanceFen: anyFen,
      priorYearsFen: anyFen,
      perSettlementLimitFen: anyLimit,
      monthLimitFen: anyLimit,
      usedThisMonthFen: anyFen,
      accountLimitFen: anyLimit,
      usedOfAccountLimitFen: anyFen,
    })
    .map(({ region, ...more }) => shared(region, bindingId, 0, more))
}

export const anySeveral = fc
  .integer({ min: 0, max: 5 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => anyShared(`B${index}`))))

const anyBirthYear = fc.integer({ min: 1925, max: 2025 })

/** Any of the questions that may refuse, with any facts. */
export const anyQuestion: fc.Arbitrary<() => Result<unknown, Refusal>> = fc.oneof(
  fc
    .record({
      region: anyRegion,
      theirs: anyRegion,
      relation: anyRelation,
      bound: anyBound,
      today: anyDay,
      birthYear: anyBirthYear,
      familyEstablished: fc.boolean(),
      policyholdersOfRelative: fc.nat({ max: 4 }),
      boundUntil: fc.option(anyDay, { nil: undefined }),
      startDay: fc.option(anyDay, { nil: undefined }),
      endDay: fc.option(anyDay, { nil: undefined }),
      joining: fc.boolean(),
      suspended: fc.boolean(),
    })
    .map(
      ({
        region,
        theirs,
        relation,
        joining,
        birthYear,
        suspended,
        boundUntil,
        startDay,
        endDay,
        ...more
      }) => {
        const facts = {
          ...more,
          relative: personOf(`${birthYear}-03-04`, 2),
          relativeEnrolment: suspended
            ? residentIn(REGION[theirs], { enrolment: 'suspended' as const })
            : employeeIn(REGION[theirs]),
          ...(boundUntil === undefined ? {} : { boundUntil }),
          ...(startDay === undefined ? {} : { startDay }),
          ...(endDay === undefined ? {} : { endDay }),
        }
        return () => (joining ? join(region, relation, facts) : invite(region, relation, facts))
      },
    ),
  fc
    .record({
      region: anyRegion,
      on: anyDay,
      year: fc.integer({ min: 2023, max: 2028 }),
      account: anyShared('A'),
      paid: fc.boolean(),
      insuredLastYear: fc.boolean(),
      resident: fc.boolean(),
    })
    .map(({ region, on, year, account, paid, insuredLastYear, resident }) => {
      const scheme = resident ? ('resident' as const) : ('employee' as const)
      return () => premium(region, on, year, { paid, insuredLastYear, scheme }, account)
    }),
  fc
    .record({
      region: anyRegion,
      now: anyInstant,
      amountFen: anyFen.filter((amount) => amount > 0),
      accountFen: anyFen,
      frozenFen: anyFen,
      walletFen: anyFen,
      from: fc.constantFrom('account' as const, 'wallet' as const),
      sentToday: fc.array(anyFen, { maxLength: 4 }),
      pending: fc.boolean(),
      recipientWalletOpen: fc.boolean(),
      walletOpen: fc.boolean(),
      relation: anyRelation,
    })
    .map(({ region, walletOpen, ...more }) => {
      const { sender } = transferFacts(region)
      return () => transfer(region, { ...more, sender: { ...sender, walletOpen } })
    }),
  fc.record({ region: anyRegion, now: anyInstant, sentToday: fc.array(anyFen, { maxLength: 4 }) }).map(
    ({ region, ...more }) =>
      () =>
        walletToday({ regionCode: REGION[region], ...more }),
  ),
  fc
    .record({
      region: anyRegion,
      now: anyInstant,
      effectiveFrom: anyDay,
      lastDay: fc.option(anyDay),
      wishedLastDay: fc.option(anyDay, { nil: undefined }),
      state: fc.constantFrom('in-review', 'active', 'paused', 'ending', 'ended' as const),
      by: fc.constantFrom('policyholder', 'relative', 'guardian' as const),
      proofsGiven: fc.nat({ max: 2 }),
    })
    .map(
      ({ region, wishedLastDay, ...more }) =>
        () =>
          unbind(region, { ...more, ...(wishedLastDay === undefined ? {} : { wishedLastDay }) }),
    ),
  fc
    .record({ region: anyRegion, year: fc.integer({ min: 2023, max: 2028 }), paidOn: anyDay, today: anyDay })
    .map(
      ({ region, year, paidOn, today }) =>
        () =>
          premiumBenefit({ regionCode: REGION[region], premiumYear: year, paidOn, today }),
    ),
  fc
    .record({
      region: anyRegion,
      year: fc.integer({ min: 2023, max: 2028 }),
      paidOn: anyDay,
      on: anyDay,
      reason: fc.constantFrom('去世', '重复缴费', '改了主意'),
    })
    .map(
      ({ region, year, paidOn, on, reason }) =>
        () =>
          refund(region, year, paidOn, on, reason),
    ),
  fc
    .record({
      addedThisMonth: fc.nat({ max: 7 }),
      holdersOfRelative: fc.nat({ max: 4 }),
      held: fc.boolean(),
      proofsGiven: fc.nat({ max: 1 }),
      birthYear: anyBirthYear,
    })
    .map(
      ({ birthYear, ...more }) =>
        () =>
          familyCode({ ...more, relative: personOf(`${birthYear}-03-04`, 2) }),
    ),
)
