import { explain, regions, regionWords } from '../../../../shared/rules'
import { day } from '../../../../shared/values/day'
import {
  enrolmentSentence,
  regionAtFirst,
  regionChoices,
  ruleGroups,
  ruleRow,
} from '../../../../src/packages/region/choose/model'

const held = regions()
const settings = { regionCode: null, elderMode: false, hasPaymentPassword: false }
const on = day('2025-11-05')

describe('the choice of a region', () => {
  it('has the place of enrolment first and says so', () => {
    const [first, ...others] = regionChoices(held, '130000')
    expect(first).toMatchObject({ value: '130000', note: '您在这里参保' })
    expect(others.every((choice) => choice.note === undefined)).toBe(true)
    expect(others).toHaveLength(held.length - 1)
  })

  it('opens the one in use, else that of the enrolment, else one that is held', () => {
    expect(regionAtFirst(held, '130000', '540000')).toBe('130000')
    expect(regionAtFirst(held, null, '540000')).toBe('540000')
    expect(regionAtFirst(held, null, '990000')).toBe(held[0]?.regionCode)
    expect(regionAtFirst([], null, null)).toBeNull()
  })

  it('says where the person is insured, and whether its rules are held', () => {
    expect(enrolmentSentence({ linked: false, settings, notices: [] }, held)).toContain('确认身份后')
    expect(enrolmentSentence({ linked: true, settings, notices: [] }, held)).toContain('没有查到')
  })
})

describe('what is known of a region', () => {
  it.each(held)('is in groups, every rule in one of them: $name', ({ regionCode }) => {
    const explained = explain(regionCode, on)
    const shown = ruleGroups(explained).flatMap(({ rules }) => rules.map(({ parameter }) => parameter))
    expect([...shown].sort()).toEqual(explained.map(({ parameter }) => parameter).sort())
  })

  it('names value, source, trust and the day of the last look', () => {
    const cap = explain('130000', on).find(({ parameter }) => parameter === 'member-cap')
    if (cap === undefined) throw new Error('Hebei has a member cap')
    const row = ruleRow(cap)
    expect(row.value).toBe('8 位')
    expect(row.sources).toHaveLength(3)
    expect(row.sources[0]).toContain(cap.source)
  })

  it('says of what is unknown what happens then, and names no source', () => {
    const row = ruleRow({
      parameter: 'member-cap',
      title: '人数上限',
      value: null,
      source: '没有',
      reliability: 'unknown',
      lastChecked: '2025-11-01',
      whenUnknown: 'unrestricted',
      ourReading: false,
      level: 'none',
    })
    expect(row.value).toContain('不设限制')
    expect(row.sources).toEqual(['最近核对：2025年11月1日'])
  })

  it('uses the same words as the rules say', () => {
    for (const { regionCode } of held) {
      const rules = Object.fromEntries(
        explain(regionCode, on).map(({ parameter, value }) => [parameter, value]),
      )
      expect(regionWords(regionCode)).toMatchObject({
        system: rules.system,
        entryPath: rules['entry-path'],
        entryLabel: rules['entry-label'],
        pageTitle: rules['page-title'],
        inviteLabel: rules['invite-label'],
        firstTimersGoStraightToForm: rules['first-timers-form'],
      })
    }
  })
})
