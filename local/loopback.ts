import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The only address on which the parts of this machine speak to each other. */
export const LOOPBACK = '127.0.0.1'

/** What is read and thrown away of a body that is too long, so that the sender hears the answer. */
const DRAIN_LIMIT = 64 * 1024 * 1024

const CLOSE_LIMIT_MS = 3_000

/** Listens and gives the port. @throws the error of the system, `EADDRINUSE` where the port is taken. */
export function listen(server: Server, port = 0, host = LOOPBACK): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/** Takes no new requests, lets those under way finish for a few seconds, and then cuts them off. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), CLOSE_LIMIT_MS)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}

export type ReadBody =
  | { readonly kind: 'body'; readonly bytes: Buffer }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'cut-off' }

/**
 * Reads a body of at most `limit` bytes. A longer one is not kept: its rest is thrown away as it comes, up to 64 MB,
 * because a sender who is cut off in the middle sees a broken connection and no answer.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<ReadBody> {
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > DRAIN_LIMIT) return Promise.resolve({ kind: 'too-long' })
  return new Promise((resolve) => {
    let chunks: Buffer[] = []
    let length = 0
    const settle = (result: ReadBody) => {
      request.off('data', onData).off('end', onEnd).off('close', onCutOff).off('error', onCutOff)
      resolve(result)
    }
    const onData = (chunk: Buffer) => {
      length += chunk.length
      if (length <= limit) chunks.push(chunk)
      else chunks = []
      if (length > DRAIN_LIMIT) {
        request.pause()
        settle({ kind: 'too-long' })
      }
    }
    const onEnd = () =>
      settle(length > limit ? { kind: 'too-long' } : { kind: 'body', bytes: Buffer.concat(chunks, length) })
    const onCutOff = () => settle({ kind: 'cut-off' })
    request.on('data', onData).on('end', onEnd).on('close', onCutOff).on('error', onCutOff)
  })
}
