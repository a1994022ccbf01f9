import { type Finding, read } from './house'

interface Manifest {
  readonly dependencies: Record<string, string>
  readonly devDependencies: Record<string, string>
}
const manifest: Manifest = JSON.parse(read('package.json'))
const versions = { ...manifest.dependencies, ...manifest.devDependencies }

interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly os?: string[]
  readonly optionalDependencies?: Record<string, string>
}
const lock: { packages: Record<string, Locked> } = JSON.parse(read('package-lock.json'))

/** Where Node would find the package, seen from a place in the lock. */
function placeOf(name: string, from: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const place = `${at === '' ? '' : `${at}/`}node_modules/${name}`
    if (lock.packages[place] !== undefined) return place
    if (at === '') return undefined
    if (!at.includes('/node_modules/')) at = ''
  }
}

/** Packages that the table of docs/dependencies.md gives a reason for: a row begins with the name in code. */
function explained(document: string): string[] {
  return [...document.matchAll(/^\| `([^`]+)` \|[^|]*\S[^|]*\|/gm)].map((row) => row[1] ?? '')
}

function notPinned(wanted: Record<string, string>): Finding[] {
  return Object.entries(wanted).flatMap(([name, version]) =>
    /^\d+\.\d+\.\d+$/.test(version) ? [] : [`${name} ${version}`],
  )
}

describe('packages', () => {
  it('are each explained in docs/dependencies.md, and none is explained that is not there', () => {
    expect(explained(read('docs/dependencies.md')).sort()).toEqual(Object.keys(versions).sort())
  })

  it('are pinned to one version', () => {
    expect(notPinned(versions)).toEqual([])
    expect(notPinned({ a: '^1.0.0', b: '~1.0.0', c: 'latest', d: '1.0.0' })).toEqual([
      'a ^1.0.0',
      'b ~1.0.0',
      'c latest',
    ])
  })

  it('are locked in the versions that package.json names, and not to an address', () => {
    for (const [name, version] of Object.entries(versions)) {
      expect([name, lock.packages[`node_modules/${name}`]?.version]).toEqual([name, version])
    }
    expect(
      Object.keys(lock.packages).filter((place) => lock.packages[place]?.resolved !== undefined),
    ).toEqual([])
  })

  it('are locked for other systems too: without them npm refuses to install there', () => {
    const missing = Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.entries(optionalDependencies)
        .filter(([, version]) => /^\d+\.\d+\.\d+$/.test(version))
        .filter(([name, version]) => lock.packages[placeOf(name, place) ?? '']?.version !== version)
        .map(([name, version]) => `${place} wants ${name} ${version}`),
    )
    expect(missing).toEqual([])
  })

  it('carry a checksum, but for native parts of systems on which the lock was never made', () => {
    const without = Object.entries(lock.packages).filter(
      ([place, { integrity }]) => place !== '' && !integrity,
    )
    expect(without.filter(([, { os }]) => os === undefined).map(([place]) => place)).toEqual([])
  })

  it('need no install script: none is run', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m)
  })
})
