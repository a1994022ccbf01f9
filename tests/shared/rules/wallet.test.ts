import { returnsWhenEnded, unacceptedReturnsAt, walletToday } from '../../../shared/rules'
import { instant } from '../../../shared/values/day'
import { fen } from '../../../shared/values/fen'
import { employeeIn, residentIn } from '../synthetic-people'
import { answerOf, grantedOf, REGION, refusalOf, transfer, yuan } from './asking'

describe('passing money on', () => {
  it.each<[string, () => unknown, unknown]>([
    ['on an ordinary day', () => answerOf(transfer('陕西')), 'allowed'],
    [
      'the resident scheme has no account to send from',
      () => answerOf(transfer('陕西', { sender: { ...residentIn('610000'), walletOpen: true } })),
      'not-employee-scheme',
    ],
    [
      'but may pass on what is in the wallet',
      () =>
        answerOf(
          transfer('陕西', {
            sender: { ...residentIn('610000'), walletOpen: true },
            from: 'wallet',
            walletFen: yuan(500),
          }),
        ),
      'allowed',
    ],
    [
      'not more than is in it',
      () => refusalOf(transfer('陕西', { from: 'wallet', walletFen: yuan(499.99) })).facts,
      { of: 'wallet', neededFen: yuan(500), balanceFen: yuan(499.99) },
    ],
    [
      'while the last one is not accepted, none (陕西 2025-07)',
      () => refusalOf(transfer('陕西', { pending: true })),
      expect.objectContaining({ code: 'transfer-pending', facts: { returnAt: '06:00' } }),
    ],
    [
      'the relative opens a wallet first (秦安 2025)',
      () => refusalOf(transfer('陕西', { recipientWalletOpen: false })),
      expect.objectContaining({
        code: 'wallet-not-open',
        facts: { side: 'relative', spokenTo: 'policyholder' },
      }),
    ],
    [
      'what is frozen for others is not free',
      () => answerOf(transfer('陕西', { accountFen: yuan(900), frozenFen: yuan(400.01) })),
      'balance-too-low',
    ],
    [
      'what is free may go to the last fen',
      () => answerOf(transfer('陕西', { accountFen: yuan(900), frozenFen: yuan(400) })),
      'allowed',
    ],
    [
      '广东: no day is known from which it works',
      () => refusalOf(transfer('广东')).facts?.parameter,
      'wallet-live',
    ],
    [
      '陕西: not before 2025-07-03',
      () => answerOf(transfer('陕西', { now: instant('2025-07-02T10:00:00+08:00') })),
      'rule-unknown',
    ],
    [
      'before 2025-09-18 no hours are known, so nothing is passed on',
      () => answerOf(transfer('河北', { now: instant('2025-09-17T10:00:00+08:00') })),
      'rule-unknown',
    ],
    [
      'outside the hours it says when it opens',
      () => refusalOf(transfer('陕西', { now: instant('2025-11-05T22:30:00+08:00') })).facts?.opens,
      instant('2025-11-06T06:00:00+08:00'),
    ],
    [
      'before dawn, on the same day',
      () => refusalOf(transfer('陕西', { now: instant('2025-11-05T05:00:00+08:00') })).facts?.opens,
      instant('2025-11-05T06:00:00+08:00'),
    ],
    [
      'what is not accepted comes back the next day at 06:00',
      () => unacceptedReturnsAt({ regionCode: REGION.陕西, sentAt: instant('2025-11-05T21:59:00+08:00') }),
      instant('2025-11-06T06:00:00+08:00'),
    ],
  ])('%s', (_, ask, expected) => {
    expect(ask()).toEqual(expected)
  })
})

describe('before and after the notice of 2026-01-09', () => {
  const on = (date: string) => grantedOf(transfer('陕西', { now: instant(`${date}T10:00:00+08:00`) }))
  it.each([
    ['2026-01-08', 'transfer'],
    ['2026-01-09', 'quota'],
  ])('on %s: %s', (date, model) => {
    expect(on(date).model).toBe(model)
  })

  it('a frozen quota gives back what is unused; money that was moved is hers', () => {
    const shared = { amountFen: yuan(500), usedFen: yuan(120.5) }
    expect(returnsWhenEnded({ model: 'quota', ...shared })).toBe(yuan(379.5))
    expect(returnsWhenEnded({ model: 'transfer', ...shared })).toBe(fen(0))
  })
})

describe('what is left of today', () => {
  it('counts what was sent', () => {
    const today = grantedOf(
      walletToday({
        regionCode: REGION.河北,
        sentToday: [yuan(100)],
        now: instant('2025-11-05T10:00:00+08:00'),
      }),
    )
    expect(today).toMatchObject({
      model: 'transfer',
      hours: { from: '06:00', to: '22:00' },
      openNow: true,
      transfersLeft: 2,
      amountLeftFen: null,
      singleLimitFen: yuan(2_000),
    })
  })

  it('is not known for a region that is not held', () => {
    const answer = walletToday({ regionCode: '650000', sentToday: [], now: instant('2025-11-05T10:00:00Z') })
    expect(answerOf(answer)).toBe('rule-unknown')
  })

  it('a suspended sender is told so', () => {
    const sender = { ...employeeIn('610000', { enrolment: 'suspended' }), walletOpen: true }
    expect(answerOf(transfer('陕西', { sender }))).toBe('enrolment-suspended')
  })
})
