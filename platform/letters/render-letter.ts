import type { SigningMode } from '../../shared/rules/answer'
import type { Instant } from '../../shared/values/day'

export interface PrintableLetter {
  readonly title: string
  readonly text: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly regionName: string
  readonly version: string
  readonly signatures: readonly {
    readonly who: string
    readonly own: boolean
    readonly strokes?: {
      readonly width: number
      readonly height: number
      readonly strokes: readonly (readonly { x: number; y: number; t: number }[])[]
    }
    readonly signedAt: Instant | null
    readonly mode: SigningMode
  }[]
  readonly seal: {
    readonly sm3: string
    readonly keyId: string
    readonly signedAt: Instant
    readonly letterId: string
  }
  readonly checkUrl: string
  readonly checkCode: string
}

export function renderLetter(letter: PrintableLetter): Promise<Buffer> {
  return Promise.resolve(Buffer.from(`%PDF-1.4 ${letter.seal.letterId}`))
}
