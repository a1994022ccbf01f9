/** What a write is recognised by when it is sent again. Two equal inputs give one text, whatever the order of keys. */
export function fingerprintOf(
  caller: string,
  functionName: string,
  action: string,
  input: unknown,
  secretPaths: readonly string[],
): string {
  const canonical = JSON.stringify([caller, functionName, action, canonicalOf(input, secretPaths, '')])
  return `${functionName}/${action}/${hashOf(canonical)}`
}

function canonicalOf(value: unknown, secretPaths: readonly string[], path: string): unknown {
  if (Array.isArray(value)) return value.map((entry) => canonicalOf(entry, secretPaths, path))
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .map(([key, entry]): [string, unknown, string] => [key, entry, path === '' ? key : `${path}.${key}`])
    .filter(([, , here]) => !secretPaths.includes(here))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry, here]) => [key, canonicalOf(entry, secretPaths, here)])
}

/** Two FNV-1a hashes of 32 bits with different seeds: it tells inputs apart and protects nothing. */
function hashOf(text: string): string {
  let first = 0x811c9dc5
  let second = 0x1b873593
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    first = Math.imul(first ^ code, 0x01000193)
    second = Math.imul(second ^ code, 0x01000193) + index
  }
  return [first, second].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('')
}
