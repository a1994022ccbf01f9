import * as v from 'valibot'
import { IDENTIFICATIONS } from '../rules/window-entry'
import { isLetterCode, normaliseLetterCode } from '../values/letter-code'
import { contractOf, read, write } from './action'
import {
  documentFields,
  idField,
  instantField,
  maskedPersonField,
  noInput,
  relationField,
  verificationTokenField,
} from './fields'

const purpose = v.picklist(['invite', 'accept', 'guardian', 'unbind', 'wallet'])
export type LetterPurpose = v.InferOutput<typeof purpose>

const mode = v.picklist(['handwritten', 'tick', 'typed'])
export type SigningMode = v.InferOutput<typeof mode>

const signer = v.picklist(['policyholder', 'guardian', 'relative'])

/** 签署存证: the service's proof that a letter is as it was when it was signed. */
const seal = v.object({
  /** SM3 over the exact text, the facts, the signature, the time and the seal of the letter before. */
  sm3: v.string(),
  /** Base64 of an SM2 signature of the service over that hash. */
  signature: v.string(),
  /** Which of the service's keys signed. */
  keyId: v.string(),
})

const sm3Field = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, '64 hex digits'))

const coordinate = v.pipe(v.number(), v.finite(), v.minValue(-10_000), v.maxValue(10_000))
const point = v.object({ x: coordinate, y: coordinate, t: v.pipe(v.number(), v.finite(), v.minValue(0)) })
const canvasSide = v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(10_000))

const MOST_STROKES = 300
/** Of all strokes together. */
const MOST_POINTS = 2_500

const handwritten = v.object({
  kind: v.literal('handwritten'),
  width: canvasSide,
  height: canvasSide,
  // A name has some dozens of strokes and some hundreds of points. These bounds keep the whole request below the
  // 100 KB of text that the platform takes over HTTP.
  strokes: v.pipe(
    v.array(v.array(point)),
    v.maxLength(MOST_STROKES),
    v.check(
      (strokes) => strokes.reduce((sum, stroke) => sum + stroke.length, 0) <= MOST_POINTS,
      `at most ${MOST_POINTS} points`,
    ),
  ),
})

const signature = v.variant('kind', [
  handwritten,
  v.object({ kind: v.literal('tick') }),
  v.object({ kind: v.literal('typed'), text: v.pipe(v.string(), v.maxLength(500)) }),
])
/** What a person leaves under a letter. Coordinates are in the canvas's own units, `t` in milliseconds. */
export type Signature = v.InferOutput<typeof signature>

const factLine = v.object({ label: v.string(), value: v.string() })

const letter = v.object({
  letterId: idField('letter'),
  purpose,
  regionCode: v.string(),
  title: v.string(),
  text: v.string(),
  /** What the letter is about, line by line; sealed with the text. ID numbers are masked. */
  facts: v.array(factLine),
  /** Version of the text, a day. */
  version: v.string(),
  /** SM3 of the text, in hex: what is signed is what was read. */
  sm3: v.string(),
  mode,
  /** What to type, where the mode is `typed`. */
  sentence: v.optional(v.string()),
  /** Whether the region lets one tap fill the sentence in (湖北: 一键填入); missing where nothing is typed. */
  oneTap: v.optional(v.boolean()),
  state: v.picklist(['unsigned', 'signed']),
  signedAt: v.optional(instantField),
  seal: v.optional(seal),
  /** False for a policyholder on whose phone a relative signs: she reads the letter, and takes no paper of it. */
  own: v.boolean(),
})

const listed = v.object({
  letterId: idField('letter'),
  purpose,
  title: v.string(),
  version: v.string(),
  regionCode: v.string(),
  state: v.picklist(['unsigned', 'signed']),
  signedAt: v.optional(instantField),
  /** The caller's part in it. */
  signer,
  /** The other side, masked; for a guardian the policyholder. */
  counterpart: v.object({ name: v.string() }),
  relation: relationField,
  invitationId: idField('invitation'),
  bindingId: v.optional(idField('binding')),
})

/** What the printed code is: blanks, dashes and lookalikes make no difference. Another text is a wrong code. */
const codeField = v.pipe(
  v.string(),
  v.maxLength(64),
  v.transform(normaliseLetterCode),
  v.transform((code) => (isLetterCode(code) ? code : '')),
)

/** A letter that somebody without a phone signs at a window, as the clerk reads it to her. */
const windowLetter = v.object({
  letterId: idField('letter'),
  invitationId: idField('invitation'),
  from: maskedPersonField,
  relation: relationField,
  regionCode: v.string(),
  expiresAt: instantField,
  title: v.string(),
  text: v.string(),
  facts: v.array(factLine),
  version: v.string(),
  sm3: v.string(),
  state: v.picklist(['unsigned', 'signed']),
  /** Who entered her signature, and how it was known who she is; missing where it was not signed at a window. */
  entered: v.optional(
    v.object({ by: v.string(), own: v.boolean(), identifiedBy: v.picklist(IDENTIFICATIONS) }),
  ),
  /** What the caller may enter now. */
  may: v.object({ sign: v.boolean(), accept: v.boolean() }),
})

const sealKey = v.object({ keyId: v.string(), publicKey: v.string() })

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
      sm3: sm3Field,
      signature,
      verificationToken: v.optional(verificationTokenField),
    }),
    value: v.object({ letterId: idField('letter'), signedAt: instantField, seal }),
    secretInput: ['verificationToken', 'signature.strokes'],
  }),
  /**
   * For a clerk: what a person who stands at her window with an original document is invited to, where it waits for her
   * answer and lies in the clerk's region. It is written down who looked. Where nothing is found it counts against the
   * clerk: `not-found`, `too-many-attempts`.
   */
  'find-at-window': read({
    access: 'staff',
    input: v.object({ relative: documentFields }),
    value: v.object({ letters: v.array(windowLetter) }),
  }),
  /**
   * She signs at the window, by her own hand in every region: a tick there would be the clerk's. She is identified by a
   * check of her own (`verification`), or by her original document, which the clerk holds against her face
   * (`document`); then another clerk enters the acceptance. Refusals: those of `sign`, `not-found`, `not-allowed`
   * (`clerks-only`).
   */
  'sign-at-window': write({
    access: 'staff',
    input: v.object({
      letterId: idField('letter'),
      sm3: sm3Field,
      signature: handwritten,
      relative: documentFields,
      identification: v.variant('by', [
        v.object({ by: v.literal('verification'), verificationToken: verificationTokenField }),
        v.object({ by: v.literal('document') }),
      ]),
    }),
    value: v.object({
      letterId: idField('letter'),
      signedAt: instantField,
      seal,
      /** True where another clerk enters the acceptance. */
      secondClerk: v.boolean(),
    }),
    secretInput: ['identification.verificationToken', 'signature.strokes'],
  }),
  /**
   * My letters: what the caller has signed, and what waits for her signature, newest first. Letters that she did not
   * sign before their invitation was over are not among them.
   */
  list: read({ access: 'linked', input: noInput, value: v.object({ letters: v.array(listed) }) }),
  /**
   * The signed letter as a paper, for its signer alone: her own strokes, and of the other side whether and when it was
   * sealed. The link holds for ten minutes, the file for an hour; asking again makes no second file. `sm3` is that of
   * the file. Refusals: `not-found`, `letter-not-signed`, `letter-changed` where it is not as it was sealed.
   */
  pdf: read({
    access: 'linked',
    input: v.object({ letterId: idField('letter') }),
    value: v.object({ url: v.string(), sm3: v.string() }),
  }),
  /**
   * The signed letter with everything that its seal covers, for its signer alone: `npm run verify-letter` checks it
   * offline. Refusals: `not-found`, `letter-not-signed`, `letter-changed` where it is not as it was sealed.
   */
  export: read({
    access: 'linked',
    input: v.object({ letterId: idField('letter') }),
    value: v.object({
      fileName: v.string(),
      letter: v.object({
        format: v.literal('consent-letter-export/1'),
        content: v.looseObject({
          format: v.literal('consent-letter/1'),
          letterId: idField('letter'),
          text: v.string(),
          signedAt: instantField,
        }),
        seal,
        earlierSeals: v.array(seal),
        publicKey: v.string(),
      }),
    }),
  }),
  /**
   * Whether a printed letter is as it was signed. Open to anyone who holds the paper: its code alone finds it, and
   * `letterId`, which the QR code carries, must agree where it is given. `signer` is masked; nothing else is said. A
   * code that fits no signed letter is `not-found` and counts against the caller and the letter:
   * `too-many-attempts`.
   */
  verify: read({
    access: 'anyone',
    input: v.object({ letterId: v.optional(idField('letter')), code: codeField }),
    value: v.object({ intact: v.boolean(), signedAt: instantField, purpose, signer: v.string() }),
  }),
  /** The public keys of the service's seals, the one of today first: what a check offline needs. */
  'seal-keys': read({
    access: 'anyone',
    input: noInput,
    value: v.object({ keys: v.array(sealKey) }),
  }),
})
