import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { sm2 } from 'sm-crypto-v2'
import { createSealer } from '../../../platform/keys/letter-seal'
import { type ExportedLetter, exportProblem } from '../../../platform/letters/exported-letter'
import { type LetterContent, NO_LETTER_BEFORE, sealedText } from '../../../platform/letters/letter-content'
import { instant } from '../../../shared/values/day'

const ROOT = path.resolve(__dirname, '../../..')
const own = sm2.generateKeyPairHex()
const sealer = createSealer(own.privateKey, 'k1')
const before = sealer.sealLetter('the letter before')

function content(more: Partial<LetterContent> = {}): LetterContent {
  return {
    format: 'consent-letter/1',
    letterId: '01JBYW8V7Q0000000000000000',
    purpose: 'accept',
    regionCode: '130000',
    title: '授权承诺书（家人签署）',
    version: '2025-11-05',
    text: '我是刘丽华。\n一、用途：看病、买药。',
    facts: [
      { label: '授权人', value: '陈志强（130***********0012）' },
      { label: '用途', value: '看病、买药' },
    ],
    mode: 'handwritten',
    signer: { role: 'relative', name: '刘丽华', idIndex: 'a'.repeat(64) },
    verifiedBy: null,
    signature: {
      kind: 'handwritten',
      width: 600,
      height: 300,
      strokes: [
        [
          { x: 60, y: 80.5, t: 0 },
          { x: 72.3, y: 94, t: 16 },
        ],
        [
          { x: 330, y: 200, t: 400 },
          { x: 340, y: 194, t: 416 },
        ],
      ],
    },
    signedAt: instant('2025-11-05T01:00:00.000Z'),
    certificate: null,
    chain: { number: 2, previous: before.sm3 },
    ...more,
  }
}

function exported(more: Partial<LetterContent> = {}): ExportedLetter {
  const made = content(more)
  return {
    format: 'consent-letter-export/1',
    content: made,
    seal: sealer.sealLetter(sealedText(made)),
    earlierSeals: made.chain.number === 1 ? [] : [before],
    publicKey: own.publicKey,
  }
}

/** Every place in the file that holds a text or a number, as the way that leads there. */
function leaves(value: unknown, way: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, [...way, index]))
  if (value !== null && typeof value === 'object') {
    return Object.entries(value).flatMap(([name, field]) => leaves(field, [...way, name]))
  }
  return value === null ? [] : [way]
}

function at(value: unknown, way: readonly (string | number)[]): unknown {
  return way.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown>)[step], value)
}

function changedAt(file: ExportedLetter, way: readonly (string | number)[], next: unknown): unknown {
  const copy = structuredClone(file) as unknown
  const last = way[way.length - 1] ?? ''
  const parent = at(copy, way.slice(0, -1)) as Record<string | number, unknown>
  parent[last] = next
  return copy
}

const file = exported()
// The key that comes along is not what is trusted, so a change of it is no change of the letter.
const places = leaves(file).filter(([name]) => name !== 'publicKey')

it('is whole as it was made, also after its way through a file', () => {
  expect(exportProblem(file, sealer.publicKeys)).toBeNull()
  expect(exportProblem(JSON.parse(JSON.stringify(file)), sealer.publicKeys)).toBeNull()
  const first = exported({ chain: { number: 1, previous: NO_LETTER_BEFORE } })
  expect(exportProblem(first, sealer.publicKeys)).toBeNull()
})

it('shows any changed character, stroke or time', () => {
  expect(places.length).toBeGreaterThan(30)
  fc.assert(
    fc.property(
      fc.constantFrom(...places),
      fc.nat(),
      fc.string({ minLength: 1, maxLength: 1 }),
      (way, where, character) => {
        const before = at(file, way)
        const next =
          typeof before === 'number'
            ? before + (where % 7) + 0.5
            : `${String(before).slice(0, where % String(before).length)}${character}${String(before).slice((where % String(before).length) + 1)}`
        fc.pre(next !== before)
        expect(exportProblem(changedAt(file, way, next), sealer.publicKeys)).not.toBeNull()
      },
    ),
    { numRuns: 300 },
  )
})

it('shows a point or a stroke that is left out, added or moved to another place', () => {
  const { signature } = file.content
  if (signature.kind !== 'handwritten') throw new Error('written by hand')
  const [first = [], second = []] = signature.strokes
  for (const strokes of [[first], [second, first], [first, second, []], [first.slice(1), second]]) {
    const other = { ...file, content: { ...file.content, signature: { ...signature, strokes } } }
    expect(exportProblem(other, sealer.publicKeys)).toBe('content-changed')
  }
})

it('shows a letter that was sealed again with another key, and a chain that lost a letter', () => {
  const strange = createSealer(sm2.generateKeyPairHex().privateKey, 'k1')
  const forged = { ...file, seal: strange.sealLetter(sealedText(file.content)) }
  expect(exportProblem(forged, sealer.publicKeys)).toBe('seal-changed')
  expect(exportProblem({ ...file, earlierSeals: [] }, sealer.publicKeys)).toBe('chain-changed')
  expect(
    exportProblem({ ...file, earlierSeals: [strange.sealLetter('the letter before')] }, sealer.publicKeys),
  ).toBe('chain-changed')
})

it.each([
  null,
  7,
  'text',
  [],
  {},
  { ...file, seal: null },
  { ...file, content: 7 },
  { ...file, earlierSeals: 'x' },
])('takes %j for no export', (other) => {
  expect(exportProblem(other, sealer.publicKeys)).toBe('not-an-export')
})

describe('npm run verify-letter', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'letter-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const write = (name: string, value: unknown) => {
    const place = path.join(folder, name)
    writeFileSync(place, typeof value === 'string' ? value : JSON.stringify(value))
    return place
  }
  const run = (...given: string[]) =>
    spawnSync(process.execPath, ['scripts/verify-letter.mjs', ...given], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: path.join(folder, 'no-data') },
    })
  const keys = () => write('keys.json', { keys: sealer.publicKeys })

  it('says so where nothing was changed, with the keys that the service publishes', () => {
    const { stdout, status } = run(write('letter.json', file), keys())
    expect(stdout).toContain('intact')
    expect(stdout).toContain('2025-11-05T01:00:00.000Z')
    expect(status).toBe(0)
    expect(run(write('letter.json', file), own.publicKey).status).toBe(0)
  })

  it('fails where one character was changed, and where the key is another', () => {
    const other = { ...file, content: { ...file.content, text: file.content.text.replace('看病', '看戏') } }
    const { stdout, stderr, status } = run(write('changed.json', other), keys())
    expect(status).toBe(1)
    expect(`${stdout}${stderr}`).toContain('changed')
    const strange = write('strange.json', {
      keys: [{ keyId: 'k1', publicKey: sm2.generateKeyPairHex().publicKey }],
    })
    expect(run(write('letter.json', file), strange).status).toBe(1)
  })

  it('without published keys says which key the file names, and that this proves less', () => {
    const { stdout, status } = run(write('letter.json', file))
    expect(stdout).toContain('compare')
    expect(stdout).toContain(own.publicKey)
    expect(status).toBe(0)
  })

  it('says in one sentence what is no letter', () => {
    for (const given of [
      [],
      [path.join(folder, 'missing.json')],
      [write('text.json', 'no json')],
      [write('other.json', {})],
    ]) {
      const { stderr, status } = run(...given)
      expect(status).toBe(2)
      expect(stderr.trim().split('\n')).toHaveLength(1)
    }
  })

  it('is a command of the package', () => {
    const said = execFileSync(
      'npm',
      ['run', '--silent', 'verify-letter', '--', write('letter.json', file), keys()],
      {
        cwd: ROOT,
        encoding: 'utf8',
      },
    )
    expect(said).toContain('intact')
  })
})
