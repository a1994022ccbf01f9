import type { Executes, ReadCall } from '../../platform/handler'
import type { clock } from '../../shared/contract/clock'
import { addMilliseconds } from '../../shared/values/day'
import { ok } from '../../shared/values/result'
import { pageAfterPage } from './execute-pages'

type RemovingExpired = Pick<
  Executes<(typeof clock)['actions']>,
  'remove-quotes' | 'remove-insurance-codes' | 'remove-institution-nonces'
>

const PAGE = 500
/** A quote that is over is refused at once; it is kept a little longer for one who pays at the last moment. */
const QUOTES_KEPT_MS = 60 * 60_000
/** Until then a till that brings an old code hears that it is over, and not that there never was one. */
const CODES_KEPT_MS = 24 * 60 * 60_000

export const removingExpired: RemovingExpired = {
  'remove-quotes': (call) => removeExpired(call, 'quotes', QUOTES_KEPT_MS),
  'remove-insurance-codes': (call) => removeExpired(call, 'insurance-codes', CODES_KEPT_MS),
  'remove-institution-nonces': (call) => removeExpired(call, 'institution-nonces', 0),
}

async function removeExpired(
  call: ReadCall,
  collection: 'quotes' | 'insurance-codes' | 'institution-nonces',
  keptMs: number,
) {
  const { done: removed, more } = await pageAfterPage(call, async () => {
    const old = await call.store.find(
      collection,
      { expiresAt: call.store.operators.lte(addMilliseconds(call.now, -keptMs)) },
      { limit: PAGE },
    )
    const done = await call.store.erase(
      collection,
      old.map(({ _id }) => _id),
    )
    return { done, more: old.length === PAGE }
  })
  return ok({ removed, more })
}
