import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { readShift } from '../../clock'
import { installLocalDate } from './local-date'
import { EVENT_LIMIT_BYTES, type WorkerAnswer, type WorkerCall, type WorkerStart } from './wire'

/**
 * One instance of a cloud function: a thread with its own environment that serves one call at a time. What the
 * platform knows about the caller stands in `process.env` and in `context.environment` while the call runs.
 */

const port = parentPort
if (port === null)
  throw new Error('This program is a worker of the local CloudBase and is not started by hand.')
const answer = (message: WorkerAnswer) => port.postMessage(message)

const start: WorkerStart = workerData
const wallNow = Date.now
installLocalDate(() => wallNow() + readShift(start.shift))

type Main = (event: unknown, context: unknown) => unknown

function load(): Main {
  const loaded: unknown = createRequire(start.bundle)(start.bundle)
  const main = typeof loaded === 'object' && loaded !== null && 'main' in loaded ? loaded.main : undefined
  if (typeof main !== 'function') throw new Error(`${start.functionName} exports no function "main"`)
  return main as Main
}

function contextOf(call: WorkerCall): Record<string, unknown> {
  const { TCB_ENV = '', SCF_NAMESPACE = '', TENCENTCLOUD_REGION = '' } = process.env
  return {
    memory_limit_in_mb: start.memoryMb,
    time_limit_in_ms: start.timeoutMs,
    request_id: call.requestId,
    function_name: start.functionName,
    function_version: '$LATEST',
    namespace: SCF_NAMESPACE,
    tencentcloud_region: TENCENTCLOUD_REGION,
    environment: JSON.stringify({ ...call.variables, TCB_ENV, SCF_NAMESPACE }),
  }
}

async function serve(main: Main, call: WorkerCall): Promise<WorkerAnswer> {
  Object.assign(process.env, call.variables)
  try {
    const value = await main(JSON.parse(call.event), contextOf(call))
    const json = JSON.stringify(value === undefined ? null : value) ?? 'null'
    const bytes = Buffer.byteLength(json)
    return bytes > EVENT_LIMIT_BYTES ? { kind: 'reply-too-long', bytes } : { kind: 'reply', json }
  } catch (error) {
    const known = error instanceof Error
    return {
      kind: 'thrown',
      name: known ? error.name : typeof error,
      message: known ? error.message : '',
      stack: known ? String(error.stack) : '',
    }
  } finally {
    for (const name of Object.keys(call.variables)) delete process.env[name]
  }
}

try {
  const main = load()
  port.on('message', (call: WorkerCall) => {
    void serve(main, call).then(answer)
  })
  answer({ kind: 'loaded' })
} catch (error) {
  const known = error instanceof Error
  answer({
    kind: 'not-loaded',
    message: known ? error.message : 'the bundle threw something that is not an error',
    stack: known ? String(error.stack) : '',
  })
}
