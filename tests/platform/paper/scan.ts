import jsQR from 'jsqr'
import { pictures } from './ink'

/** What a camera reads from the code on a printed page: from its pixels, not from what was meant to be drawn. */
export async function scanned(pdf: Buffer): Promise<string | null> {
  for (const { width, height, grey } of await pictures(pdf)) {
    const pixels = new Uint8ClampedArray(width * height * 4)
    for (let at = 0; at < grey.length; at += 1) {
      const value = grey[at] ?? 255
      pixels[at * 4] = value
      pixels[at * 4 + 1] = value
      pixels[at * 4 + 2] = value
      pixels[at * 4 + 3] = 255
    }
    const found = jsQR(pixels, width, height, { inversionAttempts: 'dontInvert' })
    if (found !== null) return found.data
  }
  return null
}
