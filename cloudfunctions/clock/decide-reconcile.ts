export interface Moved {
  readonly id: string
  readonly kind: 'premium' | 'reversal'
  readonly orderId: string
  readonly premiumYear: number
  readonly amountFen: number
  readonly sequence: number
}

export interface Difference {
  readonly difference: 'missing-here' | 'missing-there' | 'not-the-same'
  readonly movementId: string
  readonly hereFen: number | null
  readonly thereFen: number | null
}

/** What our records and the insurer's statement of the same time do not both say. */
export function differencesOf(here: readonly Moved[], there: readonly Moved[]): Difference[] {
  const ours = new Map(here.map((movement) => [movement.id, movement]))
  const theirs = new Map(there.map((movement) => [movement.id, movement]))
  return [...new Set([...ours.keys(), ...theirs.keys()])].sort().flatMap((movementId): Difference[] => {
    const [our, their] = [ours.get(movementId), theirs.get(movementId)]
    const sums = { movementId, hereFen: our?.amountFen ?? null, thereFen: their?.amountFen ?? null }
    if (our === undefined) return [{ difference: 'missing-here', ...sums }]
    if (their === undefined) return [{ difference: 'missing-there', ...sums }]
    return isSame(our, their) ? [] : [{ difference: 'not-the-same', ...sums }]
  })
}

function isSame(one: Moved, other: Moved): boolean {
  return (
    one.kind === other.kind &&
    one.orderId === other.orderId &&
    one.premiumYear === other.premiumYear &&
    one.amountFen === other.amountFen &&
    one.sequence === other.sequence
  )
}
