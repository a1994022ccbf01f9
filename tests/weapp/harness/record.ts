/** One setData: what was sent from the logic to the view, to the byte, and on what occasion. */
export interface Sent {
  readonly bytes: number
  readonly occasion: Occasion
}

/** Why a page sends something to its view: it was opened, or somebody touched it. One object for each time. */
export interface Occasion {
  readonly page: string
  /** `opened`, a touch such as `tap #submit`, or `later` for what comes to a page that was at rest. */
  readonly cause: string
}

/** What a mini-program did while it ran. A test ends with no error of either kind and no warning. */
export class RunRecord {
  /** Thrown by the logic, written to `console.error`, or a call that WeChat would not answer. */
  readonly errors: string[] = []
  /** The view's own: a template that is missing, a script in it that throws. */
  readonly wxmlErrors: string[] = []
  readonly warnings: string[] = []
  readonly sent: Sent[] = []

  error(where: string, thrown: unknown): void {
    this.errors.push(`${where}: ${messageOf(thrown)}`)
  }

  wxmlError(where: string, thrown: unknown): void {
    const said = `${where}: ${messageOf(thrown)}`
    // A view that is broken is broken at each drawing; once is enough to know.
    if (!this.wxmlErrors.includes(said)) this.wxmlErrors.push(said)
  }

  /** Everything that went wrong, each with its kind in front. */
  troubles(): string[] {
    return [
      ...this.errors.map((error) => `error: ${error}`),
      ...this.wxmlErrors.map((error) => `wxml: ${error}`),
      ...this.warnings.map((warning) => `warning: ${warning}`),
    ]
  }

  /** Bytes and number of setData calls on each occasion. */
  sentByOccasion(): Map<Occasion, { readonly bytes: number; readonly calls: number }> {
    const sums = new Map<Occasion, { bytes: number; calls: number }>()
    for (const { occasion, bytes } of this.sent) {
      const sum = sums.get(occasion) ?? { bytes: 0, calls: 0 }
      sums.set(occasion, { bytes: sum.bytes + bytes, calls: sum.calls + 1 })
    }
    return sums
  }
}

/** An error of another realm is no instance of this one's Error. */
export function messageOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return String(thrown)
  const { name, message, errMsg } = thrown as { name?: unknown; message?: unknown; errMsg?: unknown }
  if (typeof message === 'string') return typeof name === 'string' ? `${name}: ${message}` : message
  return typeof errMsg === 'string' ? errMsg : JSON.stringify(thrown)
}
