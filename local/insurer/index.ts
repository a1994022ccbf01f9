import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { type Log, silent } from '../log'
import { closeServer, LOOPBACK, listen } from '../loopback'
import type { SyntheticPerson } from '../people'
import { type Happenings, openCore } from './core'
import { type Fault, Faults, waitOf } from './faults'
import { operationAt } from './operations'
import { type Answer, problem, receive } from './requests'

export interface InsurerOptions {
  /** Where the insurer keeps its own file; null for memory. */
  readonly directory: string | null
  /** What the register is filled with when it is empty. */
  readonly people: readonly SyntheticPerson[]
  /** The bearer key that callers send. */
  readonly key: string
  /** The insurer's clock, in milliseconds since 1970: it decides who is under age and dates what happens. */
  readonly now: () => number
  readonly port?: number
  readonly log?: Log
}

/** What the returned object can do beyond HTTP is for tests and the demo; only the faults are reachable from the demo. */
export interface RunningInsurer extends Happenings {
  readonly url: string
  /** Requests meet these faults, the first that fits, until they are used up or replaced; null takes all away. */
  setFault(fault: Fault | readonly Fault[] | null): void
  /** The faults that are still to come. */
  faults(): Fault[]
  close(): Promise<void>
}

/**
 * Starts the insurance core system: an outside party with its own server and its own data, which the product reaches
 * over HTTP only. Its log holds the path, the status and the time taken, and nothing of a person.
 */
export async function startInsurer(options: InsurerOptions): Promise<RunningInsurer> {
  const { close: closeCore, ...core } = openCore(options.directory, options.people, options.now)
  const log = options.log ?? silent
  const closing = new AbortController()
  const faults = new Faults()

  const send = (response: ServerResponse, { status, body }: Answer): void => {
    if (response.destroyed) return
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    response.end(JSON.stringify(body))
  }
  const pause = (fault: Fault) => wait(waitOf(fault), undefined, { signal: closing.signal })

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const fault = faults.meet(request.url ?? '')
    if (fault?.kind === 'refuse') {
      request.socket.destroy()
      return
    }
    const received = await receive(request, options.key)
    if (received.kind === 'cut-off') return
    if (received.kind === 'wrong') {
      send(response, received.answer)
      return
    }
    const perform = () => received.perform(core)
    const broken = problem(500, 'broken', 'set to fail')
    switch (fault?.kind) {
      case undefined:
        return send(response, perform())
      case 'slow':
        await pause(fault)
        return send(response, perform())
      case 'slow-after': {
        const answer = perform()
        await pause(fault)
        return send(response, answer)
      }
      case 'error':
        return send(response, broken)
      case 'error-after':
        perform()
        return send(response, broken)
      case 'lost':
        perform()
        request.socket.destroy()
        return
      case 'duplicate':
        perform()
        return send(response, perform())
      case 'late':
        request.socket.destroy()
        await pause(fault)
        perform()
    }
  }

  const server = createServer((request, response) => {
    const begun = performance.now()
    response.on('close', () => {
      log({
        level: 'info',
        event: 'insurer-request',
        // Of an unknown path only that it is unknown: it could hold anything.
        path: operationAt(request.url ?? '') === null ? 'unknown' : request.url,
        status: response.writableFinished ? response.statusCode : 'cut-off',
        ms: Math.round(performance.now() - begun),
      })
    })
    serve(request, response).catch((error: unknown) => {
      // The message of an error could quote what was asked, so that only its kind is kept.
      if (!closing.signal.aborted) {
        log({
          level: 'error',
          event: 'insurer-broken',
          kind: error instanceof Error ? error.name : typeof error,
        })
      }
      request.socket.destroy()
    })
  })

  let port: number
  try {
    port = await listen(server, options.port ?? 0)
  } catch (error) {
    closeCore()
    throw error
  }
  return {
    ...core,
    url: `http://${LOOPBACK}:${port}`,
    setFault(next) {
      faults.set(next === null ? [] : 'kind' in next ? [next] : next)
    },
    faults: () => faults.list(),
    async close() {
      closing.abort()
      await closeServer(server)
      closeCore()
    },
  }
}
