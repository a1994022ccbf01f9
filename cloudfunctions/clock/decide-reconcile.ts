/** One movement as either side has it: what is compared is all of it but the moment. */
export interface Moved {
  readonly id: string
  readonly kind: 'premium' | 'reversal' | 'settlement' | 'settlement-reversal'
  readonly orderId: string
  readonly amountFen: number
  readonly sequence: number
  /** Of a premium and its reversal. */
  readonly premiumYear?: number
  /** Of a settlement and its reversal, in the order of the bill. */
  readonly legs?: readonly { readonly from: string; readonly amountFen: number }[]
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
    one.sequence === other.sequence &&
    sameLegs(one.legs ?? [], other.legs ?? [])
  )
}

function sameLegs(ones: NonNullable<Moved['legs']>, others: NonNullable<Moved['legs']>): boolean {
  return (
    ones.length === others.length &&
    ones.every(({ from, amountFen }, place) => {
      const other = others[place]
      return other?.from === from && other.amountFen === amountFen
    })
  )
}
