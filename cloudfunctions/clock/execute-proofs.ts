import type { Executes, ReadCall } from '../../platform/handler'
import type { clock } from '../../shared/contract/clock'
import { addMilliseconds } from '../../shared/values/day'
import { ok } from '../../shared/values/result'
import { pageAfterPage } from './execute-pages'

type ErasingProofs = Pick<Executes<(typeof clock)['actions']>, 'erase-proofs'>

/** The platform removes at most fifty files at a time. */
const PAGE = 50
/** A request that took an upload in is over by then, one way or the other. */
const UPLOAD_LEFT_MS = 60 * 60 * 1000

/** Proofs whose time is over, or that came to nothing, and uploads that a request could not remove any more. */
export const erasingProofs: ErasingProofs = {
  async 'erase-proofs'(call) {
    const { done: erased, more } = await pageAfterPage(call, () => erasePage(call))
    return ok({ erased, more })
  },
}

async function erasePage(call: ReadCall) {
  const { operators } = call.store
  const due = await call.store.find(
    'proofs',
    { keptUntil: operators.lt(call.today) },
    { orderBy: ['keptUntil', 'asc'], limit: PAGE },
  )
  const left = await call.store.find(
    'proofs',
    {
      uploadFileId: operators.neq(null),
      takenAt: operators.lt(addMilliseconds(call.now, -UPLOAD_LEFT_MS)),
    },
    { limit: PAGE },
  )
  const uploads = left.flatMap(({ uploadFileId }) => uploadFileId ?? [])
  await call.files.remove(uploads)
  if (left.length > 0) {
    const ids = left.map(({ _id }) => _id)
    await call.store.updateWhere('proofs', { _id: operators.in(ids) }, { uploadFileId: null })
  }
  // The file first: a record without a file is removed at the next time, a file without a record never would be.
  await call.files.remove(due.map(({ fileId }) => fileId))
  const done = await call.store.erase(
    'proofs',
    due.map(({ _id }) => _id),
  )
  return { done, more: due.length === PAGE || left.length === PAGE }
}
