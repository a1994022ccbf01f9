import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as tcb from '@cloudbase/node-sdk'

/** Answers one POST /admin body: its action and the rest of it. */
export type AdminHandler = (action: string, params: Record<string, unknown>) => Promise<object>

export interface SdkServer {
  /** Where the real SDK sends its requests. */
  readonly adminUrl: string
  /** How many requests came in so far. */
  requests(): number
  close(): Promise<void>
}

/** What the environment of a cloud function holds, so that the SDK talks to this machine and to nothing else. */
export const sdkEnvironment = (adminUrl: string): Record<string, string> => ({
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: 'test-env',
  TCB_ENV: 'test-env',
  TENCENTCLOUD_SECRETID: 'test-id',
  TENCENTCLOUD_SECRETKEY: 'test-key',
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
})

/** A server on a free port of this machine that passes every admin request to the handler. */
export async function serveAdmin(handle: AdminHandler): Promise<SdkServer> {
  let requests = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      requests += 1
      const { action, ...params } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { action: string }
      handle(action, params).then(
        (reply) => response.setHeader('content-type', 'application/json').end(JSON.stringify(reply)),
        () => response.writeHead(500).end(),
      )
    })
  })
  await listen(server)
  const { port } = server.address() as AddressInfo
  return {
    adminUrl: `http://127.0.0.1:${port}/admin`,
    requests: () => requests,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

const listen = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve())
  })

/**
 * The real SDK, initialised as a cloud function initialises it, against this server. It reads the environment anew at
 * every call: in one process only the server that was named last is spoken to.
 */
export function initSdk(adminUrl: string): ReturnType<typeof tcb.init> {
  // SILENCE keeps the SDK from warning of slow calls by a timer that it forgets when a call fails.
  Object.assign(process.env, sdkEnvironment(adminUrl), { SILENCE: 'true' })
  return tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })
}
