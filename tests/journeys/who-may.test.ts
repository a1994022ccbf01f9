import { PEOPLE } from '../../local/people'
import type { Product } from '../../local/product'
import type { BindingDocument } from '../../platform/store/collections'
import { BINDING_CHANGES, type BindingChange, type BindingState, type Side } from '../../shared/rules'
import { addDays, dayOf, instantFromMilliseconds } from '../../shared/values/day'
import { fen } from '../../shared/values/fen'
import type { BindingId } from '../../shared/values/ids'
import { LETTER, STATES, WHO_MAY } from '../shared/rules/who-may'
import {
  type Answer,
  acceptAs,
  invite,
  linked,
  type Phone,
  refusalIn,
  relativeOf,
  sign,
  startStage,
  valueIn,
} from './stage'
import { Intruder } from './stored'

/** Every cell of the table of who may do what in which state, asked of the real functions, with a stranger beside. */

let product: Product
let intruder: Intruder
let phones: Readonly<Record<Side, Phone>>
let stranger: Phone
let bindingId: BindingId
let guardianId: BindingDocument['guardianId']

const SIDES = ['policyholder', 'relative', 'guardian'] as const

beforeAll(async () => {
  product = await startStage({ timersRun: false })
  intruder = new Intruder(product)
  const policyholder = await linked(product, 'o-hebei-zhao-mingyuan')
  const { person, relation } = relativeOf(policyholder.person, PEOPLE, '赵永成')
  const relative = await linked(product, person.openid ?? '')
  const guardian = await linked(product, 'o-hebei-he-jing')
  stranger = await linked(product, 'o-hebei-wang-jianguo')
  phones = { policyholder, relative, guardian }
  guardianId = valueIn(await guardian.ask('identity', 'me', {})).person?.personId ?? null
  const { token } = await invite(policyholder, person, relation)
  bindingId = valueIn(await acceptAs(relative, token)).bindingId
})
afterAll(() => product.close())

const today = () => dayOf(instantFromMilliseconds(product.clock.now()))

/** Puts the binding into the state, as it would be when this side may or may not do this. */
async function put(state: BindingState, change: BindingChange, side: Side): Promise<void> {
  const kept = await intruder.read('bindings', bindingId)
  const last = addDays(today(), 30)
  const at = instantFromMilliseconds(product.clock.now())
  const ending = { by: side, cause: 'unbound', reason: 'other', decidedAt: at } as const
  const other = side === 'policyholder' ? ('relative' as const) : ('policyholder' as const)
  const flows = state === 'paused' || (state === 'ending' && change === 'resume') ? 'paused' : 'active'
  await intruder.write('bindings', {
    ...kept,
    guardianId,
    state: state === 'ending' || state === 'paused' ? flows : state,
    endDay: last,
    lastDay: state === 'ending' ? today() : state === 'ended' ? addDays(today(), -1) : last,
    ending: state === 'ending' ? ending : null,
    endedBecause: state === 'ended' ? 'unbound' : null,
    proposedEndDay: change === 'answer-end-day' ? { endDay: addDays(last, 30), by: other, at } : null,
    monthlyLimitFen: null,
  })
}

async function unbind(phone: Phone): Promise<Answer<unknown>> {
  const bindingIds = [bindingId]
  const prepared = await phone.ask('bindings', 'prepare-unbind', { bindingIds })
  if (!prepared.ok) return prepared
  const { letterId } = prepared.value
  const letter = valueIn(await phone.ask('consent-letters', 'get', { letterId }))
  if (letter.state === 'unsigned') valueIn(await sign(phone, letterId))
  return phone.ask('bindings', 'unbind', { bindingIds, letterId, reason: 'other' })
}

function doing(change: BindingChange, phone: Phone): Promise<Answer<unknown>> {
  const endDay = addDays(today(), 60)
  switch (change) {
    case 'unbind':
      return unbind(phone)
    case 'undo-unbind':
      return phone.ask('bindings', change, { bindingIds: [bindingId] })
    case 'pause':
    case 'resume':
      return phone.ask('bindings', change, { bindingId })
    case 'set-limits':
      return phone.ask('bindings', change, { bindingId, monthlyLimitFen: fen(200_00) })
    case 'propose-end-day':
      return phone.ask('bindings', change, { bindingId, endDay })
    case 'answer-end-day':
      return phone.ask('bindings', change, { bindingId, endDay, agree: false })
  }
}

describe.each(BINDING_CHANGES.map((change) => [change] as const))('%s', (change) => {
  it.each(STATES.map((state) => [state] as const))('while %s', async (state) => {
    const allowed: string[] = []
    for (const side of SIDES) {
      await put(state, change, side)
      const before = await intruder.read('bindings', bindingId)
      const answer = await doing(change, phones[side])
      if (answer.ok) allowed.push(LETTER[side])
      else {
        expect(['not-allowed', 'in-review']).toContain(refusalIn(answer).code)
        expect(refusalIn(answer).message).toMatch(/[。！]$/)
        expect(await intruder.read('bindings', bindingId)).toEqual(before)
      }
    }
    expect(allowed.join('') || '-').toBe(WHO_MAY[change][state])
    await put(state, change, 'policyholder')
    expect(refusalIn(await doing(change, stranger)).code).toBe('not-found')
  })
})

it('leaves a whole history behind', async () => {
  const { intact } = valueIn(await phones.relative.ask('bindings', 'history', { bindingId }))
  expect(intact).toBe(true)
})
