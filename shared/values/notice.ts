/** What a person is told. The sentence for each is in `src/copy`, and for a message outside the app in `shared/copy`. */
export const NOTICE_KINDS = [
  'binding-approved',
  'binding-rejected',
  'unbinding-announced',
  'unbinding-undone',
  'unbinding-refused',
  'binding-ended',
  'binding-paused',
  'binding-resumed',
  'limits-changed',
  'end-day-proposed',
  'end-day-agreed',
  'end-day-declined',
  'end-day-near',
  'own-consent-asked',
  'own-consent-given',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]
