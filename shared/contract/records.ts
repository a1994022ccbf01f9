import * as v from 'valibot'
import { contractOf, read, write } from './action'
import { idField, instantField } from './fields'

/** What a person is told. The sentence for each is in `src/copy`, and for a message outside the app in `shared/copy`. */
export const NOTICE_KINDS = [
  'binding-approved',
  'binding-rejected',
  'unbinding-asked',
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
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

const notice = v.object({
  noticeId: idField('notice'),
  kind: v.picklist(NOTICE_KINDS),
  at: instantField,
  bindingId: v.optional(idField('binding')),
  /** The other side, masked. */
  counterpart: v.optional(v.object({ name: v.string() })),
  facts: v.record(v.string(), v.unknown()),
  read: v.boolean(),
})

const LONGEST_PAGE = 50
const cursor = v.optional(v.pipe(v.string(), v.maxLength(100)))

/** 记录: what a person was told and what was done. */
export const records = contractOf('records', {
  /** What she was told, the newest first, by pages of 20. */
  inbox: read({
    access: 'linked',
    input: v.object({ cursor }),
    value: v.object({ notices: v.array(notice), unread: v.number(), next: v.optional(v.string()) }),
  }),
  'mark-read': write({
    access: 'linked',
    input: v.object({
      noticeIds: v.pipe(v.array(idField('notice')), v.minLength(1), v.maxLength(LONGEST_PAGE)),
    }),
    value: v.object({ marked: v.number() }),
  }),
})
