import { regionWords } from '../../../shared/rules'
import { instant } from '../../../shared/values/day'
import { fen } from '../../../shared/values/fen'
import type { Me } from '../../../src/cloud/me'
import type { ValueFor } from '../../../src/cloud/writes'
import { accountLine, noticeToShow, regionLine, waitingTasks } from '../../../src/pages/home/model'
import { id, sentInvitation } from './invitations'

type Received = ValueFor<'invitations', 'list'>['received'][number]

const settings = { regionCode: null, elderMode: false, hasPaymentPassword: false }
const person: NonNullable<Me['person']> = {
  personId: id('person', 1),
  name: '扎*',
  idNumber: '540***********0012',
  scheme: 'employee',
  poolingArea: null,
  regionCode: '540000',
  enrolment: 'active',
}

function received(order: number, more: Partial<Received> = {}): Received {
  return {
    invitationId: id('invitation', order),
    from: { name: '王**' },
    relation: 'parent',
    state: 'pending',
    token: `token-${order}`,
    expiresAt: sentInvitation(order).expiresAt,
    ...more,
  }
}

describe('what waits for me', () => {
  it('is first what I was asked, the earliest end on top, then my own drafts', () => {
    const tasks = waitingTasks({
      sent: [sentInvitation(1, { state: 'draft', signed: [] })],
      received: [received(3), received(2)],
    })
    expect(tasks.map(({ address }) => address)).toEqual([
      '/pages/join/index?token=token-2',
      '/pages/join/index?token=token-3',
      `/packages/invite/sign/index?invitationId=${id('invitation', 1)}`,
    ])
    expect(tasks[0]?.title).toContain('王**')
    expect(tasks[0]?.lines).toEqual(['您是对方的父母', '请在 11月8日 09:02 前答复'])
  })

  it('is nothing that is answered, sent or over', () => {
    expect(
      waitingTasks({
        sent: [
          sentInvitation(1, { state: 'pending' }),
          sentInvitation(2, { state: 'revoked', signed: [] }),
          sentInvitation(3, { state: 'accepted' }),
        ],
        received: [received(1, { state: 'accepted' }), received(2, { token: undefined })],
      }),
    ).toEqual([])
  })

  it('is also a pending one that ends on this phone: my child, or a relative who sits with me', () => {
    const tasks = waitingTasks({
      sent: [
        sentInvitation(1, { state: 'pending', acceptance: 'by-guardian', relation: 'child' }),
        sentInvitation(2, { state: 'pending', acceptance: 'in-person', signed: ['policyholder'] }),
      ],
      received: [],
    })
    expect(tasks.map(({ lines }) => lines)).toEqual([
      ['已经签好，还差最后一步'],
      ['您已经签好，还差家人当面签字'],
    ])
  })

  it('names the child where a guardian is asked', () => {
    const [task] = waitingTasks({ sent: [], received: [received(1, { child: { name: '小*' } })] })
    expect(task?.title).toContain('小*')
    expect(task?.lines[0]).toBe('孩子是对方的父母')
  })
})

describe('the region on the home page', () => {
  it('is asked for while it is unknown', () => {
    expect(regionLine({ linked: false, settings, notices: [] }, regionWords)).toMatchObject({
      button: '选择',
      warning: null,
    })
  })

  it('is where she is insured', () => {
    const me = { linked: true, person, settings: { ...settings, regionCode: '540000' }, notices: [] }
    expect(regionLine(me, regionWords)).toEqual({ text: '参保地：西藏', button: '更换', warning: null })
  })

  it('warns where the words are those of another region', () => {
    const line = regionLine(
      { linked: true, person, settings: { ...settings, regionCode: '130000' }, notices: [] },
      regionWords,
    )
    expect(line.text).toBe('参保地：西藏')
    expect(line.warning).toContain('办理时按西藏的规定')
  })

  it('only looks around before anybody is linked', () => {
    const line = regionLine(
      { linked: false, settings: { ...settings, regionCode: '130000' }, notices: [] },
      regionWords,
    )
    expect(line).toEqual({ text: '正在看：河北', button: '更换', warning: null })
  })
})

describe('what happened to the account', () => {
  const at = (hour: number) => instant(`2025-11-05T0${hour}:00:00.000Z`)
  const moved = { kind: 'link-moved-away' as const, at: at(1) }
  const bound = { kind: 'bound-in-person' as const, at: at(2) }

  it('is told on the phone that lost the link, until it has it again', () => {
    expect(noticeToShow({ linked: false, settings, notices: [moved] }, '')?.title).toContain('另一部手机')
    expect(noticeToShow({ linked: true, person, settings, notices: [moved] }, '')).toBeNull()
  })

  it('is the newest, and nothing that was read', () => {
    const me = { linked: true, person, settings, notices: [bound, { ...bound, at: at(3) }] }
    expect(noticeToShow(me, '')).toMatchObject({ at: at(3), text: expect.stringContaining('11月5日 11:00') })
    expect(noticeToShow(me, at(2))?.at).toBe(at(3))
    expect(noticeToShow(me, at(3))).toBeNull()
  })
})

describe('the line about the account', () => {
  it.each([
    ['the balance', {}, { balanceFen: fen(800_000) }, { kind: 'balance', amount: '8,000.00元' }],
    ['an empty account', {}, { balanceFen: fen(0) }, { kind: 'balance', amount: '0.00元' }],
    ['an insurer that did not answer', {}, undefined, { kind: 'told', text: '余额暂时查不到' }],
    [
      'the resident scheme',
      { scheme: 'resident' as const },
      undefined,
      { kind: 'told', text: expect.stringContaining('居民医保') },
    ],
    [
      'a suspended enrolment',
      { enrolment: 'suspended' as const },
      { balanceFen: fen(1) },
      { kind: 'told', text: expect.stringContaining('暂停') },
    ],
    [
      'no enrolment',
      { enrolment: 'none' as const, scheme: null },
      undefined,
      { kind: 'told', text: expect.stringContaining('没有查到') },
    ],
  ])('says %s', (_name, more, account, line) => {
    expect(accountLine({ ...person, ...more }, account)).toEqual(line)
  })
})
