import { MOST_PROOF_BYTES, proofTypeOf } from '../../shared/values/proof-file'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'
import type { WriteCall } from '../handler'
import { sealBytes } from '../keys/sealing'
import { PortOutage } from '../outage'
import { PLACES } from '../store/places'
import type { ProofDocument, ProofNamed } from '../store/review-collections'
import { isOwnUpload } from './uploads'

type Problem = 'missing' | 'too-large' | 'wrong-type'

/**
 * Takes uploads in as proofs: each is fetched, looked at by its content, sealed and kept under a name that tells
 * nothing. It is done before the commit that makes use of them; what no commit uses is erased by the timers the day
 * after. `removeUploads` comes after the commit, so that a request that was refused can be sent again as it is.
 *
 * Refusals: `proof-required` with the `problem` and the `position` (from 1) of the file; such a file is removed.
 */
export async function takeProofs(
  call: WriteCall<'linked'>,
  fileIds: readonly string[],
): Promise<Result<readonly ProofDocument[], Refusal>> {
  const taken: ProofDocument[] = []
  // One after the other: nine photos at a time would not fit the memory of a function.
  for (const [index, fileId] of [...new Set(fileIds)].entries()) {
    const one = await takeOne(call, fileId)
    if (typeof one === 'string') {
      if (one !== 'missing') await call.files.remove([fileId])
      return refuse({ code: 'proof-required', facts: { problem: one, position: index + 1 } })
    }
    taken.push(one)
  }
  return ok(taken)
}

async function takeOne(call: WriteCall<'linked'>, fileId: string): Promise<ProofDocument | Problem> {
  const { caller } = call
  // A stranger's file and one that is not there are answered alike.
  if (caller.kind !== 'user' || !isOwnUpload(fileId, caller.openid)) return 'missing'
  const bytes = await call.files.get(fileId, MOST_PROOF_BYTES)
  if (bytes === null) return 'missing'
  if (bytes === 'too-large') return 'too-large'
  const contentType = proofTypeOf(bytes)
  if (contentType === null) return 'wrong-type'
  const proofId = call.newId('proof')
  const place = PLACES.proof(proofId)
  const path = `sealed/${call.keys.fileName(place)}`
  const proof: ProofDocument = {
    _id: proofId,
    fileId: await call.files.put(path, sealBytes(call.keys, place, bytes)),
    uploadFileId: fileId,
    ownerId: call.person._id,
    contentType,
    bytes: bytes.length,
    takenAt: call.now,
    keptUntil: call.today,
  }
  await call.store.transact(async (transaction) => {
    await transaction.insert('proofs', proof)
    return { keep: true, value: null }
  })
  return proof
}

export function namesOf(proofs: readonly ProofDocument[]): ProofNamed[] {
  return proofs.map(({ _id: proofId, contentType, bytes }) => ({ proofId, contentType, bytes }))
}

/** After the commit. What cannot be removed now is removed by the timers; the request is done and must not fail. */
export async function removeUploads(
  call: WriteCall<'linked'>,
  proofs: readonly ProofDocument[],
): Promise<void> {
  if (proofs.length === 0) return
  try {
    await call.files.remove(proofs.flatMap(({ uploadFileId }) => uploadFileId ?? []))
    await call.store.updateWhere(
      'proofs',
      { _id: call.store.operators.in(proofs.map(({ _id }) => _id)) },
      { uploadFileId: null },
    )
  } catch (error) {
    if (!(error instanceof PortOutage)) throw error
  }
}

/** Uploads of the caller's own for which there is no use: nobody asked for these papers, so they are not kept. */
export async function discardUploads(call: WriteCall<'linked'>, fileIds: readonly string[]): Promise<void> {
  const { caller } = call
  const own = fileIds.filter((fileId) => caller.kind === 'user' && isOwnUpload(fileId, caller.openid))
  try {
    await call.files.remove([...new Set(own)])
  } catch (error) {
    if (!(error instanceof PortOutage)) throw error
  }
}
