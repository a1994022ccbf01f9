import { applicationReply } from '../../../cloudfunctions/bindings/decide-application'
import { MOST_ROUNDS } from '../../../shared/rules'
import { day, instant } from '../../../shared/values/day'
import type { ReviewId } from '../../../shared/values/ids'

const TODAY = day('2025-11-10')
const rejected = {
  _id: '01ARZ3NDEKTSV4RRFFQ69G5FAV' as ReviewId,
  kind: 'binding' as const,
  state: 'rejected' as const,
  applicantId: 'a',
  regionCode: '340000',
  round: 2,
  submittedAt: instant('2025-11-05T04:00:00.000Z'),
  decidedAt: instant('2025-11-06T04:00:00.000Z'),
  proofsAsked: ['户口簿'],
  proofs: [{ round: 1 }, { round: 1 }, { round: 2 }],
  proofsKeptUntil: TODAY,
}

it('says what is missing, how many proofs lie there now, and until when it may be handed in again', () => {
  expect(applicationReply(rejected, '不清楚', TODAY)).toMatchObject({
    round: 2,
    proofs: ['户口簿'],
    proofsGiven: 1,
    proofsKeptDays: 30,
    opinion: '不清楚',
    resubmitUntil: TODAY,
  })
})

it.each([
  ['approved', { state: 'approved' as const }],
  ['still waiting', { state: 'waiting' as const, proofsKeptUntil: null }],
  ['rejected, and the time is over', { proofsKeptUntil: day('2025-11-09') }],
  ['rejected as often as it may be handed in', { round: MOST_ROUNDS }],
])('offers no handing in again of one that is %s', (_, changed) => {
  expect(applicationReply({ ...rejected, ...changed }, null, TODAY)).not.toHaveProperty('resubmitUntil')
})
