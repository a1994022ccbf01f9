/**
 * Whom to pay for and which tier, as the address of the check carries it: ids and tiers, nothing of a person, and only
 * signs that need no escape, which a browser would undo and WeChat would not.
 */
export interface Item {
  readonly bindingId: string
  readonly tier: string
}

export function itemsInAddress(items: readonly Item[]): string {
  return items.map(({ bindingId, tier }) => `${bindingId}.${tier}`).join('~')
}

/** Null where the address names nobody, or not in the form above. */
export function itemsOf(address: string | undefined): readonly Item[] | null {
  const parts = (address ?? '').split('~').map((part) => /^([0-9A-Z]{26})\.([\w-]+)$/.exec(part))
  if (parts.some((part) => part === null)) return null
  return parts.map((part) => ({ bindingId: part?.[1] ?? '', tier: part?.[2] ?? '' }))
}
