import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Path } from 'fontkit'
import * as v from 'valibot'
import { layOutLetter, renderLetter } from '../../../platform/letters/render-letter'
import { notoSansSc, openFont, type WholeFont } from '../../../platform/paper/whole-font'
import { addressOfCheck } from '../../../shared/contract/check-address'
import { consentLetters } from '../../../shared/contract/consent-letters'
import { LETTER_PRINT } from '../../../shared/copy/letter-print'
import { darkness, inkOfCharacters, pictures } from '../paper/ink'
import { scanned } from '../paper/scan'
import { EXAMPLE, HANDWRITING } from './example-letter'

const MOST_BYTES = 120 * 1024
const LONG = { ...EXAMPLE, text: Array.from({ length: 4 }, () => EXAMPLE.text).join('\n') }

describe('the ink of a printed letter', () => {
  it.each([
    ['of the usual length', EXAMPLE],
    ['over several pages', LONG],
  ])('is that of the whole font in every character: a letter %s', async (_, letter) => {
    const paper = layOutLetter(letter, notoSansSc())
    const characters = await inkOfCharacters(paper, await paper.bytes())
    expect(characters.length).toBeGreaterThan(800)
    expect(characters.filter((each) => !each.whole)).toEqual([])
    const mean = characters.reduce((sum, { ratio }) => sum + ratio, 0) / characters.length
    expect(mean).toBeGreaterThan(0.99)
    expect(mean).toBeLessThan(1.01)
  })

  it('would be missed: where each character loses half of its contours, as with pdf-lib, the test sees it', async () => {
    const font = withLostContours()
    const paper = layOutLetter(EXAMPLE, font)
    const characters = await inkOfCharacters(paper, await paper.bytes())
    const lost = characters.filter((each) => !each.whole)
    expect(lost.length).toBeGreaterThan(characters.length * 0.4)
  })

  it('would be missed: where one character alone is empty, the test names it', async () => {
    const font = withLostContours('龘')
    const paper = layOutLetter(EXAMPLE, font)
    const characters = await inkOfCharacters(paper, await paper.bytes())
    const lost = new Set(characters.filter((each) => !each.whole).map(({ character }) => character))
    expect([...lost]).toEqual(['龘'])
  })
})

describe('what stands on a letter', () => {
  it('is every character of the signed text, in its order', () => {
    const written = layOutLetter(EXAMPLE, notoSansSc()).writings.map(({ text }) => text)
    expect(bare(written.join(''))).toContain(bare(EXAMPLE.text))
  })

  it('names a character by its code where the font has it not, in the facts and in the text', () => {
    const letter = {
      ...EXAMPLE,
      facts: [{ label: '授权人', value: '张𠮷' }],
      text: '我是张𠮷。',
    }
    const written = layOutLetter(letter, notoSansSc()).writings.map(({ text }) => text)
    expect(written.filter((text) => text.includes('张〔字库未收的字，编码U+20BB7〕'))).toHaveLength(2)
    expect(written.join('')).not.toContain('𠮷')
  })

  it('is one page where it fits, further numbered pages where not, and light', async () => {
    const one = layOutLetter(EXAMPLE, notoSansSc())
    expect(one.pages).toBe(1)
    expect((await one.bytes()).length).toBeLessThanOrEqual(MOST_BYTES)

    const several = layOutLetter(LONG, notoSansSc())
    expect(several.pages).toBeGreaterThan(1)
    const written = several.writings.map(({ text }) => text)
    for (let page = 1; page <= several.pages; page += 1) {
      expect(written).toContain(LETTER_PRINT.page(page, several.pages))
    }
    expect(several.writings.filter(({ baseline }) => baseline > 841 || baseline < 0)).toEqual([])
    expect((await several.bytes()).length).toBeLessThanOrEqual(MOST_BYTES)
  })

  it('is light, and quickly made, with the largest signature that the contract takes', async () => {
    const strokesOf = (count: number, length: number) =>
      Array.from({ length: count }, (_, line) =>
        Array.from({ length }, (__, step) => ({
          x: (step * 7.3 + line * 31) % 700,
          y: (step * 1.9 + line * 17) % 300,
          t: step,
        })),
      )
    const taken = (strokes: ReturnType<typeof strokesOf>) =>
      v.safeParse(consentLetters.actions.sign.input.entries.signature, {
        ...HANDWRITING,
        kind: 'handwritten',
        strokes,
      }).success
    // One point or one stroke more is none.
    expect([taken(strokesOf(1, 2_501)), taken(strokesOf(301, 1))]).toEqual([false, false])
    for (const strokes of [strokesOf(1, 2_500), strokesOf(300, 8), strokesOf(25, 100)]) {
      expect(taken(strokes)).toBe(true)
      const signatures = [{ ...EXAMPLE.signatures[0], strokes: { ...HANDWRITING, strokes } }]
      const begun = performance.now()
      const pdf = await renderLetter({ ...EXAMPLE, signatures } as typeof EXAMPLE)
      expect(performance.now() - begun).toBeLessThan(5_000)
      expect(pdf.length).toBeLessThanOrEqual(MOST_BYTES)
    }
  })
})

describe('signatures', () => {
  const said = (letter: typeof EXAMPLE) => layOutLetter(letter, notoSansSc()).writings.map(({ text }) => text)

  it('are drawn where they are her own, and only said of the other side', async () => {
    const other = { ...EXAMPLE, signatures: EXAMPLE.signatures.map((each) => ({ ...each, own: false })) }
    expect(said(EXAMPLE).filter((text) => text === LETTER_PRINT.signedElsewhere)).toHaveLength(1)
    expect(said(other).filter((text) => text === LETTER_PRINT.signedElsewhere)).toHaveLength(2)

    const [drawn] = await pictures(await renderLetter(EXAMPLE))
    const [nothing] = await pictures(
      await renderLetter({
        ...EXAMPLE,
        signatures: EXAMPLE.signatures.map((each) => ({ ...each, strokes: { ...HANDWRITING, strokes: [] } })),
      }),
    )
    if (drawn === undefined || nothing === undefined) throw new Error('a letter without a page')
    const page = { x: 0, y: 0, width: 595, height: 841 }
    expect(darkness(drawn, page)).toBeGreaterThan(darkness(nothing, page) * 1.01)
  })

  it.each([
    ['tick', LETTER_PRINT.ticked],
    ['typed', LETTER_PRINT.typed],
  ] as const)('say how she agreed by %s', (mode, words) => {
    const signatures = [{ who: '授权人', own: true, mode, signedAt: '2025-11-05T01:12:30.000Z' }]
    expect(said({ ...EXAMPLE, signatures })).toContain(words)
  })

  it('say so where a side has not signed', () => {
    const signatures = [{ who: '家人', own: false, mode: 'tick', signedAt: null }] as const
    expect(said({ ...EXAMPLE, signatures })).toContain(LETTER_PRINT.unsigned)
  })
})

describe('the code to scan', () => {
  it('says its address in the pixels of the page, also where the address is a long one', async () => {
    expect(await scanned(await renderLetter(EXAMPLE))).toBe(EXAMPLE.checkUrl)
    const appUrl = `https://${'family-account-sharing'.repeat(3)}.example.org/h5/`
    const checkUrl = addressOfCheck(appUrl, EXAMPLE.seal.letterId, EXAMPLE.checkCode.replace(/-/g, ''))
    expect(await scanned(await renderLetter({ ...EXAMPLE, checkUrl }))).toBe(checkUrl)
  })
})

describe('the file', () => {
  it('has the same bytes each time, and others for another letter', async () => {
    const first = await renderLetter(EXAMPLE)
    expect((await renderLetter(EXAMPLE)).equals(first)).toBe(true)
    expect((await renderLetter({ ...EXAMPLE, version: '2026-01-01' })).equals(first)).toBe(false)
  })

  it('has a title, a language, a date of its own and the marks for reading aloud', async () => {
    const text = (await renderLetter(EXAMPLE)).toString('latin1')
    const title = Buffer.from(`\ufeff${EXAMPLE.title.slice(0, 12)}`, 'utf16le')
      .swap16()
      .toString('latin1')
    expect(text).toContain(title)
    expect(text).toContain('/Lang (zh-CN)')
    expect(text).toContain('/Marked true')
    expect(text).toContain('(D:20251105011230Z)')
    for (const tag of ['H1', 'H2', 'P', 'Table', 'TH', 'TD', 'Figure']) expect(text).toContain(`/S /${tag}\n`)
  })

  it('is refused where a time is none', () => {
    expect(() => renderLetter({ ...EXAMPLE, seal: { ...EXAMPLE.seal, signedAt: 'yesterday' } })).toThrow(
      RangeError,
    )
  })
})

function bare(text: string): string {
  return text.replace(/\s/g, '')
}

/** What fontkit makes of a part of a font; only the mutation below looks so far inside. */
interface Subset {
  glyf: Uint8Array[]
  offset: number
  _addGlyph(id: number): number
}

/** The font whose embedded part keeps only the first half of the contours: of each character, or of one alone none. */
function withLostContours(only?: string): WholeFont {
  const file = createRequire(__filename).resolve(
    '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  )
  const whole = openFont(readFileSync(file))
  const { font } = whole
  const damaged = only === undefined ? null : font.glyphForCodePoint(only.codePointAt(0) ?? 0).id
  const createSubset = font.createSubset.bind(font)
  font.createSubset = () => {
    const subset = createSubset()
    const inside = subset as unknown as Subset
    const addGlyph = inside._addGlyph.bind(inside)
    inside._addGlyph = (id) => {
      const at = addGlyph(id)
      const contours = contoursOf(font.getGlyph(id).path)
      if ((damaged !== null && damaged !== id) || contours.length === 0) return at
      const kept = damaged === null ? contours.slice(0, Math.ceil(contours.length / 2)) : []
      const before = inside.glyf[at]?.length ?? 0
      const bytes = glyphOf(kept)
      inside.glyf[at] = bytes
      inside.offset += bytes.length - before
      return at
    }
    return subset
  }
  return whole
}

interface Point {
  readonly x: number
  readonly y: number
  readonly onCurve: boolean
}

function contoursOf(path: Path): Point[][] {
  const contours: Point[][] = []
  for (const { command, args } of path.commands) {
    const [x = 0, y = 0, toX = 0, toY = 0] = args
    if (command === 'moveTo') contours.push([])
    if (command === 'closePath') continue
    const isCurve = command === 'quadraticCurveTo'
    contours.at(-1)?.push({ x, y, onCurve: !isCurve })
    if (isCurve) contours.at(-1)?.push({ x: toX, y: toY, onCurve: true })
  }
  return contours
}

/** A simple glyph of the TrueType table glyf, in its longest form: a flag of its own and two bytes a step. */
function glyphOf(contours: Point[][]): Uint8Array {
  const points = contours.flat().map(({ x, y, onCurve }) => ({ x: Math.round(x), y: Math.round(y), onCurve }))
  if (points.length === 0) return new Uint8Array(0)
  const ends = contours.map((_, index) => contours.slice(0, index + 1).flat().length - 1)
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  const steps = (values: number[]) => values.map((value, index) => value - (values[index - 1] ?? 0))
  const words = (values: number[]) => values.flatMap((value) => [(value >> 8) & 255, value & 255])
  const bytes = [
    ...words([contours.length, ...box, ...ends, 0]),
    ...points.map(({ onCurve }) => (onCurve ? 1 : 0)),
    ...words(steps(xs)),
    ...words(steps(ys)),
  ]
  // Every glyph begins at a place that can be divided by four.
  return Uint8Array.from([...bytes, ...Array<number>((4 - (bytes.length % 4)) % 4).fill(0)])
}
