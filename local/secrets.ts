import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { sm2 } from 'sm-crypto-v2'
import * as v from 'valibot'
import { writeDurably } from './durable-file'

const secretsSchema = v.object({
  /** From it the functions derive the keys for sealing, finding, tokens and requests: 64 hex digits. */
  productSecret: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** SM2, for the seal on signed letters. */
  sealPrivateKey: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  sealPublicKey: v.pipe(v.string(), v.regex(/^[0-9a-f]{66,130}$/)),
  sealKeyId: v.pipe(v.string(), v.regex(/^[\w.-]{1,64}$/)),
  /** Public keys that sealed before: what they sealed is still checked. */
  retiredSealKeys: v.optional(
    v.array(v.object({ keyId: v.string(), publicKey: v.pipe(v.string(), v.regex(/^04[0-9a-f]{128}$/)) })),
    [],
  ),
  insurerKey: v.pipe(v.string(), v.minLength(32)),
  verificationKey: v.pipe(v.string(), v.minLength(32)),
})

export type Secrets = v.InferOutput<typeof secretsSchema>

function makeSecrets(): Secrets {
  const { privateKey, publicKey } = sm2.generateKeyPairHex()
  return {
    productSecret: randomBytes(32).toString('hex'),
    sealPrivateKey: privateKey.padStart(64, '0'),
    sealPublicKey: publicKey,
    sealKeyId: `local-${publicKey.slice(2, 10)}`,
    retiredSealKeys: [],
    insurerKey: randomBytes(24).toString('base64url'),
    verificationKey: randomBytes(24).toString('base64url'),
  }
}

/**
 * Reads the secrets, or makes them once.
 *
 * @param file null makes them for this run alone
 * @param hasData whether there is data that was sealed with secrets already
 * @throws Error where the file cannot be read as secrets, or is missing beside data that needs it: new ones would make
 * everything in the database unreadable without a word
 */
export function loadSecrets(file: string | null, hasData: boolean): Secrets {
  if (file === null) return makeSecrets()
  if (existsSync(file)) {
    try {
      return v.parse(secretsSchema, JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      throw new Error(
        `${file} does not hold the secrets: put it back from a copy, or remove the whole data directory`,
      )
    }
  }
  if (hasData) {
    throw new Error(
      `${file} is missing, and the data beside it cannot be read without it: ` +
        'put it back from a copy, or remove the whole data directory',
    )
  }
  const secrets = makeSecrets()
  writeDurably(file, `${JSON.stringify(secrets, null, 2)}\n`, 0o600)
  return secrets
}
