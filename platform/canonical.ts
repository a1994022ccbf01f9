/** JSON with sorted keys and without undefined fields, so that equal values give equal texts. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`)
    return `{${fields.join(',')}}`
  }
  return JSON.stringify(value)
}

/** A copy without the named dotted paths. */
export function without(value: unknown, paths: readonly string[]): unknown {
  return paths.reduce<unknown>((rest, path) => withoutPath(rest, path.split('.')), value)
}

function withoutPath(value: unknown, [name, ...deeper]: readonly string[]): unknown {
  if (name === undefined || value === null || typeof value !== 'object' || !(name in value)) return value
  const { [name]: field, ...rest } = value as Record<string, unknown>
  return deeper.length === 0 ? rest : { ...rest, [name]: withoutPath(field, deeper) }
}
