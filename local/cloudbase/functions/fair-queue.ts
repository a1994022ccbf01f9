/**
 * A bounded waiting line in which callers take turns: one who sends a hundred calls at once waits behind herself,
 * and the next caller's first call comes after at most one of them.
 */
export class FairQueue<Item> {
  // Map keeps insertion order: the first line in it is the one whose turn it is.
  private readonly lines = new Map<string, Item[]>()
  private waiting = 0

  constructor(private readonly limits: { readonly total: number; readonly perCaller: number }) {}

  get size(): number {
    return this.waiting
  }

  /** False where the line is full; the item then does not wait. */
  push(caller: string, item: Item): boolean {
    const line = this.lines.get(caller) ?? []
    if (this.waiting >= this.limits.total || line.length >= this.limits.perCaller) return false
    line.push(item)
    this.lines.set(caller, line)
    this.waiting += 1
    return true
  }

  /** The next item; its caller goes to the end of the turn. */
  next(): Item | undefined {
    for (const [caller, line] of this.lines) {
      const item = line.shift()
      this.lines.delete(caller)
      if (item === undefined) continue
      if (line.length > 0) this.lines.set(caller, line)
      this.waiting -= 1
      return item
    }
    return undefined
  }

  /** Takes one waiting item away, because it no longer wants its turn. */
  remove(caller: string, item: Item): void {
    const line = this.lines.get(caller)
    const index = line?.indexOf(item) ?? -1
    if (line === undefined || index < 0) return
    line.splice(index, 1)
    if (line.length === 0) this.lines.delete(caller)
    this.waiting -= 1
  }
}
