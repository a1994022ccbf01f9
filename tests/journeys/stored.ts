import * as tcb from '@cloudbase/node-sdk'
import type { Product } from '../../local/product'
import type { Collections } from '../../platform/store/collections'

type Name = keyof Collections & string

/** Somebody who reached the database itself, beside every function: what a check must be able to find. */
export class Intruder {
  private readonly database: ReturnType<ReturnType<typeof tcb.init>['database']>

  constructor(product: Pick<Product, 'cloudbase'>) {
    Object.assign(process.env, product.cloudbase.environment, { SILENCE: 'true' })
    this.database = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database()
  }

  async read<N extends Name>(collection: N, id: string): Promise<Collections[N]> {
    const { data } = await this.database.collection(collection).doc(id).get()
    return (data as Collections[N][])[0] as Collections[N]
  }

  async all<N extends Name>(collection: N): Promise<Collections[N][]> {
    const { data } = await this.database.collection(collection).limit(1_000).get()
    return data as Collections[N][]
  }

  async count(collection: Name, filter: Readonly<Record<string, unknown>>): Promise<number> {
    const { total } = await this.database.collection(collection).where(filter).count()
    return total ?? 0
  }

  async write<N extends Name>(collection: N, document: Collections[N]): Promise<void> {
    const { _id, ...fields } = document
    await this.database.collection(collection).doc(_id).set(fields)
  }

  async remove(collection: Name, id: string): Promise<void> {
    await this.database.collection(collection).doc(id).remove()
  }
}
