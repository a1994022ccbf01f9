import { type Executes, invalidAt, type ReadCall } from '../../platform/handler'
import type { PersonDocument } from '../../platform/store/collections'
import type { ParsedInputOf } from '../../shared/contract/action'
import type { settlements } from '../../shared/contract/settlements'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'
import { divide, institutionRefused } from './decide'
import { factsOf, identify, load, maskedNames } from './execute-facts'

type Previewing = Pick<Executes<(typeof settlements)['actions']>, 'preview'>

export const previewing: Previewing = {
  async preview(call, input) {
    const identified = await identifiedFor(call, input)
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
      remarks: isInstitution ? [] : [...plan.remarks],
      rules: isInstitution ? [] : rules.map((rule) => ({ ...rule })),
      institution,
    })
  },
}

type Call = ReadCall<'linked-or-institution'>
type Input = ParsedInputOf<(typeof settlements)['actions']['preview']>

interface Looked {
  readonly institution: { readonly kind: 'hospital' | 'pharmacy'; readonly name?: string }
  readonly treated: PersonDocument
}

/** She asks for herself, or with her code; an institution with the code of who stands there. */
async function identifiedFor(call: Call, input: Input): Promise<Result<Looked, Refusal>> {
  const { insuranceCode, institutionId, at, kind, patient } = input
  if (insuranceCode !== undefined && institutionId !== undefined) {
    const identified = await identify(call, { insuranceCode, institutionId, kind, patient })
    if (!identified.ok) return identified
    const { institution, treated } = identified.value
    return ok({ institution: { kind: institution.kind, name: institution.name }, treated })
  }
  if (call.person === null || insuranceCode !== undefined) return missing('insuranceCode and institutionId')
  if (institutionId === undefined) {
    return at === undefined
      ? missing('institutionId or at')
      : ok({ institution: { kind: at }, treated: call.person })
  }
  const institution = await call.store.get('institutions', institutionId)
  const refused = institutionRefused(institution, kind)
  if (refused !== null || institution === null) return refuse(refused ?? { code: 'institution-unknown' })
  return ok({ institution: { kind: institution.kind, name: institution.name }, treated: call.person })
}

function missing(what: string): Result<never, Refusal> {
  return invalidAt('input', what)
}
