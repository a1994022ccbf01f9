import type { ProductSettings } from '../../local/product'

/**
 * Holds one request to the database on its way, so that what happens meanwhile happens in the middle of another's
 * reading. Given to the stage as `onDatabaseRequest`.
 */
export class HeldRequest {
  private waiting: {
    readonly collection: string
    readonly reached: () => void
    readonly until: Promise<void>
  } | null = null

  readonly onDatabaseRequest: NonNullable<ProductSettings['onDatabaseRequest']> = async (
    _,
    { collectionName },
  ) => {
    if (this.waiting === null || this.waiting.collection !== collectionName) return
    const { reached, until } = this.waiting
    this.waiting = null
    reached()
    await until
  }

  /**
   * Holds the next request that concerns the collection; only the one that was under way when `meanwhile` began waits
   * for it to end.
   */
  async during<Read>(collection: string, read: () => Promise<Read>, meanwhile: () => Promise<unknown>) {
    let release = () => undefined as unknown
    const reached = new Promise<void>((resolve) => {
      this.waiting = {
        collection,
        reached: resolve,
        until: new Promise((done) => (release = () => done())),
      }
    })
    const reading = read()
    await reached
    try {
      await meanwhile()
    } finally {
      release()
    }
    return reading
  }
}
