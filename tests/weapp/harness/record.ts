/** Why a page sends something to its view, and what it has sent for it by setData. One object for each time. */
export interface Occasion {
  readonly page: string
  /** `opened`, a touch such as `tap #submit`, or `later` for what comes to a page that was at rest. */
  readonly cause: string
  /** Numbers of setData, and what crossed from the logic to the view by them, to the byte. */
  calls: number
  bytes: number
}

/** What a mini-program did while it ran. A test ends with no error of either kind and no warning. */
export class RunRecord {
  /** Thrown by the logic, written to `console.error`, or a call that WeChat would not answer. */
  readonly errors: string[] = []
  /** The view's own: a template that is missing, a script in it that throws. */
  readonly wxmlErrors: string[] = []
  readonly warnings: string[] = []
  readonly occasions: Occasion[] = []
  /** How often the logic has sent something to a view or called `wx`: whether anything comes of a touch. */
  deeds = 0

  occasion(page: string, cause: string): Occasion {
    const occasion = { page, cause, calls: 0, bytes: 0 }
    this.occasions.push(occasion)
    return occasion
  }

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
    const { errors: error, wxmlErrors: wxml, warnings: warning } = this
    return Object.entries({ error, wxml, warning }).flatMap(([kind, all]) =>
      all.map((one) => `${kind}: ${one}`),
    )
  }
}

/** An error of another realm is no instance of this one's Error. */
export function messageOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return String(thrown)
  const { name, message, errMsg } = thrown as { name?: unknown; message?: unknown; errMsg?: unknown }
  if (typeof message === 'string') return typeof name === 'string' ? `${name}: ${message}` : message
  return typeof errMsg === 'string' ? errMsg : JSON.stringify(thrown)
}
