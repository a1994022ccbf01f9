import { execFileSync } from 'node:child_process'
import path from 'node:path'

const report = (day: string) =>
  execFileSync(process.execPath, ['scripts/stale-rules.mjs', day], {
    cwd: path.resolve(__dirname, '../..'),
    encoding: 'utf8',
  })

describe('the report of stale rules', () => {
  it('is empty up to a year after the values were looked at', () => {
    expect(report('2027-11-21')).toContain('no value in force is older than 365 days')
  })

  it('lists the day, the place and the parameter from then on, and fails nothing', () => {
    const said = report('2027-11-22')
    expect(said).toMatch(/2026-11-21 {2}河北 {2}member-cap/)
    expect(said).toMatch(/2026-11-21 {2}national {2}relation-scope/)
    expect(said).toMatch(/2026-11-21 {2}our reading {2}guardian-age/)
  })

  it('leaves history alone', () => {
    const scopes = report('2027-11-22').match(/西藏 {2}relation-scope/g)
    expect(scopes).toHaveLength(1)
  })
})
