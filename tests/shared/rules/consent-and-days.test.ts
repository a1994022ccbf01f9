import { bindingBegins, consentNeeded } from '../../../shared/rules'
import { addDays, day } from '../../../shared/values/day'
import { TODAY } from '../synthetic-people'

const ask = (more: Partial<Parameters<typeof consentNeeded>[0]>) =>
  consentNeeded({
    regionCode: '130000',
    relation: 'spouse',
    relativeBirthDay: day('1982-03-04'),
    inPerson: false,
    today: TODAY,
    ...more,
  })

describe('who accepts and who signs', () => {
  it.each([
    // relation, birth day, in person → acceptance, guardian, signers
    ['spouse', '1982-03-04', false, 'by-relative', null, ['policyholder', 'relative']],
    ['parent', '1950-03-04', true, 'in-person', null, ['policyholder', 'relative']],
    ['child', '2025-10-30', false, 'by-guardian', 'policyholder', ['policyholder', 'guardian']],
    ['child', '2025-10-30', true, 'by-guardian', 'policyholder', ['policyholder', 'guardian']],
    ['child', '2009-11-06', false, 'by-guardian', 'policyholder', ['policyholder', 'guardian']],
    ['child', '2009-11-05', false, 'by-relative', null, ['policyholder', 'relative']],
    ['grandchild-via-son', '2020-01-01', false, 'by-guardian', 'parent', ['policyholder', 'guardian']],
    ['sibling', '2015-01-01', true, 'by-guardian', 'parent', ['policyholder', 'guardian']],
    ['sibling', null, false, 'by-relative', null, ['policyholder', 'relative']],
  ] as const)(
    '%s born on %s, in person %s: %s',
    (relation, birth, inPerson, acceptance, guardian, signers) => {
      const answer = ask({ relation, inPerson, relativeBirthDay: birth === null ? null : day(birth) })
      expect(answer).toMatchObject({ acceptance, guardian })
      expect(answer.letters.map((letter) => letter.signer)).toEqual(signers)
      expect(answer.letters.map((letter) => letter.purpose)).toEqual([
        'invite',
        signers[1] === 'guardian' ? 'guardian' : 'accept',
      ])
    },
  )

  it.each([
    ['130000', 'handwritten'],
    ['540000', 'tick'],
    ['999999', 'tick'],
  ])('in %s every letter is signed by %s', (regionCode, mode) => {
    for (const relativeBirthDay of [day('1982-03-04'), day('2020-03-04')]) {
      expect(ask({ regionCode, relativeBirthDay }).letters.map((letter) => letter.mode)).toEqual([mode, mode])
    }
  })

  it("an adult's own consent and the guardian's age are shown as our reading", () => {
    expect(ask({}).rules[0]).toMatchObject({ parameter: 'relative-confirms', value: true, ourReading: true })
    expect(ask({ relation: 'child', relativeBirthDay: day('2020-01-01') }).rules[0]).toMatchObject({
      parameter: 'guardian-age',
      value: 16,
      ourReading: true,
    })
  })
})

describe('from when a binding holds', () => {
  it.each([
    [undefined, TODAY],
    [addDays(TODAY, -3), TODAY],
    [TODAY, TODAY],
    [addDays(TODAY, 10), addDays(TODAY, 10)],
  ])('wished %s, accepted today: %s', (startDay, effectiveFrom) => {
    const question = { regionCode: '540000', acceptedOn: TODAY }
    const answer = bindingBegins(startDay === undefined ? question : { ...question, startDay })
    expect(answer.effectiveFrom).toBe(effectiveFrom)
    expect(answer.rule).toMatchObject({ parameter: 'bind-effective', value: 'immediate', ourReading: true })
  })
})
