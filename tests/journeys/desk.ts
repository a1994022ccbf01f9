import { ulid } from 'ulid'
import type { Product } from '../../local/product'
import type { InputOf, ValueOf } from '../../shared/contract/action'
import type { ActionOf, ActionsOf, FunctionName } from '../../shared/contract/functions'
import { type Answer, type Phone, post } from './stage'

/** Somebody at the desk. */
export class Desk {
  constructor(
    private readonly product: Pick<Product, 'url'>,
    readonly staffId: string,
  ) {}

  ask<A extends keyof ActionsOf<'reviews'> & string>(
    action: A,
    input: InputOf<ActionOf<'reviews', A>>,
    requestId?: string,
  ): Promise<Answer<ValueOf<ActionOf<'reviews', A>>>> {
    return this.askOf('reviews', action, input, requestId)
  }

  async askOf<F extends FunctionName, A extends keyof ActionsOf<F> & string>(
    functionName: F,
    action: A,
    input: InputOf<ActionOf<F, A>>,
    requestId: string = ulid(),
  ): Promise<Answer<ValueOf<ActionOf<F, A>>>> {
    const event = { action, requestId, input }
    const { status, text, body } = await post(`${this.product.url}/call/${functionName}`, event, {
      'x-staff': this.staffId,
    })
    if (status !== 200) throw new Error(`${functionName}.${action} answered ${status}: ${text}`)
    return body as Answer<ValueOf<ActionOf<F, A>>>
  }
}

/** A file as any client of the local server uploads it. */
export async function upload(phone: Phone, bytes: Buffer): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([Uint8Array.from(bytes)]), 'proof.jpg')
  const response = await fetch(`${phone.product.url}/upload`, {
    method: 'POST',
    headers: { 'x-openid': phone.openid },
    body: form,
  })
  const body = (await response.json()) as { fileId: string }
  if (body.fileId === undefined) throw new Error(JSON.stringify(body))
  return body.fileId
}
