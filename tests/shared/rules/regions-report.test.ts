import { execFileSync } from 'node:child_process'
import path from 'node:path'

describe('docs/regions.md', () => {
  it('says what the rules say', () => {
    const root = path.resolve(__dirname, '../../..')
    const said = execFileSync(process.execPath, ['scripts/regions-report.mjs', '--check'], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(said).toContain('says what the rules say')
  })
})
