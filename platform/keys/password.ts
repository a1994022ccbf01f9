import { randomBytes, type ScryptOptions, scrypt } from 'node:crypto'
import { sameBytes } from './keyed-hash'
import type { Keys } from './keys'

/** A payment password as it is kept: the cost stands beside it, so that it can be raised later. */
export interface PasswordHash {
  readonly log2N: number
  readonly salt: string
  readonly hash: string
}

const BLOCK_SIZE = 8
const PARALLELISM = 3
const KEY_BYTES = 32

/** scrypt with r=8, p=3 over the password and a pepper from outside the database; about 250 ms at log2N = 15. */
export async function hashPassword(keys: Keys, password: string, log2N: number): Promise<PasswordHash> {
  const salt = randomBytes(16)
  const hash = await derive(keys, password, salt, log2N)
  return { log2N, salt: salt.toString('base64'), hash: hash.toString('base64') }
}

export async function isPassword(keys: Keys, password: string, kept: PasswordHash): Promise<boolean> {
  const hash = await derive(keys, password, Buffer.from(kept.salt, 'base64'), kept.log2N)
  return sameBytes(hash, Buffer.from(kept.hash, 'base64'))
}

function derive(keys: Keys, password: string, salt: Buffer, log2N: number): Promise<Buffer> {
  const cost = 2 ** log2N
  // Node's default of 32 MiB is below what this cost needs (128 · N · r bytes), hence the explicit limit.
  const options: ScryptOptions = { N: cost, r: BLOCK_SIZE, p: PARALLELISM, maxmem: 256 * cost * BLOCK_SIZE }
  const peppered = Buffer.concat([keys.passwordPepper, Buffer.from(password, 'utf8')])
  return new Promise((resolve, reject) => {
    scrypt(peppered, salt, KEY_BYTES, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}
