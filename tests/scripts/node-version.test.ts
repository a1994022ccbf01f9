import { runModule } from './run-module'

function startWith(version: string) {
  return runModule(`
    Object.defineProperty(process.versions, 'node', { value: '${version}' })
    await import('@scripts/set-up/node-version.mjs')
    console.log('goes on')
  `)
}

describe('an old Node', () => {
  it.each(['18.20.4', '20.18.9'])('%s is told in one sentence, before anything else happens', (version) => {
    const { code, stdout, stderr } = startWith(version)
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toContain('20.19')
    expect(stderr).toContain(version)
  })

  it.each(['20.19.0', '22.1.0', '24.0.0'])('%s is new enough', (version) => {
    expect(startWith(version)).toMatchObject({ code: 0, stdout: 'goes on\n' })
  })
})
