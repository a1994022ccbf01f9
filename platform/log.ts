import type { Instant } from '../shared/values/day'

export type Level = 'info' | 'warn' | 'error'

export interface LogLine {
  readonly level: Level
  readonly at: Instant
  readonly functionName: string
  readonly action: string
  readonly outcome: string
  readonly milliseconds: number
  readonly more: {
    readonly refusal?: string
    readonly outage?: string
    readonly incident?: string
    readonly error?: unknown
  }
}

/**
 * One line of JSON for each call. There is no field for a name, an ID number, a token or a password, and the text
 * of an error, which somebody else wrote, is redacted.
 */
export function writeLog(line: LogLine): void {
  const { more, ...rest } = line
  const { error, ...plain } = more
  const described = error === undefined ? {} : { error: describe(error) }
  console.log(JSON.stringify({ ...rest, ...plain, ...described }))
}

function describe(error: unknown): unknown {
  if (!(error instanceof Error) && (error === null || typeof error !== 'object'))
    return { text: redact(String(error)) }
  const { name, code, message, stack } = error as Partial<Error> & { code?: unknown }
  return {
    name: redact(String(name ?? 'error')),
    ...(code === undefined ? {} : { code: redact(String(code)) }),
    message: redact(String(message ?? '')),
    // Only where it happened; the first lines of a stack repeat the message.
    at: String(stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      .map((line) => line.trim()),
  }
}

/** Takes out of a text what may belong to a person: runs of digits, Chinese characters and long opaque words. */
export function redact(text: string): string {
  return text
    .replace(/[\p{Script=Han}·]+/gu, '…')
    .replace(/\d{4,}[\dXx]*/g, '#')
    .replace(/[A-Za-z0-9_-]{20,}/g, '#')
    .slice(0, 300)
}
