import type { Executes } from '../../platform/handler'
import { showCode } from '../../platform/insurance-codes/show-code'
import type { familyCodes } from '../../shared/contract/family-codes'
import { ok } from '../../shared/values/result'

export const executes: Executes<(typeof familyCodes)['actions']> = {
  async 'my-code'(call) {
    const { _id: personId } = call.person
    return ok(await showCode(call, { personId, shownById: personId, familyCodeId: null }))
  },
}
