import type { Executes } from '../../platform/handler'
import type { rules } from '../../shared/contract/rules'
import { explain, isRegionHeld, regions, regionWords } from '../../shared/rules'
import { ok, refuse } from '../../shared/values/result'

export const executes: Executes<(typeof rules)['actions']> = {
  regions() {
    return Promise.resolve(ok(regions().map(({ regionCode, name }) => ({ regionCode, name }))))
  },

  explain(call, input) {
    if (!isRegionHeld(input.regionCode)) {
      return Promise.resolve(refuse({ code: 'rule-unknown', facts: { regionCode: input.regionCode } }))
    }
    const day = input.day ?? call.today
    return Promise.resolve(
      ok({
        regionCode: input.regionCode,
        name: regionWords(input.regionCode).name,
        day,
        parameters: explain(input.regionCode, day),
      }),
    )
  },
}
