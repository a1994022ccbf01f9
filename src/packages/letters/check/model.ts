import { parseId } from '../../../../shared/values/ids'
import { isLetterCode, normaliseLetterCode } from '../../../../shared/values/letter-code'

/** What is asked of the function: the code alone, or with the letter that the QR code names. */
export interface Asked {
  readonly letterId?: string
  readonly code: string
}

/** From the address of the page; WeChat gives the whole address of a scanned code, encoded, as `q`. */
export function askedInParams(params: Readonly<Record<string, string | undefined>>): Asked | null {
  if (params.q !== undefined) return askedInText(decoded(params.q))
  return askedOf(params.letterId, params.code)
}

/** From what was scanned or typed: the address under a printed letter, or the code itself. Null for anything else. */
export function askedInText(text: string): Asked | null {
  const letterId = /[?&]letterId=([^&#]*)/.exec(text)?.[1]
  const code = /[?&]code=([^&#]*)/.exec(text)?.[1]
  return askedOf(letterId, code ?? text)
}

function askedOf(letterId: string | undefined, code: string | undefined): Asked | null {
  const plain = normaliseLetterCode(decoded(code ?? ''))
  if (!isLetterCode(plain)) return null
  const known = letterId === undefined ? null : parseId<'letter'>(letterId)
  return known === null ? { code: plain } : { letterId: known, code: plain }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A stray % is no address; it is taken as it stands, and is then no code.
    return text
  }
}
