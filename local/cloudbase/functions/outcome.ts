import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import { incidentSchema, type Outage, outageSchema } from '../../../shared/contract/event'

/** How a call ended, for whoever called. */
export type InvokeOutcome =
  | { readonly kind: 'reply'; readonly value: unknown }
  /** A party did not answer, or the call could not run. The caller may ask again with the same request, or never. */
  | ({ readonly kind: 'outage' } & Outage)
  /** A bug. The number stands in the log; the caller learns nothing else. */
  | { readonly kind: 'incident'; readonly incident: string }

export function outage(code: string, retry: Outage['retry']): InvokeOutcome {
  return { kind: 'outage', code, retry }
}

export function newIncident(): { readonly kind: 'incident'; readonly incident: string } {
  return { kind: 'incident', incident: randomUUID() }
}

/**
 * What a thrown message says: functions report an outage or an incident as an Error whose message is JSON, because a
 * message is all that the platform carries out of a failed call. Null for any other throw.
 */
export function outcomeOfThrown(message: string): InvokeOutcome | null {
  if (!message.startsWith('{')) return null
  let said: unknown
  try {
    said = JSON.parse(message)
  } catch {
    return null
  }
  const asOutage = v.safeParse(outageSchema, said)
  if (asOutage.success) return { kind: 'outage', ...asOutage.output.outage }
  const asIncident = v.safeParse(incidentSchema, said)
  return asIncident.success ? { kind: 'incident', incident: asIncident.output.incident } : null
}

/** The places of a stack without its message, which may hold what a person typed. */
export function placesOf(stack: string): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
}
