import type { Executes } from '../../platform/handler'
import { enrolmentOf, unsealPerson } from '../../platform/people'
import { PLACES } from '../../platform/store/places'
import type { bindings } from '../../shared/contract/bindings'
import { ok, refuse } from '../../shared/values/result'
import { decideEstablish } from './decide-family'

/** 共济家庭建立: kept with the person, once for each region. Who asks again is told of the first time. */
export const establishing: Pick<Executes<(typeof bindings)['actions']>, 'establish'> = {
  async establish(call) {
    const { document } = unsealPerson(call.keys, PLACES.person(call.person._id), call.person.sealed)
    const decided = decideEstablish(enrolmentOf(await call.insurer.findPerson(document)), call.today)
    if (!decided.ok) return decided
    const regionCode = decided.value
    return call.commit(async (transaction) => {
      const person = await transaction.get('persons', call.person._id)
      if (person?.userKey !== call.userKey) return refuse({ code: 'not-linked' })
      const before = person.familyEstablished
      if (before?.regionCode === regionCode) return ok({ regionCode, establishedAt: before.at })
      await transaction.update('persons', person._id, { familyEstablished: { regionCode, at: call.now } })
      return ok({ regionCode, establishedAt: call.now })
    })
  },
}
