import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Ajv from 'ajv'

const ROOT = path.resolve(__dirname, '../..')

describe('the rules as a module of their own', () => {
  const to = mkdtempSync(path.join(tmpdir(), 'rules-'))
  const read = (file: string) => readFileSync(path.join(to, file), 'utf8')
  /** Runs a module in bare Node, in a folder without any package. */
  const run = (code: string): unknown =>
    JSON.parse(
      execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: to, encoding: 'utf8' }),
    )

  beforeAll(() => {
    const script = path.join(ROOT, 'scripts/build-rules.mjs')
    const build = `import { buildRules } from ${JSON.stringify(script)}; await buildRules({ to: ${JSON.stringify(to)} })`
    execFileSync(process.execPath, ['--input-type=module', '--eval', build], { cwd: ROOT })
  }, 120_000)
  afterAll(() => rmSync(to, { recursive: true, force: true }))

  it('imports nothing: no package, no Node, no part of this project', () => {
    const code = read('rules.mjs')
    expect(code).not.toMatch(/^import\b|\brequire\(|\bimport\(/m)
    expect(code).not.toMatch(/@tarojs|@cloudbase|node:/)
  })

  it('answers in bare Node', () => {
    const answer = run(`
      import { day, explain, mayInvite, refusalSentence, regions } from './rules.mjs'
      const person = (idNumber, birthDay) => ({ document: { idType: '01', idNumber }, birthDay: day(birthDay) })
      const answer = mayInvite({
        policyholder: {
          ...person('11009919800601001X', '1980-06-01'),
          scheme: 'employee', enrolment: 'none', regionCode: '130000', poolingAreaCode: '130100',
        },
        relative: person('110099198203040031', '1982-03-04'),
        relation: 'spouse', bound: [], today: day('2025-11-05'),
      })
      const cap = explain('130000', day('2025-11-05')).find(({ parameter }) => parameter === 'member-cap')
      console.log(JSON.stringify({
        regions: regions().length, cap: cap.value, code: answer.refusal.code, sentence: refusalSentence(answer.refusal),
      }))
    `)
    expect(answer).toMatchObject({
      regions: 24,
      cap: 8,
      code: 'not-enrolled',
      sentence: expect.stringMatching(/。$/),
    })
  })

  it('has its types beside it, which lean on nothing outside', () => {
    const files = readdirSync(path.join(to, 'types'), { recursive: true, encoding: 'utf8' })
    expect(files).toEqual(expect.arrayContaining(['index.d.ts', path.join('rules', 'index.d.ts')]))
    for (const file of files.filter((one) => one.endsWith('.d.ts'))) {
      for (const [, from] of read(path.join('types', file)).matchAll(/from ['"]([^'"]+)['"]/g)) {
        expect(from).toMatch(/^\./)
      }
    }
    expect(JSON.parse(read('package.json')).exports['.']).toEqual({
      types: './types/index.d.ts',
      default: './rules.mjs',
    })
  })

  describe('its JSON Schema', () => {
    const validate = () => new Ajv({ allErrors: true }).compile(JSON.parse(read('rules.schema.json')))
    const data = () => JSON.parse(read('rules.json'))
    const region = (held: { regions: { regionCode: string }[] }, code: string) =>
      held.regions.find(({ regionCode }) => regionCode === code) as unknown as {
        parameters: Record<string, Record<string, unknown>[]>
      }

    it('is what all values conform to', () => {
      const conforms = validate()
      expect({ ok: conforms(data()), errors: conforms.errors }).toEqual({ ok: true, errors: null })
    })

    it.each<[what: string, spoil: (entry: Record<string, unknown>) => void]>([
      ['an amount in words', (entry) => Object.assign(entry, { value: '3000元' })],
      ['a broken amount', (entry) => Object.assign(entry, { value: 3000.5 })],
      ['no source', (entry) => Object.assign(entry, { sources: [] })],
      ['a day that is none', (entry) => Object.assign(entry, { lastChecked: '2026' })],
      ['a word that nobody defined', (entry) => Object.assign(entry, { since: '2026-11-21' })],
    ])('refuses %s', (_, spoil) => {
      const held = data()
      const [entry] = region(held, '540000').parameters['wallet-floor-fen'] ?? []
      if (entry === undefined) throw new Error('the floor of 西藏 is held')
      spoil(entry)
      expect(validate()(held)).toBe(false)
    })

    it('refuses a parameter that nobody defined', () => {
      const held = data()
      region(held, '540000').parameters['member-limit'] = []
      expect(validate()(held)).toBe(false)
    })
  })
})
