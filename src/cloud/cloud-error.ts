import type { Failure } from './outcome'

/** A function that timed out may have done its work: the same request is asked again. */
const TIMED_OUT = /-504003|timed? ?out|TIME_LIMIT/i
/** The function was reached and threw. */
const THREW = /-504002|execute fail|functions? execute/i
const OUTAGE = /\{"outage":\{"code":"([a-z0-9-]+)","retry":"(same-request|never)"\}\}/
const INCIDENT = /\{"incident":"([A-Za-z0-9-]+)"\}/

/**
 * What WeChat's `callFunction` failed of. It gives one line of text, in which the message that our function threw
 * stands inside WeChat's own; its quotes may be escaped.
 */
export function failureOfCloudError(error: unknown): Failure {
  const text = textOf(error).replace(/\\"/g, '"')
  const outage = OUTAGE.exec(text)
  if (outage !== null) {
    return { kind: 'outage', code: outage[1] ?? '', retry: outage[2] === 'never' ? 'never' : 'same-request' }
  }
  const incident = INCIDENT.exec(text)
  if (incident !== null) return { kind: 'incident', incident: incident[1] ?? '' }
  if (/request:fail|network/i.test(text)) return { kind: 'offline' }
  if (TIMED_OUT.test(text)) return { kind: 'outage', code: 'function-timeout', retry: 'same-request' }
  if (THREW.test(text)) return { kind: 'incident', incident: '' }
  return { kind: 'offline' }
}

function textOf(error: unknown): string {
  if (typeof error === 'string') return error
  if (typeof error !== 'object' || error === null) return ''
  const { errMsg, message, errCode } = error as { errMsg?: unknown; message?: unknown; errCode?: unknown }
  return [errCode, errMsg, message]
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join(' ')
}
