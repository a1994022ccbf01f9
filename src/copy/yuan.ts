import { type Fen, fen } from '../../shared/values/fen'
import { normaliseIdNumber } from '../../shared/values/id-document'

/** An amount as people type it (`200`, `1,200.5`, `300元`) in fen, below 100 million yuan; null where it is none. */
export function fenFromYuan(text: string): Fen | null {
  const plain = normaliseIdNumber(text).replace(/[,,¥¥元]/g, '')
  const match = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(plain)
  if (match === null) return null
  const [, yuan = '0', rest = ''] = match
  const amount = Number(yuan) * 100 + Number(rest.padEnd(2, '0'))
  return amount > 0 ? fen(amount) : null
}
