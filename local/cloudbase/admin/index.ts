import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Log } from '../../log'
import { closeServer, LOOPBACK, listen, readBody } from '../../loopback'
import { FILE_LIMIT_BYTES, FILES_ROUTE, type FileStorage, type StoredFile } from '../storage'
import { type AdminParts, answerAction } from './actions'
import { type Credentials, isSigned } from './signature'

/** An event of 6 MB, written as text inside JSON. */
const ADMIN_BODY_LIMIT_BYTES = 14 * 1024 * 1024

export interface AdminServer {
  /** `http://127.0.0.1:<port>` */
  readonly address: string
  close(): Promise<void>
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const text = JSON.stringify(value)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  })
  response.end(text)
}

/** What the object storage behind the platform answers when it refuses: the SDK reads this form. */
function sendStorageError(response: ServerResponse, status: number, code: string, message: string): void {
  const text =
    `<?xml version='1.0' encoding='utf-8' ?>\n<Error><Code>${code}</Code><Message>${message}</Message>` +
    '<Resource>/</Resource><RequestId>local</RequestId><TraceId>local</TraceId></Error>'
  response.writeHead(status, { 'content-type': 'application/xml', 'content-length': Buffer.byteLength(text) })
  response.end(text)
}

/** Headers under which a stored file is given out: it may be looked at and downloaded, and never runs as a page. */
export function fileHeaders(file: StoredFile): Record<string, string> {
  return {
    'content-type': file.contentType,
    'content-length': String(file.bytes.byteLength),
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'content-disposition': /^(image|application\/pdf)/.test(file.contentType) ? 'inline' : 'attachment',
  }
}

async function answerAdmin(
  request: IncomingMessage,
  response: ServerResponse,
  parts: AdminParts,
  credentials: Credentials,
): Promise<void> {
  const body = await readBody(request, ADMIN_BODY_LIMIT_BYTES)
  if (body.kind === 'cut-off') return
  if (body.kind === 'too-long')
    return sendJson(response, 413, { code: 'EXCEED_MAX_PAYLOAD_SIZE', message: 'too long' })
  let params: unknown
  try {
    params = JSON.parse(body.bytes.toString('utf8'))
  } catch {
    return sendJson(response, 400, { code: 'INVALID_PARAM', message: 'the body is not JSON' })
  }
  if (typeof params !== 'object' || params === null || Array.isArray(params)) {
    return sendJson(response, 400, { code: 'INVALID_PARAM', message: 'the body is not an object' })
  }
  const given: Record<string, unknown> = { ...params }
  const signed = { method: 'post', target: request.url ?? '', headers: request.headers, params: given }
  if (!isSigned(signed, credentials)) {
    return sendJson(response, 401, { code: 'SIGN_PARAM_INVALID', message: 'the signature does not fit' })
  }
  const { action, ...rest } = given
  if (typeof action !== 'string') {
    return sendJson(response, 200, { code: 'INVALID_PARAM', message: 'action is required' })
  }
  sendJson(response, 200, await answerAction(parts, action, rest))
}

async function answerFile(
  request: IncomingMessage,
  response: ServerResponse,
  files: FileStorage,
  url: URL,
): Promise<void> {
  let path: string
  try {
    path = decodeURIComponent(url.pathname.slice(FILES_ROUTE.length))
  } catch {
    return sendStorageError(response, 400, 'InvalidURI', 'the path is not well formed')
  }
  if (request.method === 'PUT') {
    const body = await readBody(request, FILE_LIMIT_BYTES)
    if (body.kind === 'cut-off') return
    if (body.kind === 'too-long')
      return sendStorageError(response, 400, 'EntityTooLarge', 'the file is too long')
    const stored = files.putGranted(path, request.headers.authorization ?? '', body.bytes)
    if (stored === 'stored') {
      response.writeHead(200, { 'content-length': 0 })
      response.end()
      return
    }
    return sendStorageError(
      response,
      403,
      'SignatureDoesNotMatch',
      'this upload was not allowed, or its time is over',
    )
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD, PUT' })
    response.end()
    return
  }
  const file = await files.open(path, url.searchParams)
  if (file === null)
    return sendStorageError(response, 404, 'NoSuchKey', 'the link has run out, or there is no such file')
  response.writeHead(200, fileHeaders(file))
  response.end(request.method === 'HEAD' ? undefined : file.bytes)
}

/**
 * The server side of the platform, as @cloudbase/node-sdk reaches it: `POST /admin`, and the object storage below
 * `/files/`. It listens on the loopback address alone and takes only requests signed with this start's key.
 *
 * @param parts asked for at each request, because the parts are made after the address is known
 */
export async function startAdminServer(options: {
  parts: () => AdminParts
  credentials: Credentials
  log: Log
}): Promise<AdminServer> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${LOOPBACK}`)
    const answered =
      request.method === 'POST' && url.pathname === '/admin'
        ? answerAdmin(request, response, options.parts(), options.credentials)
        : url.pathname.startsWith(FILES_ROUTE)
          ? answerFile(request, response, options.parts().files, url)
          : Promise.resolve(
              sendJson(response, 501, {
                code: 'NOT_SUPPORTED_LOCALLY',
                message: `"${request.method} ${url.pathname}" is not supported locally`,
              }),
            )
    answered.catch((error: unknown) => {
      options.log({
        level: 'error',
        event: 'admin-failed',
        error: error instanceof Error ? error.name : typeof error,
      })
      if (!response.headersSent)
        sendJson(response, 500, { code: 'SYS_ERR', message: 'the local CloudBase failed' })
      else response.destroy()
    })
  })
  // Longer than the SDK keeps a free connection, so that it never writes to one that is being closed.
  server.keepAliveTimeout = 65_000
  const port = await listen(server)
  return { address: `http://${LOOPBACK}:${port}`, close: () => closeServer(server) }
}
