import { ulid } from 'ulid'
import type { Product } from '../../local/product'
import { bindChild, PASSWORD, payer, quoted } from './premium-family'
import { post, refusalIn, startStage, valueIn } from './stage'

let product: Product
beforeAll(async () => {
  product = await startStage({ timersRun: false })
})
afterAll(() => product.close())

it('says that the insurer gives nothing back, and says the same when the request comes again', async () => {
  const father = await payer(product, 'o-hebei-chen-zhiqiang')
  const { quoteId } = await quoted(father, [await bindChild(father, '陈浩然')])
  const { paymentId, lines } = valueIn(await father.ask('premiums', 'pay', { quoteId, password: PASSWORD }))
  const lineId = lines[0]?.lineId ?? ''
  // The bureau has given it back by itself, under an id of its own.
  const order = { reversalId: 'of-the-bureau', orderId: lineId, reason: 'duplicate' }
  const key = { authorization: `Bearer ${product.secrets.insurerKey}` }
  expect((await post(`${product.insurer.url}/premiums/reverse`, order, key)).body).toMatchObject({
    outcome: 'settled',
  })
  const requestId = ulid()
  const ask = () => father.ask('premiums', 'refund', { paymentId, lineId, reason: 'duplicate' }, requestId)
  for (const answer of [await ask(), await ask(), await ask()]) {
    expect(refusalIn(answer)).toMatchObject({ code: 'not-allowed', facts: { reason: 'refund-refused' } })
  }
})
