import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { type Log, silent } from '../log'
import { closeServer, LOOPBACK, listen } from '../loopback'
import type { SyntheticPerson } from '../people'
import { type EnrolmentChange, openRegister } from './register'
import { answerRequest, isKnownPath, problem } from './requests'

/** How the insurer misbehaves until told otherwise: `slow` waits and then answers, `refuse` hangs up, `error` is a 500. */
export interface Fault {
  readonly kind: 'slow' | 'refuse' | 'error'
  /** How long `slow` waits, in milliseconds; 1,000 unless said. At most 60,000. */
  readonly ms?: number
}

export interface InsurerOptions {
  /** Where the insurer keeps its own file; null for memory. */
  readonly directory: string | null
  /** What the register is filled with when it is empty. */
  readonly people: readonly SyntheticPerson[]
  /** The bearer key that callers send. */
  readonly key: string
  /** The insurer's clock, in milliseconds since 1970: it decides who is under age. */
  readonly now: () => number
  readonly port?: number
  readonly log?: Log
}

export interface RunningInsurer {
  readonly url: string
  /** For tests: every request meets this fault until it is set to null. Not reachable over HTTP. */
  setFault(fault: Fault | null): void
  /** For tests: suspends, ends or moves an enrolment. @throws RangeError when the register knows nobody by that number. */
  setEnrolment(idNumber: string, change: EnrolmentChange): void
  close(): Promise<void>
}

const LONGEST_WAIT_MS = 60_000

/**
 * Starts the insurance core system: an outside party with its own server and its own data, which the product reaches
 * over HTTP only. Its log holds the path, the status and the time taken, and nothing of a person.
 */
export async function startInsurer(options: InsurerOptions): Promise<RunningInsurer> {
  const register = openRegister(options.directory, options.people, options.now)
  const log = options.log ?? silent
  const closing = new AbortController()
  let fault: Fault | null = null

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const met = fault
    if (met?.kind === 'refuse') {
      request.socket.destroy()
      return
    }
    if (met?.kind === 'error') {
      request.resume()
      response.writeHead(500, { 'content-type': 'application/json' })
      response.end(JSON.stringify(problem(500, 'broken', 'set to fail').body))
      return
    }
    if (met?.kind === 'slow') {
      await wait(Math.min(met.ms ?? 1_000, LONGEST_WAIT_MS), undefined, { signal: closing.signal })
    }
    await answerRequest(request, response, register, options.key)
  }

  const server = createServer((request, response) => {
    const begun = performance.now()
    response.on('close', () => {
      log({
        level: 'info',
        event: 'insurer-request',
        // Of an unknown path only that it is unknown: it could hold anything.
        path: isKnownPath(request.url ?? '') ? request.url : 'unknown',
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
    register.close()
    throw error
  }
  return {
    url: `http://${LOOPBACK}:${port}`,
    setFault(next) {
      fault = next
    },
    setEnrolment: register.setEnrolment,
    async close() {
      closing.abort()
      await closeServer(server)
      register.close()
    },
  }
}
