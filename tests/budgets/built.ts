import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

export const DIST = path.resolve(__dirname, '../../dist')
export const KB = 1024

export interface BuiltFile {
  /** Below the folder that was asked for. */
  readonly file: string
  readonly bytes: number
}

export function builtFiles(folder: string, below = ''): BuiltFile[] {
  const found: BuiltFile[] = []
  for (const entry of readdirSync(path.join(DIST, folder, below), { withFileTypes: true })) {
    const file = path.posix.join(below, entry.name)
    if (entry.isDirectory()) found.push(...builtFiles(folder, file))
    else found.push({ file, bytes: statSync(path.join(DIST, folder, file)).size })
  }
  return found
}

export function readBuilt(folder: string, file: string): string {
  return readFileSync(path.join(DIST, folder, file), 'utf8')
}

export function weigh(files: readonly BuiltFile[]): number {
  return Math.round(files.reduce((sum, { bytes }) => sum + bytes, 0) / KB)
}
