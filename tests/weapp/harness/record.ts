/** One setData: what was sent from the logic to the view, to the byte, and on what occasion. */
export interface Sent {
  readonly page: string
  /** Which opening of that page, so that the same page opened twice counts twice. */
  readonly opening: number
  readonly bytes: number
  /** `opened` until the page is still for the first time or is touched; then the touch, such as `tap #submit`. */
  readonly occasion: string
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

  /** Bytes and number of setData calls for each page and occasion, largest first. */
  sentByOccasion(): { page: string; occasion: string; bytes: number; calls: number }[] {
    const sums = new Map<string, { page: string; occasion: string; bytes: number; calls: number }>()
    for (const { page, opening, occasion, bytes } of this.sent) {
      const key = `${page} ${opening} ${occasion}`
      const sum = sums.get(key) ?? { page, occasion, bytes: 0, calls: 0 }
      sums.set(key, { ...sum, bytes: sum.bytes + bytes, calls: sum.calls + 1 })
    }
    return [...sums.values()].sort((a, b) => b.bytes - a.bytes)
  }
}

/** An error of another realm is no instance of this one's Error. */
export function messageOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return String(thrown)
  const { name, message, errMsg } = thrown as { name?: unknown; message?: unknown; errMsg?: unknown }
  if (typeof message === 'string') return typeof name === 'string' ? `${name}: ${message}` : message
  return typeof errMsg === 'string' ? errMsg : JSON.stringify(thrown)
}
