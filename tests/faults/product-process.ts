import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'

const START = path.resolve(__dirname, '../../dist/local/start.js')
const START_LIMIT_MS = 30_000

export interface Running {
  readonly url: string
  kill(): Promise<void>
}

/** The whole product as a person starts it, in a process of its own. */
export async function startProcess(dataDir: string): Promise<Running> {
  const child = spawn(process.execPath, [START], {
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: dataDir, PASSWORD_SCRYPT_LOG2N: '4' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = await readyUrl(child)
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    url,
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const give = setTimeout(() => reject(new Error(`not ready in time: ${output}`)), START_LIMIT_MS)
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const ready = /^ready (http:\S+)$/m.exec(output)
      if (ready?.[1] !== undefined) {
        clearTimeout(give)
        resolve(ready[1])
      }
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${output}`)))
  })
}
