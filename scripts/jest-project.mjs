import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

const REPORTS = '.cache/test-reports'

/**
 * Runs one of Jest's projects.
 * @returns how many tests passed and failed. A suite that could not run, and a project without a single
 * test, count as a failure: silence is not success.
 */
export async function runJestProject(name) {
  const report = path.join(REPORTS, `${name}.json`)
  mkdirSync(REPORTS, { recursive: true })
  rmSync(report, { force: true })
  const code = await new Promise((resolve) => {
    const args = [
      'node_modules/jest/bin/jest.js',
      '--selectProjects',
      name,
      '--json',
      `--outputFile=${report}`,
    ]
    const jest = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    jest.on('close', resolve)
  })
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  const failed = numFailedTests + numPendingTests + numRuntimeErrorTestSuites
  const unexplained = failed === 0 && (code !== 0 || numPassedTests === 0)
  return { passed: numPassedTests, failed: failed + (unexplained ? 1 : 0) }
}
