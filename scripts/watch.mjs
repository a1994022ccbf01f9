import { spawn } from 'node:child_process'
import { existsSync, watch } from 'node:fs'
import { buildTargetAloud } from './build/build.mjs'

const ROOMS = ['cloudfunctions', 'platform', 'local', 'shared', 'src', 'config']
/** An editor writes several files for one save. */
const SETTLE_MS = 300

/**
 * Serves, builds what changed, and starts the server anew; its data is on disk and survives that.
 * A build that fails says so and leaves the last good one running.
 */
export function keepServing() {
  let server = serve()
  let timer
  let building = Promise.resolve()

  const rebuild = async () => {
    try {
      for (const target of ['functions', 'local', 'h5']) await buildTargetAloud(target)
    } catch (error) {
      console.error(error.message)
      return
    }
    await stop(server)
    server = serve()
  }

  for (const room of ROOMS.filter((folder) => existsSync(folder))) {
    watch(room, { recursive: true }, () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        building = building.then(rebuild)
      }, SETTLE_MS)
    })
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, async () => {
      await stop(server)
      process.exit(0)
    })
  }
}

function serve() {
  return spawn(process.execPath, ['dist/local/start.js'], { stdio: 'inherit' })
}

function stop(server) {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    server.once('exit', resolve)
    server.kill('SIGTERM')
  })
}
