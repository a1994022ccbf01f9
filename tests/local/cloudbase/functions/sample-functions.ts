import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openClock } from '../../../../local/clock'
import { type CloudBase, type CloudBaseSettings, startCloudBase } from '../../../../local/cloudbase'
import type { LogEntry } from '../../../../local/log'

/** Inside a sample, this is the real SDK. */
export const SDK = JSON.stringify(require.resolve('@cloudbase/node-sdk'))

export const START = Date.parse('2025-11-05T01:00:00Z')

export interface SampleCloud extends CloudBase {
  readonly log: LogEntry[]
  readonly clock: ReturnType<typeof openClock>
}

export function temporaryDirectory(): string {
  return mkdtempSync(path.join(tmpdir(), 'local-cloud-'))
}

/** A platform with small functions, given as the text of a CommonJS module each. */
export async function startSampleCloud(
  sources: Readonly<Record<string, string>>,
  more: Partial<CloudBaseSettings> & { timeoutMs?: number; instances?: number; memoryMb?: number } = {},
): Promise<SampleCloud> {
  const { timeoutMs = 10_000, instances = 2, memoryMb = 128, ...settings } = more
  const bundles = temporaryDirectory()
  const functions = Object.entries(sources).map(([name, source]) => {
    const bundle = path.join(bundles, name, 'index.js')
    mkdirSync(path.dirname(bundle), { recursive: true })
    writeFileSync(bundle, source)
    return { name, bundle, timeoutMs, instances, memoryMb }
  })
  const log: LogEntry[] = []
  const clock = openClock({ file: null, startAt: START })
  const cloud = await startCloudBase({
    directory: null,
    timers: [],
    environment: () => ({}),
    clock,
    log: (entry) => log.push(entry),
    ...settings,
    functions,
  })
  return {
    ...cloud,
    log,
    clock,
    async close() {
      await cloud.close()
      clock.close()
      rmSync(bundles, { recursive: true, force: true })
    },
  }
}
