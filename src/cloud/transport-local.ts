import { failureOfHttp } from './http-answer'
import type { Failure } from './outcome'
import { outcomeOfReply } from './reply'
import { session } from './session'
import type { Transport } from './transport'

const TIMEOUT_MS = 20_000
/** A photo of some megabytes on a weak network. */
const UPLOAD_TIMEOUT_MS = 60_000

/** The local server of `npm start`: one request for each call, the chosen person in a header. */
export const localTransport: Transport = {
  async send(functionName, event) {
    const answer = await post(
      `/call/${functionName}`,
      JSON.stringify(event),
      { 'content-type': 'application/json' },
      TIMEOUT_MS,
    )
    if (answer.kind !== 'answered') return answer
    return answer.status === 200
      ? { kind: 'reply', reply: answer.body }
      : failureOfHttp(answer.status, answer.body)
  },
  async upload(cloudPath, { blob }) {
    const form = new FormData()
    if (blob !== null) form.set('file', blob)
    form.set('cloudPath', cloudPath)
    const answer = await post('/upload', form, {}, UPLOAD_TIMEOUT_MS)
    if (answer.kind !== 'answered') return answer
    const { status, body } = answer
    if (status === 200 && typeof body === 'object' && body !== null && 'fileId' in body) {
      return { kind: 'value', value: String(body.fileId) }
    }
    return status < 500 ? outcomeOfReply(body) : failureOfHttp(status, body)
  },
}

async function post(
  address: string,
  body: string | FormData,
  headers: Readonly<Record<string, string>>,
  timeoutMs: number,
): Promise<{ kind: 'answered'; status: number; body: unknown } | Failure> {
  const who = session()
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), timeoutMs)
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { ...headers, ...(who.kind === 'local' ? { 'x-openid': who.openid } : {}) },
      body,
      signal: controller.signal,
    })
    return { kind: 'answered', status: response.status, body: await response.json() }
  } catch {
    return { kind: 'offline' }
  } finally {
    clearTimeout(timer)
  }
}
