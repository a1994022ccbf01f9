import { notSupported, refused } from './errors'

/** A regular expression of a query. Options are the server's: `i`, `m` and `s`. */
export class Pattern {
  private readonly expression: RegExp

  constructor(
    readonly source: string,
    readonly options: string,
  ) {
    for (const option of options) {
      if (!'imsux'.includes(option)) throw refused(`invalid flag in regex options: ${option}`)
      if (option === 'x') throw notSupported('the regular expression option x')
    }
    try {
      // Unicode mode makes a character a character, as on the server, and refuses what only one of the two
      // dialects understands.
      this.expression = new RegExp(source, `${[...new Set(options.replaceAll('u', ''))].join('')}u`)
    } catch {
      throw notSupported(`the regular expression /${source}/`)
    }
  }

  test(text: string): boolean {
    return this.expression.test(text)
  }
}
