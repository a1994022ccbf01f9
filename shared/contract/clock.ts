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
  /**
   * Erases the letters of invitations and bindings that have been over for the years of `letter-retention-years`, and
   * looks again later at those that are not. A page at a time; harmless when it runs twice.
   */
  'erase-letters': read({
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
