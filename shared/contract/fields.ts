import * as v from 'valibot'
import { type Day, type Instant, parseDay, parseInstant } from '../values/day'
import { fen } from '../values/fen'
import { ID_TYPES, normaliseIdNumber } from '../values/id-document'
import { type Id, ULID_PATTERN } from '../values/ids'
import { INSURANCE_CODE_PATTERN } from '../values/insurance-code'
import { MOST_PROOFS } from '../values/proof-file'
import { REFUSAL_CODES } from '../values/refusal'
import { RELATIONS, USES } from '../values/relation'

const isDay = (text: string): text is Day => parseDay(text) !== null
const isInstant = (text: string): text is Instant => parseInstant(text) !== null

export const dayField = v.pipe(
  v.string(),
  v.check(isDay, 'a day, YYYY-MM-DD'),
  v.transform((text) => text as Day),
)
export const instantField = v.pipe(
  v.string(),
  v.check(isInstant, 'an instant, ISO-8601'),
  v.transform((text) => text as Instant),
)

export function idField<Kind extends string>(kind: Kind) {
  return v.pipe(
    v.string(),
    v.regex(ULID_PATTERN, `the id of a ${kind}`),
    v.transform((text) => text as Id<Kind>),
  )
}

/** An insurance code as it was shown. Only the shape: whose it is, and whether its minute is over, the function finds. */
export const insuranceCodeField = v.pipe(
  v.string(),
  v.regex(INSURANCE_CODE_PATTERN, 'the digits of an insurance code'),
)

/** Money in a request: a whole number of fen above zero, and below the sum that would be a typing error. */
export const positiveFenField = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(1),
  v.maxValue(100_000_000_00),
  v.transform((amount) => fen(amount)),
)
/** Money in a reply. */
export const fenField = v.pipe(
  v.number(),
  v.safeInteger(),
  v.transform((amount) => fen(amount)),
)

export const relationField = v.picklist(RELATIONS)
export const usesField = v.pipe(
  v.array(v.picklist(USES)),
  v.minLength(1),
  v.transform((uses) => USES.filter((use) => uses.includes(use))),
)

// Letters of any script, the middle dots of many peoples' names, and single blanks between. Nothing else: a name
// stands in a letter that is signed and sealed, and a sentence must not get there in its place.
const NAME = /^[\p{L}\p{M}]+(?:[ ·•・.'’-][\p{L}\p{M}]+)*\.?$/u

export const nameField = v.pipe(
  v.string(),
  v.transform((name) => name.normalize('NFC').trim().replace(/\s+/gu, ' ')),
  v.minLength(1),
  v.maxLength(50),
  v.regex(NAME, 'a name'),
)

/** Only the shape: whether the digits are right is a refusal of its own, `id-number-invalid`. */
export const idNumberField = v.pipe(
  v.string(),
  v.maxLength(40),
  v.transform(normaliseIdNumber),
  v.minLength(1),
)
export const idTypeField = v.optional(v.picklist(ID_TYPES), '01')

export const regionCodeField = v.pipe(v.string(), v.regex(/^\d{6}$/, 'six digits'))
/** 22 base64url characters. Another text of up to 64 is refused like any token that nobody made. */
export const tokenField = v.pipe(v.string(), v.minLength(1), v.maxLength(64))
export const verificationTokenField = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
export const reasonField = v.pipe(v.string(), v.trim(), v.maxLength(200))

/** Somebody as her document names her. */
export const documentFields = v.object({ name: nameField, idNumber: idNumberField, idType: idTypeField })

export const relativeFields = v.object({
  name: nameField,
  idNumber: idNumberField,
  idType: idTypeField,
  relation: relationField,
})

export const ruleField = v.object({
  parameter: v.string(),
  value: v.unknown(),
  from: v.optional(v.string()),
  source: v.string(),
  reliability: v.optional(v.string()),
  ourReading: v.optional(v.boolean()),
})
export type RuleReply = v.InferOutput<typeof ruleField>

export const refusalField = v.object({
  code: v.picklist(REFUSAL_CODES),
  message: v.string(),
  facts: v.optional(v.record(v.string(), v.unknown())),
  rule: v.optional(ruleField),
})
/** A refusal as it travels: with the sentence for the person. */
export type RefusalReply = v.InferOutput<typeof refusalField>

/** Each person in a reply is masked: `name: "扎*"`, `idNumber: "540***********0012"`. */
export const maskedPersonField = v.object({ name: v.string(), idNumber: v.optional(v.string()) })

export const poolingAreaField = v.object({ code: v.string(), name: v.string() })
/** Ids of the platform's file storage, as it gave them for uploads of the caller's own. */
export const proofFileIdsField = v.pipe(
  v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(300))),
  v.maxLength(MOST_PROOFS),
)

export const emptyField = v.object({})
export const noInput = v.optional(v.object({}), {})
