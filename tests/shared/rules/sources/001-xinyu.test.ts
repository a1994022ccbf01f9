import { USES } from '../../../../shared/values/relation'
import { employeeIn, residentIn } from '../../synthetic-people'
import {
  answerOf,
  familyCode,
  grantedOf,
  invite,
  join,
  planOf,
  policyholderIn,
  premium,
  relationsOn,
  ruleIn,
  settle,
  shared,
} from '../asking'

/** `sources/001`, on 江西 (新余), published 2025-04-23. One row a statement, in our words. */
const uninsured = residentIn('360000', { scheme: null, enrolment: 'none' })

describe('sources/001: who', () => {
  it.each([
    [
      'close relatives are spouse, parents, children, siblings, both kinds of grandparents and grandchildren',
      () => relationsOn('江西', '2025-04-23'),
      [
        'spouse',
        'parent',
        'child',
        'sibling',
        'paternal-grandparent',
        'maternal-grandparent',
        'grandchild-via-son',
        'grandchild-via-daughter',
      ],
    ],
    [
      'whose money it is must be in the employee scheme',
      () =>
        answerOf(invite('江西', 'spouse', { policyholder: policyholderIn('江西', { scheme: 'resident' }) })),
      'not-employee-scheme',
    ],
    [
      'both must be insured: the relative',
      () => answerOf(join('江西', 'spouse', { relativeEnrolment: uninsured })),
      'not-enrolled',
    ],
    [
      'both must be insured: the policyholder',
      () =>
        answerOf(
          invite('江西', 'spouse', {
            policyholder: policyholderIn('江西', { scheme: null, enrolment: 'none' }),
          }),
        ),
      'not-enrolled',
    ],
    [
      'the relative in the employee scheme',
      () => answerOf(join('江西', 'spouse', { relativeEnrolment: employeeIn('360000') })),
      'allowed',
    ],
    [
      'the relative in the resident scheme',
      () => answerOf(join('江西', 'spouse', { relativeEnrolment: residentIn('360000') })),
      'allowed',
    ],
    [
      'the old and others who find phones hard go to the hall',
      () => ruleIn('江西', 'offline-desk').value,
      '线下医保大厅',
    ],
  ])('%s', (_, ask, expected) => {
    expect(ask()).toEqual(expected)
  })
})

describe('sources/001: what for', () => {
  it.each([
    [
      'care in hospitals, pharmacies, and the resident premium',
      () => ruleIn('江西', 'allowed-uses').value,
      USES,
    ],
    [
      'seeing a doctor needs the binding first: without one she pays herself',
      () => settle('江西', 60, { own: null }),
      ['cash 60'],
    ],
    [
      'with one the policyholder pays',
      () => settle('江西', 60, { own: null, shared: [shared('江西', 'A', 100)] }),
      ['A 60'],
    ],
    [
      'buying medicine likewise',
      () => settle('江西', 60, { own: null, use: 'pharmacy', shared: [shared('江西', 'A', 100)] }),
      ['A 60'],
    ],
    [
      'only the patient’s own card is used, in the hospital and in the pharmacy',
      () => ruleIn('江西', 'own-credential').value,
      true,
    ],
    [
      'going under another’s name is fraud: suspension of 3 to 12 months, a fine of 2 to 5 times',
      () => ruleIn('江西', 'credential-penalty').value,
      { suspensionMonths: { from: 3, to: 12 }, fineTimes: { from: 2, to: 5 } },
    ],
    [
      'the resident premium of a relative can be paid',
      () => answerOf(premium('江西', '2025-11-05', 2026)),
      'allowed',
    ],
    [
      'not that of a relative in the employee scheme, who has none',
      () => answerOf(premium('江西', '2025-11-05', 2026, { scheme: 'employee' })),
      'not-resident-scheme',
    ],
    [
      'the steps lead through 亲情账户, which is another thing: it shares no money',
      () => grantedOf(familyCode()).sharesMoney,
      false,
    ],
    [
      'so no family code pays for anything: only bindings stand in a settlement',
      () => planOf('江西', 10, { own: null }).lines.map(({ from }) => from),
      ['cash'],
    ],
  ])('%s', (_, ask, expected) => {
    expect(ask()).toEqual(expected)
  })
})
