import * as v from 'valibot'
import { contractOf, read } from './action'
import { noInput } from './fields'

/** Called by the platform's timers alone. */
export const clock = contractOf('clock', {
  /**
   * Closes invitations whose 72 hours are over, a page at a time. It changes, yet carries no
   * `requestId`: the same time gives the same result, so it is harmless when it runs twice.
   */
  'expire-invitations': read({
    access: 'timer',
    input: noInput,
    value: v.object({ expired: v.number(), more: v.boolean() }),
  }),
  /** Sends on to WeChat what people were told, a page at a time. Harmless when it runs twice. */
  'send-notices': read({
    access: 'timer',
    input: noInput,
    value: v.object({ sent: v.number(), more: v.boolean() }),
  }),
  /**
   * Writes down that bindings are over whose last day has passed, a page at a time: state, history, and a notice to
   * both sides. Harmless when it runs twice.
   */
  'end-bindings': read({
    access: 'timer',
    input: noInput,
    value: v.object({ ended: v.number(), more: v.boolean() }),
  }),
  /**
   * Ends bindings whose people are no longer insured as they must be: by what the insurer says has changed since the
   * last time. A page at a time; harmless when it runs twice.
   */
  'follow-insurance-changes': read({
    access: 'timer',
    input: noInput,
    value: v.object({ followed: v.number(), more: v.boolean() }),
  }),
  /**
   * Once a day asks of every binding whether both are still insured as they must be, in case a change was not told.
   * A page at a time; a day's check that is done is not done again.
   */
  'check-insurance': read({
    access: 'timer',
    input: noInput,
    value: v.object({ checked: v.number(), more: v.boolean() }),
  }),
  /** Reminds both sides 30 and 3 days before an agreed end, and asks those who came of age for their own consent. */
  remind: read({
    access: 'timer',
    input: noInput,
    value: v.object({ reminded: v.number(), more: v.boolean() }),
  }),
  /**
   * Erases the letters of invitations and bindings that have been over for the years of `letter-retention-years`, and
   * looks again later at those that are not. A page at a time; harmless when it runs twice.
   */
  'erase-letters': read({
    access: 'timer',
    input: noInput,
    value: v.object({ erased: v.number(), more: v.boolean() }),
  }),
  /**
   * Erases people who have closed their account and of whom nothing holds any more; letters stay for their years. A
   * page at a time; harmless when it runs twice.
   */
  'erase-accounts': read({
    access: 'timer',
    input: noInput,
    value: v.object({ erased: v.number(), more: v.boolean() }),
  }),
  /** Removes papers whose hour is over from the file storage. */
  'remove-papers': read({
    access: 'timer',
    input: noInput,
    value: v.object({ removed: v.number(), more: v.boolean() }),
  }),
})
