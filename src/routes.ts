/**
 * Where each page is, and what its address carries: `landing` a `token`; `inviteSign` and `inviteShare` an
 * `invitationId`; `memberDetail`, `memberChange`, `memberExtend`, `memberOwnConsent` and `memberProofs` a `bindingId`;
 * `memberUnbind` a `bindingId`, or the `side` (`given`, `received`) of which to choose; `accountLimit` and `memberOrder`
 * nothing; `letterRead` a `letterId`; `letterCheck` a `letterId` and a `code`, or nothing; `inviteForm` perhaps a
 * `relation`; `premiums` perhaps a `year`; `premiumCheck` a `year` and `items`; `payment` a `paymentId`, and
 * `premiumRefund` a `lineId` as well; the pages about rules perhaps a `regionCode`, and `pickRegion` those that are
 * `chosen`; `inviteCheck` and `inviteProofs` nothing, since the form stays in memory; `family` is a tab and carries
 * nothing. `landing` is also `LANDING_PAGE` of the contract: a forwarded invitation opens it; `letterCheck` is
 * `CHECK_PAGE`: the code under a printed letter opens it.
 */
export const ROUTES = {
  home: '/pages/home/index',
  services: '/pages/services/index',
  family: '/pages/family/index',
  landing: '/pages/join/index',
  inviteForm: '/packages/invite/form/index',
  inviteCheck: '/packages/invite/check/index',
  inviteProofs: '/packages/invite/proofs/index',
  inviteSign: '/packages/invite/sign/index',
  inviteShare: '/packages/invite/share/index',
  memberDetail: '/packages/member/detail/index',
  memberUnbind: '/packages/member/unbind/index',
  memberChange: '/packages/member/change/index',
  memberExtend: '/packages/member/extend/index',
  memberOwnConsent: '/packages/member/own-consent/index',
  accountLimit: '/packages/member/account-limit/index',
  memberOrder: '/packages/member/order/index',
  memberProofs: '/packages/member/proofs/index',
  letterList: '/packages/letters/list/index',
  letterRead: '/packages/letters/read/index',
  letterCheck: '/packages/letters/check/index',
  chooseRegion: '/packages/region/choose/index',
  inbox: '/packages/inbox/list/index',
  records: '/packages/records/timeline/index',
  whoSaw: '/packages/records/who-saw/index',
  takeAlong: '/packages/records/take-along/index',
  closeAccount: '/packages/records/close/index',
  premiums: '/packages/premiums/overview/index',
  premiumCheck: '/packages/premiums/check/index',
  payment: '/packages/premiums/payment/index',
  premiumRefund: '/packages/premiums/refund/index',
  premiumRecords: '/packages/premiums/records/index',
  paymentPassword: '/packages/premiums/password/index',
  pickRegion: '/packages/rules/region/index',
  settlementPreview: '/packages/settlement/preview/index',
  spending: '/packages/settlement/records/index',
  browseRules: '/packages/rules/browse/index',
  compareRegions: '/packages/rules/compare/index',
  mayInvite: '/packages/rules/may-invite/index',
  linkIdentity: '/packages/identity/link/index',
  privacy: '/packages/about/privacy/index',
} as const

export type Route = (typeof ROUTES)[keyof typeof ROUTES]

/** The address of a page with what it needs to know; an undefined value is left out. */
export function addressOf(route: Route, query: Readonly<Record<string, string | undefined>> = {}): string {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`],
  )
  return pairs.length === 0 ? route : `${route}?${pairs.join('&')}`
}
