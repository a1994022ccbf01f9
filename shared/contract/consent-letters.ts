import * as v from 'valibot'
import { contractOf, read, write } from './action'
import { idField, instantField, verificationTokenField } from './fields'

const purpose = v.picklist(['invite', 'accept', 'guardian', 'unbind', 'wallet'])
export type LetterPurpose = v.InferOutput<typeof purpose>

const mode = v.picklist(['handwritten', 'tick', 'typed'])
export type SigningMode = v.InferOutput<typeof mode>

const seal = v.object({
  /** SM3 over the exact text and the signature. */
  sm3: v.string(),
  /** Base64 of an SM2 signature of the service over that hash and the time. */
  signature: v.string(),
  /** Which of the service's keys signed. */
  keyId: v.string(),
})

const coordinate = v.pipe(v.number(), v.finite(), v.minValue(-10_000), v.maxValue(10_000))
const point = v.object({ x: coordinate, y: coordinate, t: v.pipe(v.number(), v.finite(), v.minValue(0)) })
const canvasSide = v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(10_000))

const signature = v.variant('kind', [
  v.object({
    kind: v.literal('handwritten'),
    width: canvasSide,
    height: canvasSide,
    // A signature of a person has some dozens of strokes and some thousands of points; more is no signature.
    strokes: v.pipe(v.array(v.pipe(v.array(point), v.maxLength(5_000))), v.maxLength(300)),
  }),
  v.object({ kind: v.literal('tick') }),
  v.object({ kind: v.literal('typed'), text: v.pipe(v.string(), v.maxLength(500)) }),
])
/** What a person leaves under a letter. Coordinates are in the canvas's own units, `t` in milliseconds. */
export type Signature = v.InferOutput<typeof signature>

const letter = v.object({
  letterId: idField('letter'),
  purpose,
  title: v.string(),
  text: v.string(),
  /** Version of the text, a day. */
  version: v.string(),
  /** SM3 of the text, in hex: what is signed is what was read. */
  sm3: v.string(),
  mode,
  /** What to type, where the mode is `typed`. */
  sentence: v.optional(v.string()),
  state: v.picklist(['unsigned', 'signed']),
  signedAt: v.optional(instantField),
  seal: v.optional(seal),
})

/** 承诺书: what makes a binding lawful. A signed letter is never changed. */
export const consentLetters = contractOf('consent-letters', {
  /** For the signer, and for the policyholder on whose phone a relative signs in person. */
  get: read({ access: 'linked', input: v.object({ letterId: idField('letter') }), value: letter }),
  /**
   * Refusals: `letter-changed` where `sm3` is not that of the text, `signature-empty` where there is too little ink
   * or another sentence, `invalid-request` where the kind is not the letter's mode, `verification-failed`,
   * `invitation-closed`, `invitation-expired`.
   */
  sign: write({
    access: 'linked',
    input: v.object({
      letterId: idField('letter'),
      sm3: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, '64 hex digits')),
      signature,
      verificationToken: v.optional(verificationTokenField),
    }),
    value: v.object({ letterId: idField('letter'), signedAt: instantField, seal }),
    secretInput: ['verificationToken', 'signature.strokes'],
  }),
})
