import { ulid } from 'ulid'
import type { Product } from '../../local/product'
import type { InputOf, ValueOf } from '../../shared/contract/action'
import type { ActionOf, ActionsOf } from '../../shared/contract/functions'
import { type Answer, type Phone, post, valueIn } from './stage'

type Name = keyof ActionsOf<'settlements'> & string

/** The till of a hospital or a pharmacy. */
export class Till {
  constructor(
    readonly product: Pick<Product, 'url'>,
    readonly institutionId: string,
  ) {}

  async ask<A extends Name>(
    action: A,
    input: InputOf<ActionOf<'settlements', A>>,
    requestId: string = ulid(),
  ): Promise<Answer<ValueOf<ActionOf<'settlements', A>>>> {
    const event = { action, requestId, input }
    const headers = { 'x-institution': this.institutionId }
    const { status, text, body } = await post(`${this.product.url}/call/settlements`, event, headers)
    if (status !== 200) throw new Error(`settlements.${action} answered ${status}: ${text}`)
    return body as Answer<ValueOf<ActionOf<'settlements', A>>>
  }

  /** Settles a bill with a code that she shows now. */
  async settle(
    patient: Phone,
    amountFen: number,
    kind: 'outpatient' | 'inpatient' | 'pharmacy' = 'outpatient',
    requestId: string = ulid(),
  ) {
    const insuranceCode = await codeOf(patient)
    const { institutionId } = this
    return this.ask('settle', { insuranceCode, institutionId, amountFen, kind }, requestId)
  }
}

export async function codeOf(phone: Phone): Promise<string> {
  return valueIn(await phone.ask('family-codes', 'my-code', {})).insuranceCode
}
