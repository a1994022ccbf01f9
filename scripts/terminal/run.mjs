import { spawn } from 'node:child_process'

const MINUTE_MS = 60_000
/** A build that is not done by then will not be: the longest takes under a minute on two cores. */
const DEFAULT_LIMIT_MS = 8 * MINUTE_MS

/** A command ended badly; `output` is everything it printed. */
export class CommandFailed extends Error {
  constructor(command, reason, output) {
    super(`${command.join(' ')} ${reason}`)
    this.output = output
  }
}

/**
 * Runs a command in silence and shows what it printed only where it fails.
 * @returns what it printed
 */
export function runQuietly(command, { title = command[0], limitMs = DEFAULT_LIMIT_MS, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const [program, ...args] = command
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limitMs,
      killSignal: 'SIGKILL',
    })
    let output = ''
    const keep = (chunk) => {
      output += chunk
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) =>
      reject(new CommandFailed(command, `did not start: ${error.message}`, output)),
    )
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(output)
      process.stderr.write(`\n${output}\n`)
      reject(new CommandFailed(command, `(${title}) ended with ${signal ?? `code ${code}`}`, output))
    })
  })
}
