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
  /**
   * Asks the insurer about payments and refunds that have no final answer, each after a pause that grows; what never
   * arrived is shut out after ten minutes. Harmless when it runs twice.
   */
  'settle-payments': read({
    access: 'timer',
    input: noInput,
    value: v.object({ settled: v.number(), open: v.number(), more: v.boolean() }),
  }),
  /** The same for settlements and their reversals. */
  'settle-settlements': read({
    access: 'timer',
    input: noInput,
    value: v.object({ settled: v.number(), open: v.number(), more: v.boolean() }),
  }),
  /** Compares our movements, of premiums and of settlements, with the insurer's statement since the last time, and keeps each difference for the desk. */
  'reconcile-premiums': read({
    access: 'timer',
    input: noInput,
    value: v.object({ compared: v.number(), differences: v.number() }),
  }),
  /**
   * Reminds policyholders of relatives whose premium is not paid: when a window opens, and 30, 7 and 1 days before it
   * closes. From nine in the morning, a page at a time; each of them once.
   */
  'remind-premiums': read({
    access: 'timer',
    input: noInput,
    value: v.object({ reminded: v.number(), more: v.boolean() }),
  }),
  /** Erases quotes whose quarter of an hour is long over. */
  'remove-quotes': read({
    access: 'timer',
    input: noInput,
    value: v.object({ removed: v.number(), more: v.boolean() }),
  }),
  /** Erases insurance codes whose minute was over a day ago. A page at a time; harmless when it runs twice. */
  'remove-insurance-codes': read({
    access: 'timer',
    input: noInput,
    value: v.object({ removed: v.number(), more: v.boolean() }),
  }),
  /** Erases nonces of institutions' requests whose time is over. A page at a time; harmless when it runs twice. */
  'remove-institution-nonces': read({
    access: 'timer',
    input: noInput,
    value: v.object({ removed: v.number(), more: v.boolean() }),
  }),
  /** Removes papers whose hour is over from the file storage. */
  'remove-papers': read({
    access: 'timer',
    input: noInput,
    value: v.object({ removed: v.number(), more: v.boolean() }),
  }),
  /**
   * Erases proofs whose time after the decision is over (`proof-retention-days`) or that came to nothing, and uploads
   * that were taken in and not removed. A page at a time; harmless when it runs twice.
   */
  'erase-proofs': read({
    access: 'timer',
    input: noInput,
    value: v.object({ erased: v.number(), more: v.boolean() }),
  }),
})
