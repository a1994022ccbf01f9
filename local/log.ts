/**
 * One line of the local server's log. It never holds a name, an ID number, a token, a password or a stroke: what a
 * function throws is kept by its kind and place, without its message.
 */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error'
  readonly event: string
  readonly [fact: string]: unknown
}

export type Log = (entry: LogEntry) => void

export const silent: Log = () => {}
