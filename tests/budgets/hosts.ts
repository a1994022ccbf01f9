/** Every host that a text names with a scheme or with `//`; relative addresses name none. */
export function hostsIn(text: string): string[] {
  const addresses = text.matchAll(
    /(?:https?:|wss?:)?\\?\/\\?\/((?:[a-z0-9-]+\.)+[a-z]{2,})(?=[/:"'`?#\s)\\]|$)/gi,
  )
  const withScheme = [...addresses].filter(
    (found) => /^(https?|wss?)/i.test(found[0]) || /^\/\//.test(found[0]),
  )
  return [...new Set(withScheme.map((found) => (found[1] ?? '').toLowerCase()))]
}

export interface NamedHosts {
  readonly file: string
  readonly text: string
}

/** What a build names and nobody allowed, each with its file. */
export function strangersIn(files: readonly NamedHosts[], allowed: readonly string[]): string[] {
  return files.flatMap(({ file, text }) =>
    hostsIn(text)
      .filter((host) => !allowed.includes(host))
      .map((host) => `${file} names ${host}`),
  )
}
