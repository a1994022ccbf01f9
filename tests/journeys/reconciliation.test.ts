import type { Product } from '../../local/product'
import { Desk } from './desk'
import { bindChild, PASSWORD, payer, personNamed, quoted } from './premium-family'
import { post, refusalIn, startStage, valueIn } from './stage'
import { Intruder } from './stored'

let product: Product
let intruder: Intruder
beforeAll(async () => {
  product = await startStage({ timersRun: false })
  intruder = new Intruder(product)
}, 60_000)
afterAll(() => product.close())

/** An hour later, so that nothing is left for the next time. */
async function compare(): Promise<void> {
  product.clock.set(product.clock.now() + 60 * 60_000)
  const timer = { kind: 'timer', timerName: 'reconcile-premiums' } as const
  await product.cloudbase.invoke('clock', { Type: 'Timer', TriggerName: 'reconcile-premiums' }, timer)
}

const documentOf = (name: string) => {
  const { idType, idNumber } = personNamed(name)
  return { idType, idNumber }
}

it('raises each difference at the desk once, and takes back what was only late', async () => {
  const father = await payer(product, 'o-hebei-chen-zhiqiang')
  const { quoteId } = await quoted(father, [await bindChild(father, '陈浩然')])
  const { lines } = valueIn(await father.ask('premiums', 'pay', { quoteId, password: PASSWORD }))
  const lineId = lines[0]?.lineId ?? ''
  const movement = await intruder.read('premium-movements', lineId)
  await intruder.remove('premium-movements', lineId)
  // An order under our key that nobody here has sent.
  const foreign = {
    orderId: 'of-nobody-here',
    payer: documentOf('刘丽华'),
    insured: documentOf('陈雨桐'),
    premiumYear: 2026,
    tier: 'standard',
    amountFen: 123_45,
    from: 'account',
  }
  const key = { authorization: `Bearer ${product.secrets.insurerKey}` }
  expect((await post(`${product.insurer.url}/premiums/pay`, foreign, key)).body).toMatchObject({
    outcome: 'settled',
  })
  await compare()
  await compare()

  const desk = new Desk(product, 'reviewer-lin')
  const open = async () => valueIn(await desk.ask('differences', {})).differences
  const missing = [
    { difference: 'missing-here', movementId: lineId, thereFen: 400_00 },
    { difference: 'missing-here', movementId: 'of-nobody-here', thereFen: 123_45 },
  ]
  expect(await open()).toHaveLength(2)
  expect(await open()).toEqual(expect.arrayContaining(missing.map((each) => expect.objectContaining(each))))

  await intruder.write('premium-movements', movement)
  await compare()
  expect(await open()).toMatchObject([missing[1]])

  const differenceId = (await open())[0]?.differenceId ?? ''
  const dealtWith = { differenceId, how: 'explained' } as const
  for (const [staffId, reason] of [
    ['clerk-meng', 'reviewers-only'],
    ['reviewer-hao', 'every-region-only'],
  ] as const) {
    const other = new Desk(product, staffId)
    expect(refusalIn(await other.ask('differences', {})).facts).toMatchObject({ reason })
    expect(refusalIn(await other.ask('settle-difference', dealtWith)).facts).toMatchObject({ reason })
  }
  const unknown = { ...dealtWith, differenceId: 'missing-here:nothing' }
  expect(refusalIn(await desk.ask('settle-difference', unknown)).code).toBe('not-found')
  // Two at the desk at the same moment: one of them has dealt with it.
  const both = await Promise.all(
    ['reviewer-lin', 'reviewer-tang'].map((id) => new Desk(product, id).ask('settle-difference', dealtWith)),
  )
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.flatMap((answer) => (answer.ok ? [] : [answer.refusal.facts?.reason]))).toEqual([
    'difference-settled',
  ])
  expect(await open()).toEqual([])
  const { differences } = valueIn(await desk.ask('differences', { of: 'settled' }))
  expect(differences.map(({ settled }) => settled?.how).sort()).toEqual(['explained', 'recorded-since'])
}, 60_000)
