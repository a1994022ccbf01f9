import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { PASSWORD_PROGRAM } from './build.mjs'
import { measure, summed } from './measure.mjs'

/** As a deployment sets it: 2^15. */
const DEPLOYED_LOG2N = 15
const CHECKS = 12

/** How long one check of a payment password takes, which is slow on purpose and no part of the figures of a payment. */
export async function measurePassword(say) {
  const { hashPassword, isPassword } = createRequire(import.meta.url)(PASSWORD_PROGRAM)
  const keys = { passwordPepper: randomBytes(32) }
  const kept = await hashPassword(keys, '739154', DEPLOYED_LOG2N)
  const checks = Array.from({ length: CHECKS }, () => async () => {
    if (!(await isPassword(keys, '739154', kept))) throw new Error('the password is right')
  })
  const { p50Ms, p95Ms } = summed([await measure(checks, 1)])
  say(`a password: ${p50Ms.toFixed(0)} ms`)
  return { log2N: DEPLOYED_LOG2N, p50Ms, p95Ms }
}
