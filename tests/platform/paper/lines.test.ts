import fc from 'fast-check'
import { brokenIntoLines } from '../../../platform/paper/lines'
import { strokePath, strokesInBox } from '../../../platform/paper/pen'
import { printableText } from '../../../platform/paper/printable-text'

/** A Han character is ten points wide, everything else five. */
const widthOf = (text: string) =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e80 ? 10 : 5), 0)
const setting = { width: 100, indent: 20, size: 10, widthOf }
const texts = (paragraph: string) => brokenIntoLines(paragraph, setting).map(({ text }) => text)

describe('lines', () => {
  it('begin with no mark that closes and end with none that opens', () => {
    expect(texts('一二三四五六七八，九')).toEqual(['一二三四五六七', '八，九'])
    expect(texts('一二三四五六七（八九十）')).toEqual(['一二三四五六七', '（八九十）'])
  })

  it('keep a date and a word whole, and break what is longer than a line', () => {
    expect(texts('一二三四五2025-11-05')).toEqual(['一二三四五', '2025-11-05'])
    expect(texts('a'.repeat(40))).toEqual(['a'.repeat(16), 'a'.repeat(20), 'aaaa'])
  })

  it('are spread to an even edge, but not the last one and not so far that they look torn', () => {
    const [first, second] = brokenIntoLines('一二三四五六七，一八九十', setting)
    expect(first).toMatchObject({ text: '一二三四五六七，', spacing: 0, indent: 20 })
    expect(second).toMatchObject({ spacing: 0, indent: 0 })
    const spread = brokenIntoLines('一二三四五六a七八九十', { ...setting, indent: 0 })[0]
    expect(spread?.spacing).toBeCloseTo(5 / 9)
  })

  it('lose nothing and never stand out', () => {
    const character = fc.constantFrom(...'一医保，。（）“”、a1-. 〕')
    fc.assert(
      fc.property(fc.array(character, { maxLength: 80 }), (characters) => {
        const lines = brokenIntoLines(characters.join(''), setting)
        const bare = (text: string) => text.replaceAll(' ', '')
        expect(bare(lines.map(({ text }) => text).join(''))).toBe(bare(characters.join('')))
        for (const { width, indent } of lines) expect(width + indent).toBeLessThanOrEqual(setting.width)
      }),
    )
  })
})

describe('text for a font', () => {
  const has = (codePoint: number) => codePoint < 0x20000

  it('names what the font has not by its code, and drops marks that have no ink', () => {
    expect(printableText('张𠮷', has)).toBe('张〔字库未收的字，编码U+20BB7〕')
    expect(printableText('葛\u{e0100}\u200b\ufeff城', has)).toBe('葛城')
    expect(printableText('一\t二\u0007', has)).toBe('一 二 ')
  })
})

describe('pen strokes', () => {
  const box = { x: 100, y: 200, width: 180, height: 60 }
  const point = fc.record({
    x: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
    y: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
  })

  it('stay inside their box, and none is lost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(point, { minLength: 1, maxLength: 20 }), { maxLength: 20 }),
        (strokes) => {
          const drawn = strokesInBox({ width: 700, height: 300, strokes }, box)
          expect(drawn).toHaveLength(strokes.length)
          for (const { x, y } of drawn.flat()) {
            expect(x).toBeGreaterThanOrEqual(box.x - 1e-6)
            expect(x).toBeLessThanOrEqual(box.x + box.width + 1e-6)
            expect(y).toBeGreaterThanOrEqual(box.y - 1e-6)
            expect(y).toBeLessThanOrEqual(box.y + box.height + 1e-6)
          }
        },
      ),
    )
  })

  it('are curves between their ends, and a dot is a line too short to see, which the round pen makes a dot', () => {
    const [from, over, to] = [
      { x: 0, y: 0 },
      { x: 1, y: 2 },
      { x: 2, y: 0 },
    ]
    expect(strokePath([from, over, to])).toBe('M0.00 0.00Q1.00 2.00 1.50 1.00L2.00 0.00')
    expect(strokePath([over])).toBe('M1.00 2.00L1.01 2.00')
  })
})
