import * as v from 'valibot'
import { NOTICE_KINDS } from '../values/notice'
import { contractOf, read, write } from './action'
import { EVENT_KINDS } from './bindings'
import { dayField, idField, instantField, maskedPersonField, noInput, verificationTokenField } from './fields'

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
/** Where the timeline goes on: the moment and the entry that were shown last. */
const timelineCursor = v.optional(
  v.pipe(v.string(), v.maxLength(150), v.regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z\|[\w:|-]+$/, 'a cursor')),
)

/** What counts as a reading of somebody's data. The sentence for each is in `src/copy`. */
export const DISCLOSURE_KINDS = [
  /** A letter was opened that names her in full. */
  'letter-read',
  /** The same, taken along as a paper or as a file. */
  'letter-printed',
  'letter-exported',
  /** Somebody who holds her paper checked it. */
  'letter-checked',
  /** A reviewer opened her case with its proofs. */
  'case-opened',
  /** All her data were taken along as a file, by herself. */
  'data-exported',
] as const
export type DisclosureKind = (typeof DISCLOSURE_KINDS)[number]

export const READERS = [
  'policyholder',
  'relative',
  'guardian',
  'reviewer',
  'clerk',
  'paper-holder',
  'self',
] as const
/** Who read: a side of hers, the desk, whoever holds a paper, or she herself. */
export type Reader = (typeof READERS)[number]

const reading = v.object({
  disclosureId: idField('disclosure'),
  at: instantField,
  kind: v.picklist(DISCLOSURE_KINDS),
  by: v.picklist(READERS),
  /** True where the caller is the one who read: both sides see it. */
  mine: v.boolean(),
  /** The other side, masked: who read, or of whom she read. Missing where the subject does not know the reader. */
  other: v.optional(maskedPersonField),
})

const bindingSide = v.picklist(['policyholder', 'relative', 'guardian'])
const counterpart = v.optional(maskedPersonField)
const facts = v.record(v.string(), v.unknown())

/** What happened: to a binding, to an invitation, or to a letter. The sentence for each is in `src/copy`. */
const timelineEntry = v.variant('about', [
  v.object({
    about: v.literal('binding'),
    entryId: v.string(),
    at: instantField,
    kind: v.picklist(EVENT_KINDS),
    by: v.picklist(['policyholder', 'relative', 'guardian', 'reviewer', 'system']),
    side: bindingSide,
    bindingId: idField('binding'),
    counterpart,
    facts,
  }),
  v.object({
    about: v.literal('invitation'),
    entryId: v.string(),
    at: instantField,
    kind: v.picklist(['made', 'received', 'declined', 'revoked', 'expired']),
    side: bindingSide,
    invitationId: idField('invitation'),
    counterpart,
    facts,
  }),
  v.object({
    about: v.literal('letter'),
    entryId: v.string(),
    at: instantField,
    kind: v.picklist(['signed']),
    side: bindingSide,
    letterId: idField('letter'),
    counterpart,
    facts,
  }),
])
export type TimelineEntry = v.InferOutput<typeof timelineEntry>

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
  /** What happened to her bindings, invitations and letters, the newest first, by pages of 20. */
  timeline: read({
    access: 'linked',
    input: v.object({ cursor: timelineCursor }),
    value: v.object({ entries: v.array(timelineEntry), next: v.optional(v.string()) }),
  }),
  /** Each reading of her data by somebody else, and each that she did of theirs, the newest first, by pages of 20. */
  'who-saw': read({
    access: 'linked',
    input: v.object({ cursor: v.optional(idField('disclosure')) }),
    value: v.object({ readings: v.array(reading), next: v.optional(v.string()) }),
  }),
  /** Whether the record of what she did and of who read her data is whole and unchanged. */
  check: read({
    access: 'linked',
    input: noInput,
    value: v.object({ intact: v.boolean(), done: v.number(), read: v.number() }),
  }),
  /** All her data as a file; the address works for ten minutes, the file lies there for an hour. */
  export: read({
    access: 'linked',
    input: v.object({ format: v.optional(v.picklist(['json', 'pdf']), 'json') }),
    value: v.object({ url: v.string(), fileName: v.string(), sm3: v.string() }),
  }),
  /** What a withdrawal would do, before it is done. */
  'prepare-withdraw': read({
    access: 'linked',
    input: noInput,
    value: v.object({
      /** Bindings that would end, and the last day on which each still holds. */
      bindings: v.array(
        v.object({
          bindingId: idField('binding'),
          side: bindingSide,
          counterpart: maskedPersonField,
          lastDay: dayField,
        }),
      ),
      /** Open invitations that would be taken back. */
      invitations: v.number(),
      /** Letters that stay, and the day until which the last of them is kept. */
      letters: v.number(),
      lettersKeptUntil: v.optional(dayField),
      /** From this day on all the rest of her is erased. */
      eraseFrom: dayField,
    }),
  }),
  /**
   * Withdraws her consent and closes her account: her bindings end, her open invitations are taken back, the others are
   * told. Letters and money records are kept for their years, the rest is erased once nothing of hers holds any more.
   *
   * Refusals: `verification-failed`, `too-many-attempts`.
   */
  withdraw: write({
    access: 'linked',
    input: v.object({ verificationToken: verificationTokenField }),
    value: v.object({ ended: v.number(), revoked: v.number(), eraseFrom: dayField }),
    secretInput: ['verificationToken'],
  }),
})
