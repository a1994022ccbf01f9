import { Server } from 'node:http'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { type Context, type Handler, Hono } from 'hono'
import type { LocalClock } from '../../clock'
import type { Log } from '../../log'
import { closeServer, listen } from '../../loopback'
import { fileHeaders } from '../admin'
import type { CloudBase, InvokeOutcome } from '../index'
import { FILES_ROUTE } from '../storage'
import { callerFromHeaders, type KnownParties } from './caller-header'
import { readEvent } from './event-body'
import { type LocalRequests, localRequests } from './local-requests'
import { refusalReply } from './refusals'
import { ownPagesOnly, securityHeaders } from './security'
import { H5_NOT_BUILT_PAGE, NOT_FOUND_PAGE, SENTENCES } from './sentences'
import { StaticFiles } from './static-files'

export type GatewayContext = Context<{ Bindings: HttpBindings }>
export type GatewayHandler = Handler<{ Bindings: HttpBindings }>

export interface GatewaySettings extends LocalRequests {
  readonly cloudbase: Pick<CloudBase, 'invoke' | 'functionNames' | 'files' | 'runDueTimers'>
  readonly clock: LocalClock
  readonly log: Log
  /** The H5 build; null or a missing directory shows how to build it. */
  readonly h5Directory: string | null
  readonly demoDirectory: string
  /** The review desk. */
  readonly deskDirectory: string
  /** Takes requests from other devices, by IP address. */
  readonly otherDevices?: boolean
}

export interface RunningGateway {
  readonly port: number
  close(): Promise<void>
}

/** A header or a body that does not come to an end is cut off. */
const REQUEST_LIMIT_MS = 60_000
const RETRY_AFTER_S = '1'

/** The local gateway: the HTTP side of the platform on this machine, as the contract's table describes it. */
export function createGateway(settings: GatewaySettings): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  const known: KnownParties = {
    staffIds: new Set(settings.staff.map(({ staffId }) => staffId)),
    institutionIds: new Set(settings.institutions.map(({ institutionId }) => institutionId)),
    accountIn: (ticket) => settings.bureau.accountIn(ticket),
  }
  app.use(securityHeaders())
  app.use(ownPagesOnly(settings.otherDevices ?? false))

  const route = (
    path: string,
    handlers: { readonly get?: GatewayHandler; readonly post?: GatewayHandler },
  ) => {
    if (handlers.get !== undefined) app.get(path, handlers.get)
    if (handlers.post !== undefined) app.post(path, handlers.post)
    const allow = [handlers.get && 'GET, HEAD', handlers.post && 'POST'].filter(Boolean).join(', ')
    app.all(path, (context) =>
      context.json(refusalReply('not-allowed', SENTENCES.methodWrong), 405, { allow }),
    )
  }

  route('/call/:function', { post: (context) => answerCall(context, settings, known) })
  for (const { path, ...handlers } of localRequests(settings, known)) route(path, handlers)
  route(`${FILES_ROUTE}*`, { get: (context) => answerFile(context, settings) })

  const h5 = settings.h5Directory === null ? null : new StaticFiles(settings.h5Directory)
  const demo = new StaticFiles(settings.demoDirectory)
  route('/', {
    get: async (context) => (await demo.answer('index.html', context.req.raw)) ?? notFound(context),
  })
  route('/demo/*', {
    get: async (context) =>
      (await demo.answer(pathBelow(context, '/demo/') ?? '', context.req.raw)) ?? notFound(context),
  })
  route('/h5', { get: (context) => context.redirect('/h5/', 308) })
  route('/h5/*', { get: (context) => answerH5(context, h5) })
  route('/desk', { get: (context) => context.redirect('/desk/', 308) })
  const desk = new StaticFiles(settings.deskDirectory)
  route('/desk/*', {
    get: async (context) =>
      (await desk.answer(pathBelow(context, '/desk/') || 'index.html', context.req.raw)) ?? notFound(context),
  })

  app.notFound((context) => notFound(context))
  app.onError((error, context) => {
    settings.log({ level: 'error', event: 'gateway-failed', error: error.name })
    return context.json(refusalReply('not-allowed', SENTENCES.broken), 500)
  })
  return app
}

export async function startGateway(
  settings: GatewaySettings & { readonly port: number; readonly host: string },
): Promise<RunningGateway> {
  const server = createAdaptorServer({
    fetch: createGateway(settings).fetch,
    overrideGlobalObjects: false,
    serverOptions: { requestTimeout: REQUEST_LIMIT_MS, headersTimeout: 10_000, maxHeaderSize: 16 * 1024 },
  })
  if (!(server instanceof Server)) throw new TypeError('the gateway speaks HTTP/1.1')
  const port = await listen(server, settings.port, settings.host)
  return { port, close: () => closeServer(server) }
}

function sendOutcome(context: GatewayContext, outcome: InvokeOutcome): Response {
  switch (outcome.kind) {
    case 'reply':
      return context.body(JSON.stringify(outcome.value ?? null), 200, {
        'content-type': 'application/json; charset=utf-8',
      })
    case 'outage': {
      const { code, retry } = outcome
      const headers = retry === 'same-request' ? { 'retry-after': RETRY_AFTER_S } : undefined
      return context.json({ outage: { code, retry } }, 503, headers)
    }
    case 'incident':
      return context.json({ incident: outcome.incident }, 500)
  }
}

async function answerCall(
  context: GatewayContext,
  { cloudbase }: GatewaySettings,
  known: KnownParties,
): Promise<Response> {
  const body = await readEvent(context.env.incoming)
  if (body.kind === 'cut-off') return context.body(null, 400)
  const name = context.req.param('function') ?? ''
  if (!cloudbase.functionNames.has(name)) {
    return context.json(refusalReply('not-found', SENTENCES.noSuchFunction), 404)
  }
  if (body.kind === 'refused') return context.json(body.reply)
  const caller = callerFromHeaders((header) => context.req.header(header), known)
  if ('ok' in caller) return context.json(caller)
  return sendOutcome(context, await cloudbase.invoke(name, body.event, caller))
}

async function answerFile(context: GatewayContext, { cloudbase }: GatewaySettings): Promise<Response> {
  const path = pathBelow(context, FILES_ROUTE)
  const file = path === null ? null : await cloudbase.files.open(path, new URL(context.req.url).searchParams)
  if (file === null) return context.json(refusalReply('not-found', SENTENCES.linkOver), 404)
  return context.body(Uint8Array.from(file.bytes), 200, fileHeaders(file))
}

async function answerH5(context: GatewayContext, h5: StaticFiles | null): Promise<Response> {
  if (h5 === null || !h5.has('index.html')) return context.html(H5_NOT_BUILT_PAGE, 503)
  const name = pathBelow(context, '/h5/')
  if (name === null) return notFound(context)
  const found = await h5.answer(name === '' ? 'index.html' : name, context.req.raw)
  if (found !== null) return found
  // A page's own path leads into the app; a file that is not there is not there.
  const isFile = /\.[a-z0-9]+$/i.test(name)
  return (isFile ? null : await h5.answer('index.html', context.req.raw)) ?? notFound(context)
}

/** What stands after the prefix, decoded; null where it is not well formed. */
function pathBelow(context: GatewayContext, prefix: string): string | null {
  try {
    return decodeURIComponent(new URL(context.req.url).pathname.slice(prefix.length))
  } catch {
    return null
  }
}

function notFound(context: GatewayContext): Response {
  return (context.req.header('accept') ?? '').includes('text/html')
    ? context.html(NOT_FOUND_PAGE, 404)
    : context.json(refusalReply('not-found', SENTENCES.noSuchPage), 404)
}
