import type { Executes } from '../../platform/handler'
import type { rules } from '../../shared/contract/rules'
import { refusalSentence } from '../../shared/copy'
import { explain, isRegionHeld, regions, regionWords } from '../../shared/rules'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'
import { sideBySide } from './decide'
import { decideMayInvite } from './decide-may-invite'

export const executes: Executes<(typeof rules)['actions']> = {
  regions() {
    return Promise.resolve(ok(regions().map(({ regionCode }) => named(regionCode))))
  },

  explain(call, input) {
    const { regionCode } = input
    if (!isRegionHeld(regionCode)) return unknownRegion(regionCode)
    const day = input.day ?? call.today
    return Promise.resolve(
      ok({ regionCode, name: regionWords(regionCode).name, day, parameters: explain(regionCode, day) }),
    )
  },

  compare(call, input) {
    const missing = input.regionCodes.find((regionCode) => !isRegionHeld(regionCode))
    if (missing !== undefined) return unknownRegion(missing)
    const day = input.day ?? call.today
    return Promise.resolve(
      ok({
        day,
        regions: input.regionCodes.map(named),
        parameters: sideBySide(input.regionCodes.map((regionCode) => explain(regionCode, day))),
      }),
    )
  },

  'may-invite'(call, input) {
    const { regionCode } = input
    if (!isRegionHeld(regionCode)) return unknownRegion(regionCode)
    const day = input.day ?? call.today
    const answer = decideMayInvite({ ...input, day })
    return Promise.resolve(
      ok({
        regionCode,
        name: regionWords(regionCode).name,
        day,
        ...answer,
        reasons: answer.reasons.map(({ code, facts, rule }) => ({
          code,
          message: refusalSentence({ code, ...(facts === undefined ? {} : { facts }) }),
          ...(facts === undefined ? {} : { facts: { ...facts } }),
          ...(rule === undefined ? {} : { rule: { ...rule } }),
        })),
      }),
    )
  },
}

function named(regionCode: string) {
  const { name, shortName } = regionWords(regionCode)
  return { regionCode, name, shortName }
}

function unknownRegion(regionCode: string): Promise<Result<never, Refusal>> {
  return Promise.resolve(refuse({ code: 'rule-unknown', facts: { regionCode } }))
}
