import * as v from 'valibot'
import { contractOf, write } from './action'
import { noInput } from './fields'

/** Called by the platform's timers alone. */
export const clock = contractOf('clock', {
  /** Closes invitations whose 72 hours are over, a page at a time. Harmless when it runs twice. */
  'expire-invitations': write({
    access: 'timer',
    input: noInput,
    value: v.object({ expired: v.number(), more: v.boolean() }),
  }),
})
