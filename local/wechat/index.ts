import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import * as v from 'valibot'
import { parsedJson, sendJson } from '../json-over-http'
import type { Log } from '../log'
import { closeServer, LOOPBACK, listen, readBody } from '../loopback'

/** A subscribe message as a phone would show it. */
export interface ShownMessage {
  readonly openid: string
  readonly page: string
  readonly values: readonly string[]
}

/** How WeChat misbehaves until told otherwise: `refused` as by one who allowed no messages, `down` answers 503. */
export type WechatFault = 'refused' | 'down'

export interface RunningWechat {
  readonly url: string
  readonly appId: string
  readonly appSecret: string
  /** What was sent to this user, the newest first. */
  messagesOf(openid: string): readonly ShownMessage[]
  /** For tests: every message meets this fault until it is set to null. */
  setFault(fault: WechatFault | null): void
  close(): Promise<void>
}

const BODY_LIMIT_BYTES = 8 * 1024
/** A phone of the demo shows no more. */
const MOST_KEPT = 50
const TOKEN_SECONDS = 7_200
/** As WeChat documents them for `message/subscribe/send`. */
const USER_REFUSES = 43_101
const TOKEN_INVALID = 40_001
const DATA_WRONG = 47_003
const LONGEST_VALUE = 20

const tokenSchema = v.object({
  grant_type: v.literal('client_credential'),
  appid: v.string(),
  secret: v.string(),
})
const messageSchema = v.object({
  touser: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  template_id: v.pipe(v.string(), v.minLength(1)),
  page: v.pipe(v.string(), v.maxLength(1_024)),
  data: v.record(
    v.string(),
    v.object({ value: v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_VALUE)) }),
  ),
})

/**
 * Stands in for the part of WeChat that sends subscribe messages: the two requests of its HTTP interface that the
 * product uses. Everybody is taken to have allowed them. What was sent is kept in memory for the demo's phones.
 */
export async function startWechat(log?: Log): Promise<RunningWechat> {
  const appId = 'wx-local'
  const appSecret = randomBytes(16).toString('hex')
  const token = randomBytes(24).toString('base64url')
  const messages: ShownMessage[] = []
  let fault: WechatFault | null = null

  const answer = (path: string, query: URLSearchParams, body: unknown): unknown => {
    if (path === '/cgi-bin/stable_token') {
      const asked = v.safeParse(tokenSchema, body)
      if (!asked.success || asked.output.appid !== appId || asked.output.secret !== appSecret) {
        return { errcode: 40_125, errmsg: 'invalid appsecret' }
      }
      return { access_token: token, expires_in: TOKEN_SECONDS }
    }
    if (query.get('access_token') !== token) return { errcode: TOKEN_INVALID, errmsg: 'invalid credential' }
    const sent = v.safeParse(messageSchema, body)
    if (!sent.success) return { errcode: DATA_WRONG, errmsg: 'argument invalid' }
    if (fault === 'refused') return { errcode: USER_REFUSES, errmsg: 'user refuse to accept the msg' }
    const { touser: openid, page, data } = sent.output
    messages.unshift({ openid, page, values: Object.values(data).map(({ value }) => value) })
    messages.splice(MOST_KEPT * 10)
    return { errcode: 0, errmsg: 'ok' }
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', `http://${LOOPBACK}`)
    const known = ['/cgi-bin/stable_token', '/cgi-bin/message/subscribe/send'].includes(url.pathname)
    if (!known || request.method !== 'POST')
      return sendJson(response, 404, { errcode: -1, errmsg: 'not found' })
    const body = await readBody(request, BODY_LIMIT_BYTES)
    if (body.kind === 'cut-off') return
    if (fault === 'down') return sendJson(response, 503, {})
    const json = body.kind === 'body' ? parsedJson(body.bytes.toString('utf8')) : null
    sendJson(response, 200, answer(url.pathname, url.searchParams, json))
  }
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      log?.({
        level: 'error',
        event: 'wechat-failed',
        kind: error instanceof Error ? error.name : typeof error,
      })
      if (!response.headersSent) sendJson(response, 500, {})
    })
  })
  const port = await listen(server)
  return {
    url: `http://${LOOPBACK}:${port}`,
    appId,
    appSecret,
    messagesOf: (openid) => messages.filter((message) => message.openid === openid).slice(0, MOST_KEPT),
    setFault(next) {
      fault = next
    },
    close: () => closeServer(server),
  }
}
