import { ulid } from 'ulid'
import { PEOPLE, STAFF, type StaffMember } from '../../local/people'
import type { Product } from '../../local/product'
import type { InputOf, ValueOf } from '../../shared/contract/action'
import type { ActionOf, ActionsOf } from '../../shared/contract/functions'
import {
  type Answer,
  acceptAs,
  formOf,
  invite,
  linked,
  type Phone,
  post,
  refusalIn,
  relativeOf,
  sign,
  startStage,
  valueIn,
} from './stage'
import { Intruder } from './stored'

type Name = keyof ActionsOf<'reviews'> & string

/** Somebody at the desk. */
class Desk {
  constructor(
    private readonly product: Pick<Product, 'url'>,
    readonly staffId: string,
  ) {}

  async ask<A extends Name>(
    action: A,
    input: InputOf<ActionOf<'reviews', A>>,
    requestId: string = ulid(),
  ): Promise<Answer<ValueOf<ActionOf<'reviews', A>>>> {
    const event = { action, requestId, input }
    const { status, text, body } = await post(`${this.product.url}/call/reviews`, event, {
      'x-staff': this.staffId,
    })
    if (status !== 200) throw new Error(`reviews.${action} answered ${status}: ${text}`)
    return body as Answer<ValueOf<ActionOf<'reviews', A>>>
  }
}

const CANARY = 'canary-in-a-household-register'
const JPEG = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  Buffer.from(CANARY),
  Buffer.alloc(2_000, 7),
])
const PDF = Buffer.from(`%PDF-1.4\n% ${CANARY}\n`)

let product: Product
let lin: Desk
let tang: Desk
let hao: Desk

beforeAll(async () => {
  product = await startStage()
  lin = new Desk(product, 'reviewer-lin')
  tang = new Desk(product, 'reviewer-tang')
  hao = new Desk(product, 'reviewer-hao')
})
afterAll(() => product.close())

const clockTo = (now: string) => post(`${product.url}/clock`, { now })

async function upload(phone: Phone, bytes: Buffer): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([Uint8Array.from(bytes)]), 'proof.jpg')
  const response = await fetch(`${product.url}/upload`, {
    method: 'POST',
    headers: { 'x-openid': phone.openid },
    body: form,
  })
  const body = (await response.json()) as { fileId: string }
  if (body.fileId === undefined) throw new Error(JSON.stringify(body))
  return body.fileId
}

async function family(openid: string, relativeName: string) {
  const policyholder = await linked(product, openid)
  const { person, relation } = relativeOf(policyholder.person, PEOPLE, relativeName)
  const relative = await linked(product, person.openid ?? '')
  return { policyholder, relative, relation }
}

const seen = async (phone: Phone, bindingId: string) =>
  valueIn(await phone.ask('bindings', 'get', { bindingId }))
const kinds = async (phone: Phone, bindingId: string) =>
  valueIn(await phone.ask('bindings', 'history', { bindingId })).events.map(({ kind }) => kind)
const inbox = async (phone: Phone) =>
  valueIn(await phone.ask('records', 'inbox', {})).notices.map(({ kind }) => kind)

describe('binding where the region wants proofs (安徽)', () => {
  let policyholder: Phone
  let father: Phone
  let bindingId: string
  let reviewId: string

  it('asks for proofs, refuses what is none in plain words, and never takes another’s file', async () => {
    const all = await family('o-anhui-wu-wei', '吴学文')
    policyholder = all.policyholder
    father = all.relative
    const create = (proofFileIds: string[]) =>
      policyholder.ask('invitations', 'create', { relative: formOf(father.person, 'parent'), proofFileIds })
    expect(refusalIn(await create([])).code).toBe('proof-required')
    const text = await product.cloudbase.files.put(`uploads/x.txt`, Buffer.from('x')).fileId
    expect(refusalIn(await create([text]))).toMatchObject({
      code: 'proof-required',
      facts: { problem: 'missing', position: 1 },
    })
    const his = await upload(father, JPEG)
    expect(refusalIn(await create([his])).facts).toMatchObject({ problem: 'missing' })
    expect(await product.cloudbase.files.get(his)).not.toBeNull()
    const own = await upload(policyholder, JPEG)
    const webp = await upload(policyholder, Buffer.from('RIFF0000WEBPVP8 '))
    const wrong = refusalIn(await create([own, webp]))
    expect(wrong).toMatchObject({ code: 'proof-required', facts: { problem: 'wrong-type', position: 2 } })
    expect(wrong.message).toContain('第2份材料')
    // The one of no use is gone, the other is still there for the next try.
    expect(await product.cloudbase.files.get(webp)).toBeNull()
    expect(await product.cloudbase.files.get(own)).not.toBeNull()
    const large = await upload(policyholder, Buffer.concat([JPEG, Buffer.alloc(4 * 1024 * 1024)]))
    expect(refusalIn(await create([large])).message).toContain('4MB')
    const ten = Array.from({ length: 10 }, () => own)
    expect(refusalIn(await create(ten)).code).toBe('invalid-request')
  })

  it('waits for the bureau after the relative has agreed', async () => {
    const proofFileIds = [await upload(policyholder, JPEG), await upload(policyholder, PDF)]
    const { token } = await invite(policyholder, father.person, 'parent', { proofFileIds })
    for (const fileId of proofFileIds) expect(await product.cloudbase.files.get(fileId)).toBeNull()
    const accepted = valueIn(await acceptAs(father, token))
    expect(accepted.state).toBe('in-review')
    bindingId = accepted.bindingId
    const binding = await seen(father, bindingId)
    expect(binding).toMatchObject({
      state: 'in-review',
      review: { kind: 'binding', state: 'waiting' },
      application: { proofs: ['结婚证或户口簿照片'], proofsGiven: 2, round: 1 },
    })
    reviewId = binding.review?.reviewId ?? ''
  })

  it('keeps the proofs encrypted', async () => {
    const intruder = new Intruder(product)
    const proofs = await intruder.all('proofs')
    expect(proofs.length).toBeGreaterThanOrEqual(2)
    for (const { fileId, uploadFileId } of proofs) {
      const stored = await product.cloudbase.files.get(fileId)
      expect(Buffer.from(stored?.bytes ?? []).includes(CANARY)).toBe(false)
      expect(fileId).toMatch(/\/sealed\/[0-9a-f]{64}$/)
      if (uploadFileId !== null) expect(proofs).toHaveLength(0)
    }
  })

  it('shows the queue masked, the case in full, and writes down who looked', async () => {
    const { reviews } = valueIn(await lin.ask('queue', {}))
    expect(reviews).toMatchObject([
      {
        reviewId,
        kind: 'binding',
        policyholder: { name: '吴*' },
        relatives: [{ name: '吴*文', relation: 'parent' }],
      },
    ])
    expect(valueIn(await hao.ask('queue', {})).reviews).toEqual([])
    expect(refusalIn(await hao.ask('open', { reviewId })).code).toBe('not-found')
    const opened = valueIn(await lin.ask('open', { reviewId }))
    expect(opened).toMatchObject({
      policyholder: {
        name: '吴𬱟',
        idNumber: policyholder.person.idNumber,
        insured: { enrolment: 'active' },
      },
      bindings: [{ bindingId, relative: { name: '吴学文' } }],
      may: { decide: true, proposeReversal: false, confirmReversal: false },
    })
    const [first] = opened.proofs
    const proof = valueIn(await lin.ask('proof', { reviewId, proofId: first?.proofId ?? '' }))
    expect(Buffer.from(proof.content, 'base64').equals(JPEG)).toBe(true)
    const audit = await new Intruder(product).all('audit')
    const looks = audit.filter((one) => one.reviewId === reviewId)
    expect(looks.map(({ actor, action }) => [actor, action]).sort()).toEqual([
      ['staff:reviewer-lin', 'open'],
      ['staff:reviewer-lin', 'proof'],
    ])
  })

  it('is nobody else’s: neither user, stranger, institution nor clerk', async () => {
    const opinion = '同意'
    for (const action of ['queue', 'open', 'proof', 'approve', 'reject', 'propose-reversal'] as const) {
      const event = { action, requestId: ulid(), input: { reviewId, opinion, proofId: ulid() } }
      for (const headers of [
        { 'x-openid': policyholder.openid },
        { 'x-openid': 'o-nobody' },
        { 'x-institution': 'H13009901301' },
        {},
      ]) {
        const { body } = await post(`${product.url}/call/reviews`, event, headers as Record<string, string>)
        expect(['not-allowed', 'institution-unknown']).toContain(
          (body as Answer<never> & { ok: false }).refusal.code,
        )
      }
      const clerk = new Desk(product, 'clerk-meng')
      expect(refusalIn(await clerk.ask(action, event.input)).facts).toMatchObject({
        reason: 'reviewers-only',
      })
    }
    const stranger = await linked(product, 'o-hebei-chen-zhiqiang')
    expect(refusalIn(await stranger.ask('reviews', 'resubmit', { reviewId })).code).toBe('not-found')
  })

  it('wants an opinion, and rejects once where two decide at the same moment', async () => {
    for (const opinion of ['', '  ', '很'.repeat(501)]) {
      expect(refusalIn(await lin.ask('reject', { reviewId, opinion })).code).toBe('invalid-request')
    }
    expect(refusalIn(await lin.ask('reject', { reviewId, opinion: '不清楚', round: 2 })).facts).toMatchObject(
      {
        reason: 'review-changed',
      },
    )
    const answers = await Promise.all([
      lin.ask('reject', { reviewId, opinion: '户口簿拍得不清楚，请重拍。' }),
      tang.ask('reject', { reviewId, opinion: '户口簿拍得不清楚，请重拍。' }),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const late = answers.find(({ ok }) => !ok)
    expect(late === undefined ? null : refusalIn(late).facts).toMatchObject({ reason: 'review-decided' })
    expect(await seen(father, bindingId)).toMatchObject({ state: 'ended', endedBecause: 'review-rejected' })
    expect(await seen(policyholder, bindingId)).toMatchObject({
      application: { state: 'rejected', opinion: '户口簿拍得不清楚，请重拍。', resubmitUntil: '2025-12-05' },
    })
    expect((await inbox(father))[0]).toBe('binding-rejected')
    expect((await inbox(policyholder))[0]).toBe('binding-rejected')
    // It never held, so it takes no place: the same two may begin anew at once.
    const again = { relative: formOf(father.person, 'parent') }
    valueIn(await policyholder.ask('invitations', 'check', again))
  })

  it('is handed in again, and begins on the day of the approval', async () => {
    expect(refusalIn(await policyholder.ask('reviews', 'resubmit', { reviewId })).code).toBe('proof-required')
    await clockTo('2025-11-10T10:00:00+08:00')
    const proofFileIds = [await upload(policyholder, JPEG)]
    const requestId = ulid()
    const resubmit = () => policyholder.ask('reviews', 'resubmit', { reviewId, proofFileIds }, requestId)
    expect(valueIn(await resubmit())).toEqual({ reviewId, state: 'waiting', round: 2 })
    expect(valueIn(await resubmit())).toMatchObject({ round: 2 })
    expect(await seen(father, bindingId)).toMatchObject({
      state: 'in-review',
      application: { proofsGiven: 1 },
    })
    expect(
      refusalIn(await policyholder.ask('invitations', 'check', { relative: formOf(father.person, 'parent') }))
        .code,
    ).toBe('already-bound')
    const opened = valueIn(await tang.ask('open', { reviewId }))
    expect(opened.proofs.map(({ round }) => round)).toEqual([1, 1, 2])
    const approved = valueIn(await tang.ask('approve', { reviewId, opinion: '材料齐全。', round: 2 }))
    expect(approved).toMatchObject({
      state: 'approved',
      bindings: [{ bindingId, state: 'active', effectiveFrom: '2025-11-10' }],
    })
    expect(await seen(father, bindingId)).toMatchObject({ state: 'active', effectiveFrom: '2025-11-10' })
    expect((await inbox(father))[0]).toBe('binding-approved')
    expect(await kinds(father, bindingId)).toEqual([
      'submitted-for-review',
      'rejected',
      'resubmitted',
      'approved',
    ])
    expect(valueIn(await father.ask('bindings', 'history', { bindingId })).intact).toBe(true)
  })

  it('is reversed by two, never by one', async () => {
    const opinion = '冒用了别人的户口簿。'
    expect(refusalIn(await lin.ask('confirm-reversal', { reviewId, opinion })).facts).toMatchObject({
      reason: 'no-reversal',
    })
    expect(valueIn(await tang.ask('propose-reversal', { reviewId, opinion }))).toEqual({ state: 'approved' })
    expect(refusalIn(await lin.ask('propose-reversal', { reviewId, opinion })).facts).toMatchObject({
      reason: 'reversal-waits',
    })
    expect(refusalIn(await tang.ask('confirm-reversal', { reviewId, opinion })).facts).toMatchObject({
      reason: 'own-reversal',
    })
    expect((await seen(father, bindingId)).state).toBe('active')
    expect(valueIn(await lin.ask('queue', { of: 'reversals' })).reviews).toMatchObject([
      { reviewId, reversal: { own: false } },
    ])
    valueIn(await lin.ask('decline-reversal', { reviewId }))
    valueIn(await tang.ask('propose-reversal', { reviewId, opinion }))
    expect(valueIn(await lin.ask('confirm-reversal', { reviewId, opinion }))).toMatchObject({
      state: 'rejected',
      bindings: [{ state: 'ending', lastDay: '2025-11-10' }],
    })
    expect(await seen(father, bindingId)).toMatchObject({
      state: 'ending',
      ending: { by: 'reviewer', cause: 'review-rejected', mayUndo: false },
    })
    expect((await kinds(father, bindingId)).at(-1)).toBe('decision-reversed')
    // The other way round it goes on, so long as nobody has taken its place.
    await clockTo('2025-11-11T08:00:00+08:00')
    expect((await seen(father, bindingId)).state).toBe('ended')
    valueIn(await lin.ask('propose-reversal', { reviewId, opinion: '查清楚了，是本人的。' }))
    expect(valueIn(await tang.ask('confirm-reversal', { reviewId, opinion: '同意。' }))).toMatchObject({
      state: 'approved',
      bindings: [{ state: 'active', effectiveFrom: '2025-11-11' }],
    })
    const { decisions } = valueIn(await lin.ask('open', { reviewId }))
    expect(decisions.map(({ decision, by, proposedBy }) => [decision, by, proposedBy])).toEqual([
      ['rejected', expect.any(String), undefined],
      ['approved', '唐核', undefined],
      ['rejected', '林审', '唐核'],
      ['approved', '唐核', '林审'],
    ])
  })

  it('keeps the proofs for 30 days after the decision and no longer', async () => {
    const { proofs } = valueIn(await lin.ask('open', { reviewId }))
    const proofId = proofs[0]?.proofId ?? ''
    await clockTo('2025-12-11T23:00:00+08:00')
    valueIn(await lin.ask('proof', { reviewId, proofId }))
    const intruder = new Intruder(product)
    const { fileId } = await intruder.read('proofs', proofId)
    await clockTo('2025-12-12T02:00:00+08:00')
    expect(refusalIn(await lin.ask('proof', { reviewId, proofId })).code).toBe('not-found')
    expect(await product.cloudbase.files.get(fileId)).toBeNull()
    expect(refusalIn(await lin.ask('propose-reversal', { reviewId, opinion: '改' })).facts).toMatchObject({
      reason: 'reversal-too-late',
    })
  })
})

describe('ending a binding where the bureau decides on it (陕西)', () => {
  let policyholder: Phone
  let wife: Phone
  let bindingId: string

  const ask = async (phone: Phone, proofFileIds: string[]) => {
    const prepared = valueIn(await phone.ask('bindings', 'prepare-unbind', { bindingIds: [bindingId] }))
    expect(prepared).toMatchObject({ review: true, proofs: ['相关证明材料'] })
    valueIn(await sign(phone, prepared.letterId))
    return phone.ask('bindings', 'unbind', {
      bindingIds: [bindingId],
      letterId: prepared.letterId,
      reason: 'divorce',
      proofFileIds,
    })
  }

  it('leaves it as it is until then', async () => {
    const all = await family('o-shaanxi-qin-ling', '白雪梅')
    policyholder = all.policyholder
    wife = all.relative
    const { token } = await invite(policyholder, wife.person, all.relation)
    bindingId = valueIn(await acceptAs(wife, token)).bindingId
    expect(refusalIn(await ask(policyholder, [])).code).toBe('proof-required')
    expect(valueIn(await ask(policyholder, [await upload(policyholder, PDF)]))).toEqual([
      { bindingId, state: 'in-review' },
    ])
    const hers = await seen(wife, bindingId)
    expect(hers).toMatchObject({ state: 'active', review: { kind: 'unbinding', state: 'waiting' } })
    // Why he asks and what he handed in is his.
    expect(hers.application).toBeUndefined()
    expect(JSON.stringify(hers)).not.toContain('divorce')
    expect((await inbox(wife))[0]).toBe('unbinding-asked')
    const twice = await wife.ask('bindings', 'prepare-unbind', { bindingIds: [bindingId] })
    expect(refusalIn(twice).code).toBe('in-review')
    const hersToUndo = await wife.ask('bindings', 'undo-unbind', { bindingIds: [bindingId] })
    expect(refusalIn(hersToUndo).facts).toMatchObject({ reason: 'ended-by-other' })
  })

  it('is taken back before anybody has decided', async () => {
    const reviewId = (await seen(policyholder, bindingId)).review?.reviewId ?? ''
    expect(valueIn(await policyholder.ask('bindings', 'undo-unbind', { bindingIds: [bindingId] }))).toEqual([
      { bindingId, state: 'active' },
    ])
    expect(refusalIn(await hao.ask('approve', { reviewId, opinion: '同意' })).facts).toMatchObject({
      reason: 'review-moot',
    })
    expect(valueIn(await hao.ask('queue', {})).reviews).toEqual([])
  })

  it('goes on where the bureau does not agree, and ends by the rule where it does', async () => {
    valueIn(await ask(policyholder, [await upload(policyholder, JPEG)]))
    const application = (await seen(policyholder, bindingId)).application
    const reviewId = application?.reviewId ?? ''
    expect(valueIn(await hao.ask('open', { reviewId }))).toMatchObject({
      kind: 'unbinding',
      reason: 'divorce',
    })
    valueIn(await hao.ask('reject', { reviewId, opinion: '请交离婚证。' }))
    expect(await seen(wife, bindingId)).toMatchObject({ state: 'active', review: { state: 'rejected' } })
    expect((await inbox(policyholder))[0]).toBe('unbinding-refused')
    expect(refusalIn(await wife.ask('reviews', 'resubmit', { reviewId })).code).toBe('not-found')
    const proofFileIds = [await upload(policyholder, PDF)]
    valueIn(await policyholder.ask('reviews', 'resubmit', { reviewId, proofFileIds }))
    expect(valueIn(await hao.ask('approve', { reviewId, opinion: '材料齐全。' })).bindings).toEqual([
      { bindingId, state: 'ending', effectiveFrom: '2025-12-12', lastDay: '2025-12-12' },
    ])
    expect(await seen(wife, bindingId)).toMatchObject({ state: 'ending', lastDay: '2025-12-12' })
    expect((await inbox(wife))[0]).toBe('unbinding-announced')
    expect(await kinds(wife, bindingId)).toEqual([
      'bound',
      'unbinding-asked',
      'unbinding-undone',
      'unbinding-asked',
      'unbinding-refused',
      'resubmitted',
      'approved',
    ])
    // Reversed before midnight it goes on.
    valueIn(await hao.ask('propose-reversal', { reviewId, opinion: '材料是旧的。' }))
    expect(
      valueIn(await lin.ask('confirm-reversal', { reviewId, opinion: '同意更正。' })).bindings,
    ).toMatchObject([{ state: 'active' }])
    expect((await seen(wife, bindingId)).lastDay).toBeUndefined()
  })
})

it('lists everybody of the bureau with the region whose cases they see', async () => {
  const response = await fetch(`${product.url}/staff`)
  expect((await response.json()) as StaffMember[]).toEqual(STAFF)
})
