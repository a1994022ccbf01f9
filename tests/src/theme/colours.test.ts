import { readFileSync } from 'node:fs'
import path from 'node:path'
import { COLOURS } from '../../../src/theme/colours'

const css = readFileSync(path.join(__dirname, '../../../src/theme/tokens.css'), 'utf8')

function token(name: string, section = '.fs-page'): string {
  const start = css.indexOf(`${section} {`)
  const block = css.slice(start, css.indexOf('}', start))
  const value = new RegExp(`--${name}: ([^;]+);`).exec(block)?.[1]
  if (value === undefined) throw new Error(`no token --${name} in ${section}`)
  return value
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.1. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

describe('the colours', () => {
  it.each([
    ['jade', 'jade'],
    ['paper', 'paper'],
    ['card', 'card'],
    ['ink', 'ink'],
    ['inkSoft', 'ink-soft'],
  ] as const)('of configuration are those of the styles: %s', (name, inStyles) => {
    expect(COLOURS[name].toLowerCase()).toBe(token(inStyles))
  })

  it.each([
    ['ink', 'paper'],
    ['ink', 'card'],
    ['ink', 'jade-mist'],
    ['ink', 'persimmon-mist'],
    ['ink-soft', 'paper'],
    ['ink-soft', 'card'],
    ['ink-soft', 'sand-mist'],
    ['ink-soft', 'jade-mist'],
    ['jade', 'card'],
    ['jade', 'paper'],
    ['jade-deep', 'jade-mist'],
    ['persimmon', 'card'],
  ])('%s on %s can be read (4.5:1)', (text, ground) => {
    expect(contrast(token(text), token(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it('would see a pale grey', () => {
    expect(contrast('#999999', '#ffffff')).toBeLessThan(4.5)
  })
})

describe('elder mode, at a width of 375', () => {
  const points = (name: string, section?: string) => {
    // A size of letters is multiplied by what the person has chosen in WeChat; 1 is the usual.
    const length = token(name, section).replace(/^calc\((\d+px) \* var\(--text-scale, 1\)\)$/, '$1')
    return Number.parseInt(length, 10) / 2
  }

  it('has letters of 24 pixels, lines of 1.3 and targets of 60', () => {
    expect(points('text-body', '.fs-page--elder')).toBeGreaterThanOrEqual(24)
    expect(points('text-note', '.fs-page--elder')).toBeGreaterThanOrEqual(24)
    expect(Number(token('line-height', '.fs-page--elder'))).toBeGreaterThanOrEqual(1.3)
    expect(points('target', '.fs-page--elder')).toBeGreaterThanOrEqual(60)
  })

  it('is not needed for targets of 44 and letters of 17', () => {
    expect(points('target')).toBeGreaterThanOrEqual(44)
    expect(points('text-body')).toBe(17)
  })
})
