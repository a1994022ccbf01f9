import * as v from 'valibot'
import { PortOutage } from '../outage'
import type { Delivered, NoticeChannel, NoticeMessage } from './port'

/** What the deployment's template calls our three values: a `thing`, a `time` and another `thing`. */
export interface MessageTemplate {
  readonly templateId: string
  readonly titleField: string
  readonly timeField: string
  readonly hintField: string
}

interface WechatSettings {
  /** `https://api.weixin.qq.com` in a deployment. */
  readonly url: string
  readonly appId: string
  readonly appSecret: string
  readonly template: MessageTemplate
  readonly timeoutMs: number
}

const tokenSchema = v.object({ access_token: v.pipe(v.string(), v.minLength(1)), expires_in: v.number() })
const sentSchema = v.object({ errcode: v.number() })

/** Codes of `message/subscribe/send` in WeChat's own documentation. */
const SENT = 0
const USER_REFUSES = 43_101
const TOKEN_WRONG = new Set([40_001, 40_014, 42_001])
const SYSTEM_BUSY = -1
/** A token is renewed this long before it runs out. */
const SPARE_MS = 5 * 60_000

const UNAVAILABLE = () => new PortOutage('messages-unavailable', 'same-request')

/**
 * Sends subscribe messages over WeChat's HTTP interface: `cgi-bin/stable_token`, then
 * `cgi-bin/message/subscribe/send`. Nothing here was checked against WeChat itself.
 */
export function createWechatChannel(settings: WechatSettings, clock: () => number): NoticeChannel {
  let held: { readonly token: string; readonly until: number } | null = null

  async function post(path: string, body: unknown): Promise<unknown> {
    const response = await fetch(`${settings.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(settings.timeoutMs),
      redirect: 'error',
    }).catch(() => {
      throw UNAVAILABLE()
    })
    if (!response.ok) throw UNAVAILABLE()
    return response.json().catch(() => null)
  }

  async function token(): Promise<string> {
    if (held !== null && clock() < held.until) return held.token
    const answer = v.safeParse(
      tokenSchema,
      await post('/cgi-bin/stable_token', {
        grant_type: 'client_credential',
        appid: settings.appId,
        secret: settings.appSecret,
      }),
    )
    if (!answer.success) throw UNAVAILABLE()
    held = { token: answer.output.access_token, until: clock() + answer.output.expires_in * 1_000 - SPARE_MS }
    return held.token
  }

  return {
    async deliver(message): Promise<Delivered> {
      const path = `/cgi-bin/message/subscribe/send?access_token=${encodeURIComponent(await token())}`
      const answer = v.safeParse(sentSchema, await post(path, bodyOf(message, settings.template)))
      if (!answer.success) throw UNAVAILABLE()
      const { errcode } = answer.output
      if (errcode === SENT) return 'sent'
      if (errcode === USER_REFUSES) return 'not-subscribed'
      if (errcode === SYSTEM_BUSY) throw UNAVAILABLE()
      if (TOKEN_WRONG.has(errcode)) {
        held = null
        throw UNAVAILABLE()
      }
      return 'not-taken'
    },
  }
}

function bodyOf({ openid, title, hint, at, page }: NoticeMessage, template: MessageTemplate) {
  return {
    touser: openid,
    template_id: template.templateId,
    page,
    lang: 'zh_CN',
    data: {
      [template.titleField]: { value: title },
      [template.timeField]: { value: timeText(at) },
      [template.hintField]: { value: hint },
    },
  }
}

/** As a `time` field of a template takes it: 2025-11-05 17:30, in Beijing time. */
function timeText(at: string): string {
  const shanghai = new Date(Date.parse(at) + 8 * 60 * 60_000).toISOString()
  return `${shanghai.slice(0, 10)} ${shanghai.slice(11, 16)}`
}
