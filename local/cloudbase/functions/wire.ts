/** What passes between the server and a function worker. Events and replies pass as JSON text, as on the platform. */

export interface WorkerStart {
  readonly bundle: string
  readonly functionName: string
  readonly timeoutMs: number
  readonly memoryMb: number
  readonly shift: SharedArrayBuffer
}

export interface WorkerCall {
  readonly requestId: string
  readonly event: string
  /** Set for this call alone, in `process.env` and in `context.environment`. */
  readonly variables: Readonly<Record<string, string>>
}

export type WorkerAnswer =
  /** The bundle is loaded, and calls may come. */
  | { readonly kind: 'loaded' }
  | { readonly kind: 'not-loaded'; readonly message: string; readonly stack: string }
  | { readonly kind: 'reply'; readonly json: string }
  | { readonly kind: 'reply-too-long'; readonly bytes: number }
  | { readonly kind: 'thrown'; readonly name: string; readonly message: string; readonly stack: string }

/** The platform's limit of an event and of a reply. */
export const EVENT_LIMIT_BYTES = 6 * 1024 * 1024
