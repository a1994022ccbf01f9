import Taro from '@tarojs/taro'
import type { RequestId } from '../../shared/values/ids'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM_CHARACTERS = 16

/** A ULID: ten characters of time, sixteen of chance. `bytes` holds sixteen or more bytes. */
export function ulidOf(milliseconds: number, bytes: Uint8Array): RequestId {
  let time = ''
  let rest = milliseconds
  for (let place = 0; place < 10; place += 1) {
    time = CROCKFORD.charAt(rest % 32) + time
    rest = Math.floor(rest / 32)
  }
  const chance = Array.from(bytes.slice(0, RANDOM_CHARACTERS), (byte) => CROCKFORD.charAt(byte % 32)).join('')
  return (time + chance) as RequestId
}

/** The number of a write, made on the phone. It must be unique for the caller; it need not be secret. */
export async function makeRequestId(): Promise<RequestId> {
  return ulidOf(Date.now(), await randomBytes(RANDOM_CHARACTERS))
}

async function randomBytes(count: number): Promise<Uint8Array> {
  try {
    if (process.env.TARO_ENV === 'h5') return window.crypto.getRandomValues(new Uint8Array(count))
    const { randomValues } = await Taro.getRandomValues({ length: count })
    const bytes = new Uint8Array(randomValues)
    if (bytes.length >= count) return bytes
  } catch {
    // An old WeChat has no getRandomValues; what follows is enough, because the number only has to be unique.
  }
  return Uint8Array.from({ length: count }, () => Math.floor(Math.random() * 256))
}
