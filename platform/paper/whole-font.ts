import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { create, type Font } from 'fontkit'

/** A font with every glyph it has, and the questions that setting text asks of it. */
export interface WholeFont {
  readonly font: Font
  has(codePoint: number): boolean
  /** In points, as it is set: with kerning. */
  widthOf(text: string, size: number): number
}

/**
 * `scripts/build-functions.mjs` lays the file beside the bundle of each function that prints; where the sources run
 * unbundled it is in its package.
 */
const FONT_FILE = 'NotoSansSC_400Regular.ttf'
const FONT_PACKAGE_FILE = `@expo-google-fonts/noto-sans-sc/400Regular/${FONT_FILE}`

let kept: WholeFont | null = null

/** Noto Sans SC, whole, read once per instance and only when something is printed. */
export function notoSansSc(): WholeFont {
  kept ??= openFont(readFileSync(fontPath()))
  return kept
}

function fontPath(): string {
  const besideBundle = path.join(__dirname, FONT_FILE)
  return existsSync(besideBundle) ? besideBundle : require.resolve(FONT_PACKAGE_FILE)
}

/** @throws Error where the bytes are no single font */
export function openFont(bytes: Buffer): WholeFont {
  const font = create(bytes)
  if (!('hasGlyphForCodePoint' in font)) throw new Error('A collection of fonts where one font is needed.')
  const widths = new Map<string, number>()
  const ems = (text: string) => {
    const known = widths.get(text)
    if (known !== undefined) return known
    const width = font.layout(text).advanceWidth / font.unitsPerEm
    // Whole lines are asked for once; single characters again and again.
    if (text.length <= 2) widths.set(text, width)
    return width
  }
  return {
    font,
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    widthOf: (text, size) => ems(text) * size,
  }
}
