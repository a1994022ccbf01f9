import { createHash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { contentPolicy } from './security'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
}
const COMPRESSIBLE = /^(text\/|application\/json|image\/svg)/
const WORTH_COMPRESSING_BYTES = 1024
const CACHE_LIMIT_BYTES = 64 * 1024 * 1024
/** A name that changes with its content: `app.3f9c2a1b.js`. */
const HASHED_NAME = /[.\-_][0-9a-f]{8,}\.[a-z0-9]+$/
const YEAR_S = 365 * 24 * 60 * 60

const compressGzip = promisify(gzip)
const compressBrotli = promisify(brotliCompress)

type Encoding = 'br' | 'gzip' | 'identity'

interface Kept {
  readonly modifiedMs: number
  readonly etag: string
  readonly policy: string | null
  readonly bodies: Map<Encoding, Buffer>
}

/** The best coding that the browser takes; one with `q=0` is one that it refuses. */
function encodingFor(accepted: string): Encoding {
  const taken = new Set(
    accepted
      .toLowerCase()
      .split(',')
      .map((part) => part.trim())
      .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
      .map((part) => part.split(';')[0]),
  )
  if (taken.has('br')) return 'br'
  return taken.has('gzip') ? 'gzip' : 'identity'
}

async function encode(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  switch (encoding) {
    case 'br':
      // The highest level takes seconds for the app's main file; this one is within a few per cent of it.
      return await compressBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
    case 'gzip':
      return await compressGzip(bytes, { level: 9 })
    case 'identity':
      return bytes
  }
}

/** The files of one directory, compressed once and kept in memory while they do not change. */
export class StaticFiles {
  private readonly root: string
  private kept = new Map<string, Kept>()
  private keptBytes = 0

  constructor(directory: string) {
    this.root = path.resolve(directory)
  }

  has(name: string): boolean {
    return this.fileOf(name) !== null
  }

  /** The answer to a request for one file, or null where there is none by that name below the directory. */
  async answer(name: string, request: Request): Promise<Response | null> {
    const file = this.fileOf(name)
    if (file === null) return null
    const kept = await this.load(file)
    const type = TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream'
    const plain = kept.bodies.get('identity') ?? Buffer.alloc(0)
    const compressible = COMPRESSIBLE.test(type) && plain.length >= WORTH_COMPRESSING_BYTES
    const encoding = compressible ? encodingFor(request.headers.get('accept-encoding') ?? '') : 'identity'
    const etag = encoding === 'identity' ? `"${kept.etag}"` : `"${kept.etag}-${encoding}"`
    const headers = new Headers({
      'content-type': type,
      etag,
      'cache-control': HASHED_NAME.test(file) ? `public, max-age=${YEAR_S}, immutable` : 'no-cache',
    })
    if (compressible) headers.set('vary', 'accept-encoding')
    if (kept.policy !== null) headers.set('content-security-policy', kept.policy)
    const known = (request.headers.get('if-none-match') ?? '')
      .split(',')
      .map((tag) => tag.trim().replace(/^W\//, ''))
    if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers })
    if (encoding !== 'identity') headers.set('content-encoding', encoding)
    const body = await this.bodyOf(kept, encoding, plain)
    headers.set('content-length', String(body.length))
    return new Response(Uint8Array.from(body), { headers })
  }

  /** The file by that name, or null: also for a name that leads out of the directory. */
  private fileOf(name: string): string | null {
    if (name.includes('\0') || name.includes('\\')) return null
    const file = path.resolve(this.root, `.${path.posix.normalize(`/${name}`)}`)
    if (!file.startsWith(this.root + path.sep)) return null
    return existsSync(file) && statSync(file).isFile() ? file : null
  }

  private async load(file: string): Promise<Kept> {
    const { mtimeMs } = statSync(file)
    const earlier = this.kept.get(file)
    if (earlier !== undefined && earlier.modifiedMs === mtimeMs) return earlier
    const bytes = await readFile(file)
    const loaded: Kept = {
      modifiedMs: mtimeMs,
      etag: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
      policy: file.endsWith('.html') ? contentPolicy(bytes.toString('utf8')) : null,
      bodies: new Map([['identity', bytes]]),
    }
    this.count(bytes.length)
    this.kept.set(file, loaded)
    return loaded
  }

  private async bodyOf(kept: Kept, encoding: Encoding, plain: Buffer): Promise<Buffer> {
    const ready = kept.bodies.get(encoding)
    if (ready !== undefined) return ready
    const encoded = await encode(plain, encoding)
    this.count(encoded.length)
    kept.bodies.set(encoding, encoded)
    return encoded
  }

  private count(bytes: number): void {
    this.keptBytes += bytes
    if (this.keptBytes <= CACHE_LIMIT_BYTES) return
    this.kept = new Map()
    this.keptBytes = bytes
  }
}
