import { CHECK_PAGE } from '../../../../shared/contract/check-address'
import type { Instant } from '../../../../shared/values/day'
import type { InvitationId, LetterId } from '../../../../shared/values/ids'
import { type ListedLetter, letterRows } from '../../../../src/packages/letters/list/model'
import { ROUTES } from '../../../../src/routes'

const LETTER = '01JBYW8V7Q0000000000000000' as LetterId
const INVITATION = '01JBYW8V7Q0000000000000001' as InvitationId

function listed(more: Partial<ListedLetter> = {}): ListedLetter {
  return {
    letterId: LETTER,
    purpose: 'invite',
    title: '授权承诺书（授权人签署）',
    version: '2025-11-05',
    regionCode: '130000',
    state: 'signed',
    signedAt: '2025-11-05T01:00:00.000Z' as Instant,
    signer: 'policyholder',
    counterpart: { name: '刘**' },
    relation: 'spouse',
    invitationId: INVITATION,
    ...more,
  }
}
const unsigned = { state: 'unsigned', signedAt: undefined } as const

it('says what it is, with whom, by whose rules and when it was signed', () => {
  expect(letterRows([listed()])).toEqual([
    {
      letterId: LETTER,
      name: '授权人签的承诺书',
      about: '和刘**',
      region: '河北省的规定',
      signed: true,
      state: '11月5日 09:00 签好',
      action: '看这一份',
      to: `${ROUTES.letterRead}?letterId=${LETTER}`,
    },
  ])
  expect(letterRows([listed({ signer: 'guardian', purpose: 'guardian' })])[0]?.about).toBe('替刘**签')
})

it('puts what waits first, and leads the policyholder to where she signs', () => {
  const rows = letterRows([listed(), listed(unsigned), listed({ ...unsigned, signer: 'relative' })])
  expect(rows.map(({ state }) => state)).toEqual(['等您签字', '等您签字', '11月5日 09:00 签好'])
  expect(rows.map(({ to }) => to)).toEqual([
    `${ROUTES.inviteSign}?invitationId=${INVITATION}`,
    null,
    `${ROUTES.letterRead}?letterId=${LETTER}`,
  ])
})

it('the code under a printed letter opens the page that checks it', () => {
  expect(ROUTES.letterCheck).toBe(`/${CHECK_PAGE}`)
})
