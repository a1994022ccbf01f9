import * as fc from 'fast-check'

// Here machines have written everything: what is then refused may rest on our reading or on the facts alone.
jest.mock('../../../shared/rules/parameters', () => ({
  ...jest.requireActual('../../../shared/rules/parameters'),
  reliabilityOf: () => 'machine-written',
}))

import { holds } from '../property'
import { anyQuestion } from './any-question'

/** What is not a rule's doing: facts about a person, a missing step, a missing figure, too little money. */
const FACTS = [
  'not-enrolled',
  'not-resident-scheme',
  'enrolment-suspended',
  'not-employee-scheme',
  'proof-required',
  'family-not-established',
  'rule-unknown',
]

describe('where machines have written everything', () => {
  it('no limit, cap, window, scope or floor of theirs stops anybody', () => {
    holds(
      fc.property(anyQuestion, (ask) => {
        const answer = ask()
        if (answer.ok || FACTS.includes(answer.refusal.code)) return
        const { code, rule } = answer.refusal
        const stoppedBy = rule === undefined || rule.ourReading === true ? null : rule.parameter
        expect({ code, stoppedBy }).toEqual({ code, stoppedBy: null })
      }),
    )
  })
})
