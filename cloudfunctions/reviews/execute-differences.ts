import type { Executes } from '../../platform/handler'
import type { reviews } from '../../shared/contract/reviews'
import { ok, refuse } from '../../shared/values/result'
import { notForDifferences } from './decide'

type Differing = Pick<Executes<(typeof reviews)['actions']>, 'differences' | 'settle-difference'>

const MOST = 100

/** What the nightly comparison found between our records and the insurer's statement. */
export const differing: Differing = {
  async differences(call, { of }) {
    const refusal = notForDifferences(call.staff)
    if (refusal !== null) return refuse(refusal)
    const { operators } = call.store
    const found = await call.store.find(
      'reconciliation',
      { open: of === 'open' },
      { orderBy: ['foundAt', 'desc'], limit: MOST + 1 },
    )
    const staffIds = found.flatMap(({ settled }) => settled?.by ?? [])
    const staff =
      staffIds.length === 0
        ? []
        : await call.store.find('staff', { _id: operators.in(staffIds) }, { limit: MOST })
    const names = new Map(staff.map(({ _id, name }) => [_id, name]))
    return ok({
      differences: found
        .slice(0, MOST)
        .map(({ _id, difference, movementId, hereFen, thereFen, foundAt, settled }) => ({
          differenceId: _id,
          difference,
          movementId,
          ...(hereFen === null ? {} : { hereFen }),
          ...(thereFen === null ? {} : { thereFen }),
          foundAt,
          ...(settled === null
            ? {}
            : {
                settled: {
                  at: settled.at,
                  how: settled.how,
                  ...(settled.by === null ? {} : { by: names.get(settled.by) ?? settled.by }),
                },
              }),
        })),
      more: found.length > MOST,
    })
  },

  async 'settle-difference'(call, { differenceId, how }) {
    const refusal = notForDifferences(call.staff)
    if (refusal !== null) return refuse(refusal)
    return call.commit(async (transaction) => {
      const found = await transaction.get('reconciliation', differenceId)
      if (found === null) return refuse({ code: 'not-found' })
      if (!found.open) return refuse({ code: 'not-allowed', facts: { reason: 'difference-settled' } })
      const settled = { at: call.now, by: call.staff._id, how }
      await transaction.update('reconciliation', differenceId, { settled, open: false })
      return ok({ settledAt: call.now })
    })
  },
}
