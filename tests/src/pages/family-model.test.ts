import { regionWords } from '../../../shared/rules'
import { day } from '../../../shared/values/day'
import { fen } from '../../../shared/values/fen'
import type { ValueFor } from '../../../src/cloud/writes'
import { familyView, sideAtFirst } from '../../../src/pages/family/model'
import { entryOf, isFirstTimer } from '../../../src/pages/services/model'
import { id, sentInvitation } from './invitations'

type Bindings = ValueFor<'bindings', 'list'>
type Binding = Bindings['asRelative'][number]

function binding(order: number, more: Partial<Binding> = {}): Binding {
  return {
    bindingId: id('binding', order),
    relation: 'child',
    counterpart: { name: '卓*' },
    state: 'active',
    effectiveFrom: day('2025-11-05'),
    uses: ['premium', 'hospital', 'something-new'],
    regionCode: '540000',
    ...more,
  }
}

const nobody: Bindings = { asPolicyholder: [], asRelative: [] }

describe('the family', () => {
  it('says a relation from the side of whoever looks', () => {
    const view = familyView({ asPolicyholder: [binding(1)], asRelative: [binding(2)] }, [])
    expect(view.given[0]?.relation).toBe('您的子女')
    expect(view.received[0]?.relation).toBe('您是对方的子女')
    expect(view.given[0]?.address).toBe(`/packages/member/detail/index?bindingId=${id('binding', 1)}`)
  })

  it('says of an application where it stands, and of a rejected one what to do', () => {
    const review = (kind: 'binding' | 'unbinding', state: 'waiting' | 'rejected') => ({
      review: { reviewId: id('review', 1), kind, state },
    })
    const rows = [
      binding(1, { state: 'in-review', ...review('binding', 'waiting') }),
      binding(2, review('unbinding', 'waiting')),
    ]
    const rejected = binding(3, {
      state: 'ended',
      endedBecause: 'review-rejected',
      lastDay: day('2025-11-05'),
      ...review('binding', 'rejected'),
    })
    const view = familyView({ ...nobody, asPolicyholder: [...rows, rejected] }, [])
    expect(view.given[0]?.lines[0]).toBe('审核通过那天起能用')
    expect(view.given[1]?.lines).toContain('解除的申请正在审核，照旧能用')
    expect(view.givenEnded[0]).toMatchObject({
      status: { text: '没有通过', tone: 'attention' },
      // It never held, so it was used until no day.
      lines: ['当地审核没有通过。', '点开看原因和怎么补交。'],
    })
  })

  it('says from when, until when and what for, in a fixed order', () => {
    const [row] = familyView(
      { ...nobody, asPolicyholder: [binding(1, { state: 'ending', lastDay: day('2025-12-31') })] },
      [],
    ).given
    expect(row?.lines).toEqual([
      '从2025年11月5日起',
      '用到2025年12月31日（当天还能用）',
      '用于：看病、交居民医保费',
    ])
    expect(row?.status).toEqual({ text: '快要结束', tone: 'attention' })
  })

  it('asks a child of age on her own side alone; whoever signed for her reads that it waits', () => {
    const waits = { awaitsOwnConsent: true }
    const lines = (more: Partial<Binding>, side: 'given' | 'received') =>
      familyView(
        side === 'given'
          ? { ...nobody, asPolicyholder: [binding(1, more)] }
          : { ...nobody, asRelative: [binding(1, more)] },
        [],
      )[side][0]?.lines
    expect(lines(waits, 'received')).toContain('请您本人签字确认，点开办理')
    expect(lines(waits, 'given')).toContain('等本人签字确认')
    expect(lines({ ...waits, child: { name: '秦*' } }, 'received')).toContain('等本人签字确认')
    expect(lines({}, 'received')?.join('')).not.toMatch(/签字/)
  })

  it('offers for all together what the region has, and says how it stands', () => {
    const forAll = (more: Partial<Bindings>) => familyView({ ...nobody, ...more }, []).forAll
    expect(forAll({})).toEqual([])
    expect(forAll({ accountLimit: {} })).toMatchObject([{ id: 'account-limit', text: '现在不限' }])
    expect(forAll({ accountLimit: { limitFen: fen(1_000_00) } })[0]?.text).toMatch(/1,000元/)
    expect(forAll({ maySetOrder: true }).map(({ address }) => address)).toEqual([
      '/packages/member/order/index',
    ])
  })

  it('keeps what has ended apart', () => {
    const ended = binding(1, { state: 'ended' })
    const view = familyView({ asPolicyholder: [ended, binding(2)], asRelative: [ended] }, [])
    expect(view.given.map(({ bindingId }) => bindingId)).toEqual([id('binding', 2)])
    expect([view.givenEnded.length, view.received.length, view.receivedEnded.length]).toEqual([1, 0, 1])
  })

  it('offers with each invitation what can still be done, the newest first', () => {
    const view = familyView(nobody, [
      sentInvitation(1, { state: 'draft', signed: [] }),
      sentInvitation(2, { state: 'pending' }),
      sentInvitation(3, { state: 'pending', acceptance: 'in-person' }),
      sentInvitation(4, { state: 'accepted' }),
      sentInvitation(5, { state: 'declined', declineReason: '以后再说' }),
      sentInvitation(6, { state: 'expired' }),
      sentInvitation(7, { state: 'in-review' }),
    ])
    expect(view.open.map(({ status, actions }) => [status.text, ...actions])).toEqual([
      ['还没办完', 'resume', 'revoke'],
      ['等对方答复', 'share', 'resend', 'revoke'],
      ['还没发出', 'resume', 'revoke'],
    ])
    expect(view.closed.map(({ status, lines, actions }) => [status.text, ...lines, ...actions])).toEqual([
      ['已过期', '11月8日 09:06 已过期'],
      ['对方没有同意', '对方说：以后再说'],
    ])
  })

  it('shows five closed invitations and no more', () => {
    const many = Array.from({ length: 9 }, (_, order) => sentInvitation(order, { state: 'revoked' }))
    const closed = familyView(nobody, many).closed.map(({ invitationId }) => invitationId)
    expect(closed).toEqual([8, 7, 6, 5, 4].map((order) => id('invitation', order)))
  })

  it('opens on the side that has something to see', () => {
    const own = binding(1)
    const side = (bindings: Bindings, sent = [sentInvitation(1)].slice(1)) =>
      sideAtFirst(familyView(bindings, sent))
    expect(side(nobody)).toBe('given')
    expect(side({ ...nobody, asRelative: [own] })).toBe('received')
    expect(side({ asPolicyholder: [own], asRelative: [own] })).toBe('given')
    expect(side({ ...nobody, asRelative: [own] }, [sentInvitation(1)])).toBe('given')
  })
})

describe("the region's own entry", () => {
  const fresh = { bindings: nobody, invitations: { sent: [], received: [] } }

  it('takes a first-timer straight to the form in Tibet, and to the family in Hebei', () => {
    expect(entryOf(regionWords('540000'), fresh)).toMatchObject({
      label: '个人账号家庭共享',
      path: '步骤：我要办 → 个人账号家庭共享 → 邀请成员加入',
      route: '/packages/invite/form/index',
    })
    expect(entryOf(regionWords('130000'), fresh)).toMatchObject({
      label: '个人账户共济',
      route: '/pages/family/index',
    })
  })

  it('takes nobody to the form while it is not known who she is', () => {
    expect(entryOf(regionWords('540000'), null).route).toBe('/pages/family/index')
  })

  it('knows that one who has shared before, or has invited somebody, is no first-timer', () => {
    const once = { ...fresh, bindings: { ...nobody, asPolicyholder: [binding(1, { state: 'ended' })] } }
    const inviting = { ...fresh, invitations: { sent: [sentInvitation(1)], received: [] } }
    const gaveUp = {
      ...fresh,
      invitations: { sent: [sentInvitation(1, { state: 'revoked' })], received: [] },
    }
    expect([fresh, once, inviting, gaveUp].map(isFirstTimer)).toEqual([true, false, false, true])
    expect(entryOf(regionWords('540000'), once).route).toBe('/pages/family/index')
  })

  it('has the family set up before anybody is added, where the region asks for it', () => {
    const before = entryOf(regionWords('410000'), fresh, { established: false })
    expect(before.text).toContain('先建立共济家庭')
    expect(before.route).toBe('/packages/invite/form/index')
    expect(entryOf(regionWords('410000'), fresh, { established: true }).route).toBe('/pages/family/index')
  })
})
