import type { Executes } from '../../platform/handler'
import type { settlements } from '../../shared/contract/settlements'
import { ok, refuse } from '../../shared/values/result'
import { divide } from './decide'
import { factsOf, identify, load, maskedNames } from './execute-facts'

type Previewing = Pick<Executes<(typeof settlements)['actions']>, 'preview'>

export const previewing: Previewing = {
  async preview(call, input) {
    const identified = await identify(call, input)
    if (!identified.ok) return identified
    const { institution, treated } = identified.value
    const loaded = await load(call, treated)
    if (loaded === null) return refuse({ code: 'not-enrolled', facts: { enrolment: 'none' } })
    const names = maskedNames(call, loaded.bindings)
    const bill = { amountFen: input.amountFen, institutionKind: institution.kind }
    const { plan, reasons, rules } = divide(factsOf(call, loaded, bill), names)
    // Why an account gives no more is for the family alone.
    const isInstitution = call.institution !== null
    return ok({
      lines: plan.lines.map(({ from, bindingId, amountFen }) => ({
        from,
        amountFen,
        ...(bindingId === undefined ? {} : { bindingId, policyholder: { name: names.get(bindingId) ?? '' } }),
      })),
      reasons: isInstitution ? [] : [...reasons],
      rules: isInstitution ? [] : rules.map((rule) => ({ ...rule })),
      institution: { kind: institution.kind, name: institution.name },
    })
  },
}
