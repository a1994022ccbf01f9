import { type Finding, read } from './house'

interface Manifest {
  readonly dependencies: Record<string, string>
  readonly devDependencies: Record<string, string>
}
const manifest: Manifest = JSON.parse(read('package.json'))
const versions = { ...manifest.dependencies, ...manifest.devDependencies }

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
    const lock: { packages: Record<string, { version?: string; resolved?: string }> } = JSON.parse(
      read('package-lock.json'),
    )
    for (const [name, version] of Object.entries(versions)) {
      expect([name, lock.packages[`node_modules/${name}`]?.version]).toEqual([name, version])
    }
    expect(
      Object.keys(lock.packages).filter((place) => lock.packages[place]?.resolved !== undefined),
    ).toEqual([])
  })

  it('need no install script: none is run', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m)
  })
})
