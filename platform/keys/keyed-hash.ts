import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** SM3 (GB/T 32905) of a text, in hex. */
export function sm3(text: string): string {
  return createHash('sm3').update(text, 'utf8').digest('hex')
}

/** HMAC-SM3 of a text. */
export function keyedHash(key: Buffer, text: string): Buffer {
  return createHmac('sm3', key).update(text, 'utf8').digest()
}

export function sameBytes(left: Buffer, right: Buffer): boolean {
  return left.length === right.length && timingSafeEqual(left, right)
}

/** SM3 of a file, in hex. */
export function sm3OfBytes(bytes: Buffer): string {
  return createHash('sm3').update(bytes).digest('hex')
}
