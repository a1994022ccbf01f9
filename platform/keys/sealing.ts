import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { sameBytes } from './keyed-hash'
import type { Keys } from './keys'

const CIPHER = 'sm4-ctr'
const VERSION = 's1'
const IV_BYTES = 16

/** A text encrypted at rest: `s1.<iv>.<ciphertext>.<mac>`, each part base64url. */
export type Sealed = string & { readonly __brand: 'Sealed' }

/**
 * Encrypts personal data for the store: SM4-CTR, then HMAC-SM3 over version, place, iv and ciphertext.
 *
 * @param place where it will stand, such as `persons/<id>/name`: a sealed text that is moved elsewhere does not open.
 */
export function seal(keys: Keys, place: string, text: string): Sealed {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, keys.sealing, iv)
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  const parts = [iv, ciphertext, macOf(keys, place, iv, ciphertext)]
  return [VERSION, ...parts.map((part) => part.toString('base64url'))].join('.') as Sealed
}

/** @throws Error when the text was changed, moved from its place or sealed with another key. */
export function unseal(keys: Keys, place: string, sealed: Sealed): string {
  const [version, ...encoded] = sealed.split('.')
  const [iv, ciphertext, mac] = encoded.map((part) => Buffer.from(part, 'base64url'))
  if (version !== VERSION || iv === undefined || ciphertext === undefined || mac === undefined) {
    throw new Error('a sealed text has an unknown form')
  }
  if (iv.length !== IV_BYTES || !sameBytes(mac, macOf(keys, place, iv, ciphertext))) {
    throw new Error('a sealed text was changed or stands in the wrong place')
  }
  const decipher = createDecipheriv(CIPHER, keys.sealing, iv)
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8')
}

const BYTES_VERSION = 'b1'
const BYTES_HEADER = Buffer.from(`${BYTES_VERSION}.`, 'latin1')
const MAC_BYTES = 32

/**
 * The same for a file: `b1.`, iv, ciphertext and mac, one after the other, so that a photo grows by 51 bytes and not by
 * a third.
 */
export function sealBytes(keys: Keys, place: string, bytes: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, keys.sealing, iv)
  const ciphertext = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([BYTES_HEADER, iv, ciphertext, macOf(keys, place, iv, ciphertext, BYTES_VERSION)])
}

/** @throws Error when the file was changed, cut off, moved from its place or sealed with another key. */
export function unsealBytes(keys: Keys, place: string, sealed: Buffer): Buffer {
  const start = BYTES_HEADER.length + IV_BYTES
  const end = sealed.length - MAC_BYTES
  if (end < start || !sealed.subarray(0, BYTES_HEADER.length).equals(BYTES_HEADER)) {
    throw new Error('a sealed file has an unknown form')
  }
  const iv = sealed.subarray(BYTES_HEADER.length, start)
  const ciphertext = sealed.subarray(start, end)
  if (!sameBytes(sealed.subarray(end), macOf(keys, place, iv, ciphertext, BYTES_VERSION))) {
    throw new Error('a sealed file was changed or stands in the wrong place')
  }
  const decipher = createDecipheriv(CIPHER, keys.sealing, iv)
  return Buffer.concat([decipher.update(ciphertext), decipher.final()])
}

function macOf(keys: Keys, place: string, iv: Buffer, ciphertext: Buffer, version = VERSION): Buffer {
  return createHmac('sm3', keys.sealingMac)
    .update(`${version}|${place.length}|${place}|`)
    .update(iv)
    .update(ciphertext)
    .digest()
}
