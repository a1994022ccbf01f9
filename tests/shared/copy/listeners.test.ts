import { refusalSentence } from '../../../shared/copy'
import { type JoinFacts, mayJoin, type SpokenTo } from '../../../shared/rules'
import { addDays, day } from '../../../shared/values/day'
import type { Refusal, RefusalCode } from '../../../shared/values/refusal'
import { employeeIn, personOf, residentIn, TODAY } from '../synthetic-people'

const LISTENERS = ['policyholder', 'relative', 'guardian'] as const

function said(code: RefusalCode, facts: Readonly<Record<string, unknown>> = {}) {
  const refusal: Refusal = { code, facts }
  return refusalSentence(refusal)
}

/** Each row: what is refused, and what the policyholder, the relative and the guardian are told. */
const TABLE: readonly [RefusalCode, Readonly<Record<string, unknown>>, readonly [string, string, string]][] =
  [
    [
      'invitation-expired',
      { expiresAt: 1 },
      [
        '这份邀请已经过了期限。可以重新发送，也可以重新填写一份。',
        '这份邀请已经过了期限。请让邀请人重新发送。',
        '这份邀请已经过了期限。请让邀请人重新发送。',
      ],
    ],
    [
      'invitation-closed',
      { state: 'accepted' },
      [
        '这份邀请已经接受过了，不用再办。可以在家人列表里查看。',
        '这份邀请已经接受过了，不用再办。可以在家人列表里查看。',
        '这份邀请已经接受过了，不用再办。可以在家人列表里查看。',
      ],
    ],
    [
      'invitation-closed',
      { state: 'in-review' },
      [
        '这份邀请已经接受，正在审核。请等审核结果，不用再办。',
        '这份邀请已经接受，正在审核。请等审核结果，不用再办。',
        '这份邀请已经接受，正在审核。请等审核结果，不用再办。',
      ],
    ],
    [
      'invitation-closed',
      { state: 'declined' },
      [
        '家人没有同意这份邀请。商量好以后，可以重新填写一份。',
        '这份邀请已经谢绝了。如果改了主意，请让邀请人重新发一份。',
        '这份邀请已经谢绝了。如果改了主意，请让邀请人重新发一份。',
      ],
    ],
    [
      'invitation-closed',
      { state: 'revoked' },
      [
        '这份邀请您已经收回了。如果还需要，可以重新填写一份。',
        '这份邀请已经被邀请人收回了。如果还需要，请让邀请人重新发一份。',
        '这份邀请已经被邀请人收回了。如果还需要，请让邀请人重新发一份。',
      ],
    ],
    [
      'invitation-closed',
      { state: 'expired' },
      [
        '这份邀请已经过了期限。可以重新发送，也可以重新填写一份。',
        '这份邀请已经过了期限。请让邀请人重新发送。',
        '这份邀请已经过了期限。请让邀请人重新发送。',
      ],
    ],
    [
      'invitation-closed',
      { state: 'pending', reason: 'region-changed' },
      [
        '发出邀请以后，您的参保地变了，这份邀请不能再用。请按新的参保地重新填写一份。',
        '这份邀请发出以后情况有变化，不能再用。请让邀请人重新发一份。',
        '这份邀请发出以后情况有变化，不能再用。请让邀请人重新发一份。',
      ],
    ],
    [
      'invitation-closed',
      { state: 'expired', reason: 'too-old', days: 30 },
      [
        '这份邀请已经超过30天，不能再发送。请重新填写一份。',
        '这份邀请放得太久，不能再用。请让邀请人重新发一份。',
        '这份邀请放得太久，不能再用。请让邀请人重新发一份。',
      ],
    ],
    [
      'letter-not-signed',
      { signer: 'policyholder' },
      [
        '您的承诺书还没有签。请先读完并签好，再继续。',
        '邀请人的承诺书还没有签好。请等邀请人签好，再继续。',
        '邀请人的承诺书还没有签好。请等邀请人签好，再继续。',
      ],
    ],
    [
      'letter-not-signed',
      { signer: 'relative' },
      [
        '家人的承诺书还没有签。请让家人本人读完并签好，再继续。',
        '您的承诺书还没有签。请先读完并签好，再继续。',
        '家人的承诺书还没有签。请让家人本人读完并签好，再继续。',
      ],
    ],
    [
      'letter-not-signed',
      { signer: 'guardian' },
      [
        '孩子的承诺书还没有签。请监护人先读完并签好，再继续。',
        '孩子的承诺书还没有签。请监护人先读完并签好，再继续。',
        '您替孩子签的承诺书还没有签。请先读完并签好，再继续。',
      ],
    ],
    [
      'name-mismatch',
      {},
      [
        '邀请里写的姓名和家人的证件对不上。请照着证件改好姓名，重新填写一份。',
        '邀请里写的姓名和您的证件对不上。请让邀请人改好姓名，重新发一份。',
        '邀请里写的姓名和孩子的证件对不上。请让邀请人改好姓名，重新发一份。',
      ],
    ],
    [
      'letter-changed',
      { reason: 'consent-differs' },
      [
        '要签字的人和发邀请时不一样了，比如孩子已经到了自己签字的年龄。请重新填写一份邀请。',
        '要签字的人和发邀请时不一样了，比如孩子已经到了自己签字的年龄。请让邀请人重新发一份。',
        '要签字的人和发邀请时不一样了，比如孩子已经到了自己签字的年龄。请让邀请人重新发一份。',
      ],
    ],
    [
      'already-bound',
      { relation: 'parent' },
      [
        '您和这位家人已经绑定好了（登记的关系：父母），不用再办一次。可以在家人列表里查看。',
        '您和邀请人已经绑定好了（登记的关系：父母），不用再办一次。可以在家人列表里查看。',
        '孩子和邀请人已经绑定好了（登记的关系：父母），不用再办一次。可以在家人列表里查看。',
      ],
    ],
    [
      'member-cap-reached',
      { regionName: '河北', cap: 8, bound: 8 },
      [
        '河北规定一个人最多添加8位家人（不含本人），您现在已有8位。要再添加，先在“我的家人”里解除一位。',
        '河北规定一个人最多添加8位家人（不含本人），邀请人现在已有8位。请让邀请人先解除一位，再发邀请。',
        '河北规定一个人最多添加8位家人（不含本人），邀请人现在已有8位。请让邀请人先解除一位，再发邀请。',
      ],
    ],
    [
      'relation-cap-reached',
      { regionName: '西藏', relation: 'spouse', cap: 1, bound: 1, ourReading: true },
      [
        '没有查到公布的规定，按我们的理解，配偶最多添加1位，您现在已有1位。要再添加，先在“我的家人”里解除一位。',
        '邀请人现在不能再按配偶这个关系添加家人。请让邀请人核对关系，或看看自己的家人列表。',
        '邀请人现在不能再按配偶这个关系添加家人。请让邀请人核对关系，或看看自己的家人列表。',
      ],
    ],
    [
      'rule-unknown',
      { parameter: 'pooling-scope', regionCode: '650000' },
      [
        '您参保的地区，这一条规定还没有可靠的资料，所以先不能办。请拨打12393，或到当地医保窗口询问。',
        '邀请人参保的地区，这一条规定还没有可靠的资料，所以先不能办。请拨打12393，或到当地医保窗口询问。',
        '邀请人参保的地区，这一条规定还没有可靠的资料，所以先不能办。请拨打12393，或到当地医保窗口询问。',
      ],
    ],
  ]

describe('each listener hears what she can do', () => {
  const rows = TABLE.flatMap(([code, facts, sentences]) =>
    LISTENERS.map((spokenTo, index) => [code, { ...facts, spokenTo }, sentences[index]] as const),
  )
  it.each(rows)('%s %j', (code, facts, sentence) => {
    expect(said(code, facts)).toBe(sentence)
  })

  it('nobody is told to ask a family member for what is her own to do', () => {
    for (const code of [
      'invitation-expired',
      'invitation-closed',
      'letter-changed',
      'name-mismatch',
    ] as const) {
      for (const state of ['expired', 'declined', 'revoked', 'draft', 'accepted']) {
        expect(said(code, { state, spokenTo: 'policyholder' })).not.toMatch(/让(家人|邀请人)重新/)
        expect(said(code, { state, spokenTo: 'relative' })).not.toMatch(/可以重新|请重新填写/)
      }
    }
  })

  it('without a listener, the name of a person who identifies herself is asked for as it always was', () => {
    expect(said('name-mismatch')).toBe('姓名和证件号码对不上。请照着身份证再核对一遍，生僻字也要写对。')
  })

  it('a letter that was changed since it was read is read again, whoever reads', () => {
    for (const spokenTo of LISTENERS) expect(said('letter-changed', { spokenTo })).toContain('请重新打开')
  })

  it('the age of an invitation that is too old may be missing', () => {
    const facts = { state: 'expired', reason: 'too-old', spokenTo: 'policyholder' }
    expect(said('invitation-closed', facts)).toBe('这份邀请放得太久，不能再发送。请重新填写一份。')
  })
})

describe('what may not be done', () => {
  it.each([
    [
      'not-own-child-under-age',
      '登记信息里没有查到您是这个孩子的父母，也可能是孩子还没有登记或参保。请带出生医学证明或户口簿，到当地医保窗口办理。',
    ],
    ['policyholder-cannot', '邀请人现在不能共享个人账户里的钱。请让邀请人先看看自己的参保情况。'],
    ['signed-by-other-parent', '孩子的另一位家长已经签过字了。请让那位家长接着办完。'],
    ['already-signed', '这份承诺书已经签过，不能再改。可以在绑定详情里查看。'],
    ['own-invitation', '这是您自己发出的邀请，要由家人来回答。请把邀请转给家人。'],
    ['not-in-person', '这份邀请不是当面办理的。请让家人在自己的手机上打开邀请，或重新填写一份，选当面办理。'],
    ['password-too-simple', '这个密码太简单，容易被猜到。请换六位不相同也不连续的数字。'],
    ['something-newer', '这一步不能由您来办。请让本人操作，或到当地医保窗口办理。'],
  ])('%s', (reason, sentence) => {
    expect(said('not-allowed', { reason })).toBe(sentence)
  })

  it.each([
    [
      { attempted: 'invitation-token', limit: 20 },
      '今天打开无效邀请的次数太多，每天最多20次。请明天再试，或让邀请人重新发送一次。',
    ],
    [
      { attempted: 'verification', limit: 10 },
      '今天核验身份没有通过的次数太多，每天最多10次。请明天再试，急用的话可以到当地医保窗口办理。',
    ],
    [
      { attempted: 'guardianship', limit: 10 },
      '今天为孩子办理没有通过的次数太多，每天最多10次。请明天再试，或带出生医学证明或户口簿到当地医保窗口办理。',
    ],
    [
      { attempted: 'open-invitations', limit: 20 },
      '还没有结果的邀请太多，同时最多20份。请先收回一些，或等家人回答以后再发。',
    ],
    [{ attempted: 'open-invitations' }, '还没有结果的邀请太多。请先收回一些，或等家人回答以后再发。'],
    [{ limit: 5 }, '今天试的次数太多了，每天最多5次。请明天再试，急用的话可以到当地医保窗口办理。'],
  ])('%j', (facts, sentence) => {
    expect(said('too-many-attempts', facts)).toBe(sentence)
  })
})

describe('what the rules refuse, to each listener', () => {
  const base: JoinFacts = {
    policyholder: { ...employeeIn('130000'), ...personOf('1980-06-01') },
    relative: personOf('2015-03-04', 2),
    relation: 'child',
    bound: [],
    today: TODAY,
    relativeEnrolment: residentIn('130000'),
    policyholdersOfRelative: 0,
  }
  const none = residentIn('130000', { scheme: null, enrolment: 'none' })
  const suspended = residentIn('130000', { enrolment: 'suspended' })
  const asked: Readonly<Record<string, Partial<JoinFacts>>> = {
    'a child that is not insured': { relativeEnrolment: none },
    'a suspended child': { relativeEnrolment: suspended },
    'a child in another province': { relativeEnrolment: residentIn('510000') },
    'a child whose place is not known': { relativeEnrolment: residentIn('130000', { regionCode: null }) },
    'a child too old': { relative: personOf('1979-03-04', 2) },
    'a sibling who is not insured': {
      relation: 'sibling',
      relative: personOf('1984-03-04', 2),
      relativeEnrolment: none,
    },
    'a sibling in another province': {
      relation: 'sibling',
      relative: personOf('1984-03-04', 2),
      relativeEnrolment: residentIn('510000'),
    },
    'a relation of later days': { relation: 'sibling', today: day('2024-06-01') },
    'a spouse too young': { relation: 'spouse' },
    'an end that has passed': { endDay: addDays(TODAY, -1), startDay: addDays(TODAY, -2) },
    'an end before the start': { endDay: addDays(TODAY, 1), startDay: addDays(TODAY, 2) },
    'the ninth': { bound: Array.from({ length: 8 }, () => ({ relation: 'sibling' as const })) },
    'a region that is not held': {
      policyholder: { ...employeeIn('650000'), ...personOf('1980-06-01') },
    },
    'a resident policyholder': { policyholder: { ...residentIn('130000'), ...personOf('1980-06-01') } },
    'an uninsured policyholder': { policyholder: { ...none, ...personOf('1980-06-01') } },
    'a suspended policyholder': {
      policyholder: { ...employeeIn('130000', { enrolment: 'suspended' }), ...personOf('1980-06-01') },
    },
    oneself: { relative: personOf('1980-06-01') },
    'a wrong number': {
      relative: { document: { idType: '01', idNumber: '540099201503040028' }, birthDay: null },
    },
  }
  const sentence = (more: Partial<JoinFacts>, spokenTo: SpokenTo) => {
    const answer = mayJoin({ ...base, ...more, spokenTo })
    if (answer.ok) throw new Error('not refused')
    return refusalSentence(answer.refusal)
  }

  it.each(Object.entries(asked).flatMap(([what, more]) => LISTENERS.map((to) => [what, to, more] as const)))(
    '%s, said to the %s',
    (_, spokenTo, more) => {
      const text = sentence(more, spokenTo)
      expect(text).toMatch(/。$/)
      expect(text).not.toMatch(/undefined|null|NaN|授权人|[a-z]{3,}/)
      // The inviter is never spoken of as somebody else to herself, and never as 您 to others.
      if (spokenTo === 'policyholder') expect(text).not.toContain('邀请人')
      if (spokenTo !== 'relative') expect(text).not.toMatch(/您的基本医保参保记录/)
      if (spokenTo === 'relative') expect(text).not.toMatch(/孩子|这位家人/)
    },
  )

  it.each([
    ['a child that is not insured', '没有查到孩子的', '没有查到您的', '没有查到孩子的'],
    ['a suspended child', '孩子的医保现在处于暂停状态', '您的医保现在', '孩子的医保现在'],
    [
      'a child in another province',
      '孩子在四川参保，您在河北参保，家庭共济只能在同一个省份里办。不在同一个省份的家人，您可以用医保钱包转账。',
      '您在四川参保，邀请人在河北参保，家庭共济只能在同一个省份里办。不在同一个省份的家人，可以请邀请人用医保钱包转账。',
      '孩子在四川参保，邀请人在河北参保',
    ],
    ['a sibling who is not insured', '没有查到这位家人的', '没有查到您的', '没有查到孩子的'],
    ['the ninth', '您现在已有8位', '邀请人现在已有8位', '邀请人现在已有8位'],
    ['a suspended policyholder', '您的医保现在处于暂停状态', '邀请人现在不能共享', '邀请人现在不能共享'],
    ['a resident policyholder', '您参加的是居民医保', '邀请人现在不能共享', '邀请人现在不能共享'],
    ['an uninsured policyholder', '没有查到您的参保记录', '邀请人现在不能共享', '邀请人现在不能共享'],
    ['an end that has passed', '请改好日期，重新填写一份', '请让邀请人改好日期', '请让邀请人改好日期'],
    [
      'a child too old',
      '这位家人应当至少比您小10岁',
      '您应当至少比邀请人小10岁',
      '孩子应当至少比邀请人小10岁',
    ],
    ['a spouse too young', '这位家人还未满16周岁', '您还未满16周岁', '孩子还未满16周岁'],
  ])('%s', (what, ...sentences) => {
    LISTENERS.forEach((spokenTo, index) => {
      expect(sentence(asked[what] ?? {}, spokenTo)).toContain(sentences[index])
    })
  })

  it('three troubles of the policyholder read alike to others', () => {
    for (const spokenTo of ['relative', 'guardian'] as const) {
      const texts = ['a resident policyholder', 'an uninsured policyholder', 'a suspended policyholder'].map(
        (what) => sentence(asked[what] ?? {}, spokenTo),
      )
      expect(new Set(texts).size).toBe(1)
    }
  })
})
