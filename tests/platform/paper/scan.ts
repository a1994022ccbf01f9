import jsQR from 'jsqr'
import { type Picture, pictures } from './ink'

/**
 * What a camera reads from the code on a printed page: from its pixels, not from what was meant to be drawn. It is
 * pointed at the right side first, where the code stands; looking through a whole page of text takes long.
 */
export async function scanned(pdf: Buffer): Promise<string | null> {
  const pages = await pictures(pdf)
  const looks = [...pages.map(rightOf), ...pages]
  for (const { width, height, grey } of looks) {
    const pixels = new Uint8ClampedArray(width * height * 4)
    for (let at = 0; at < grey.length; at += 1) pixels.fill(grey[at] ?? 255, at * 4, at * 4 + 4)
    const found = jsQR(pixels, width, height, { inversionAttempts: 'dontInvert' })
    if (found !== null) return found.data
  }
  return null
}

/** The right third of the lower half. */
function rightOf({ width, height, grey }: Picture): Picture {
  const [left, top] = [Math.floor((width * 2) / 3), Math.floor(height / 2)]
  const rows = Array.from({ length: height - top }, (_, row) => {
    const from = (top + row) * width
    return grey.subarray(from + left, from + width)
  })
  return { width: width - left, height: height - top, grey: Uint8Array.from(rows.flatMap((row) => [...row])) }
}
