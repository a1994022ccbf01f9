import { explain, regions } from '../../shared/rules'
import { day } from '../../shared/values/day'
import { wordsFor } from '../../src/region-words'

describe('the words that the phone carries', () => {
  it.each(regions())('are those of the rules: $name', ({ regionCode }) => {
    const rows = explain(regionCode, day('2026-11-21'))
    const rules = Object.fromEntries(rows.map(({ parameter, value }) => [parameter, value]))
    const own = Object.fromEntries(
      rows.map(({ parameter, value, level }) => [parameter, level === 'region' ? value : null]),
    )
    expect(wordsFor(regionCode)).toMatchObject({
      system: rules.system,
      entryPath: rules['entry-path'],
      entryLabel: rules['entry-label'],
      pageTitle: rules['page-title'],
      inviteLabel: rules['invite-label'],
      firstTimersGoStraightToForm: rules['first-timers-form'],
      steps: own.steps ?? [],
      otherPaths: own['other-paths'] ?? [],
      formFields: own['form-fields'] ?? [],
      besideBinding: own['beside-binding'] ?? [],
      tickLabel: own['tick-label'] ?? null,
    })
  })

  it('are general ones while nobody has chosen, and invent no steps', () => {
    const words = wordsFor(null)
    expect(words.entryPath.slice(0, 4)).toEqual(['地方专区', '更多', '服务事项', '我要办'])
    expect(words).toMatchObject({ steps: [], otherPaths: [], formFields: [], tickLabel: null })
  })
})
