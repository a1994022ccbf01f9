import { spawn } from 'node:child_process'

const MINUTE_MS = 60_000
/** A command that is not done by then will not be: the longest build takes under a minute on two cores. */
const DEFAULT_LIMIT_MS = 8 * MINUTE_MS

/**
 * Runs a command and shows what it printed only where it fails, and not even then if `silentOnFailure`.
 * @returns what it printed
 * @throws with one line that says how it ended
 */
export function runQuietly(command, { limitMs = DEFAULT_LIMIT_MS, env = {}, silentOnFailure = false } = {}) {
  return new Promise((resolve, reject) => {
    const [program, ...args] = command
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    // Not spawn's own time-out: that one keeps the process alive after a program that is not there.
    const limit = setTimeout(() => child.kill('SIGKILL'), limitMs)
    let output = ''
    const keep = (chunk) => {
      output += chunk
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const fail = (reason) => {
      clearTimeout(limit)
      reject(new Error(`${command.join(' ')} ${reason}`))
    }
    child.on('error', (error) => fail(`did not start: ${error.message}`))
    child.on('close', (code, signal) => {
      if (code === 0) {
        clearTimeout(limit)
        return resolve(output)
      }
      if (!silentOnFailure) process.stderr.write(`\n${output}\n`)
      fail(
        signal === 'SIGKILL' ? `was stopped after ${limitMs / 1000} s` : `ended with code ${code ?? signal}`,
      )
    })
  })
}
