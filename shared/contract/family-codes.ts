import * as v from 'valibot'
import { contractOf, read } from './action'
import { instantField, insuranceCodeField, noInput } from './fields'

/** A code as it is shown: for a minute, in a QR code, a bar code or in groups of digits. */
const shownCode = v.object({ insuranceCode: insuranceCodeField, expiresAt: instantField })

/** 亲情账户, and a person's own insurance code (医保码). Showing a code shares no money. */
export const familyCodes = contractOf('family-codes', {
  /**
   * The caller's own insurance code, made anew each time it is asked for and good for one minute: the page asks again
   * when `expiresAt` has come. It changes no more than that, so it carries no `requestId`.
   */
  'my-code': read({ access: 'linked', input: noInput, value: shownCode }),
})
