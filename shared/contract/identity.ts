import * as v from 'valibot'
import { contractOf, read, secretWrite, write } from './action'
import {
  emptyField,
  fenField,
  idField,
  idNumberField,
  idTypeField,
  instantField,
  nameField,
  noInput,
  poolingAreaField,
  regionCodeField,
  verificationTokenField,
} from './fields'

const settings = v.object({
  /** Chosen, else that of the enrolment, else null: then the person is asked. */
  regionCode: v.nullable(v.string()),
  elderMode: v.boolean(),
  hasPaymentPassword: v.boolean(),
})

const person = v.object({
  personId: idField('person'),
  name: v.string(),
  idNumber: v.string(),
  /** Null where the insurer knows no enrolment. */
  scheme: v.nullable(v.picklist(['employee', 'resident'])),
  poolingArea: v.nullable(poolingAreaField),
  regionCode: v.nullable(v.string()),
  enrolment: v.picklist(['active', 'suspended', 'none']),
})

/** Who I am to the product: the platform's user, linked to an insured person by a verification of her own. */
export const identity = contractOf('identity', {
  /**
   * Works before linking. `account` is missing where there is none, and where its balance could not be had. An
   * insurer that does not answer at all is an outage: who is insured where is never guessed.
   */
  me: read({
    access: 'user',
    input: noInput,
    value: v.object({
      linked: v.boolean(),
      person: v.optional(person),
      account: v.optional(v.object({ balanceFen: fenField })),
      /** Whether she has set up her family; there only where her region has that step before adding anybody. */
      family: v.optional(v.object({ established: v.boolean() })),
      settings,
      /** What happened to this user's link, or in this person's name, newest last. */
      notices: v.array(
        v.object({ kind: v.picklist(['link-moved-away', 'bound-in-person']), at: instantField }),
      ),
    }),
  }),
  /**
   * Links this user to the person whom the verification names. A fresh verification moves the link from another
   * user, tells the old side, clears the payment password and kills open tokens.
   *
   * Refusals: `id-number-invalid`, `name-mismatch`, `verification-failed`, `too-many-attempts`.
   */
  link: write({
    access: 'user',
    input: v.object({
      name: nameField,
      idNumber: idNumberField,
      idType: idTypeField,
      verificationToken: verificationTokenField,
    }),
    value: v.object({
      personId: idField('person'),
      /** The link was on another phone, which is told. */
      moved: v.boolean(),
      /** This phone was linked to somebody else, who is without a phone now. */
      replaced: v.boolean(),
    }),
    secretInput: ['verificationToken'],
  }),
  /**
   * For the desk: a code of the bureau's own sign-in becomes a ticket of the platform's custom login, with which the
   * browser signs in as `staff:<id>`. The account must be in the roster and in use; each later call asks that again.
   *
   * Refusals: `verification-failed` for a code that is unknown or used; `not-allowed` (`no-staff-account`,
   * `staff-sign-in-not-set-up`).
   */
  'sign-in-staff': secretWrite({
    access: 'anyone',
    input: v.object({ code: verificationTokenField }),
    value: v.object({
      ticket: v.string(),
      staff: v.object({ name: v.string(), role: v.picklist(['reviewer', 'clerk']) }),
    }),
    secretInput: ['code'],
  }),
  /**
   * Below which path of the file storage this user's uploads lie. Only from there a function takes a file, and only
   * of the caller's own.
   */
  'upload-folder': read({
    access: 'linked',
    input: noInput,
    value: v.object({ folder: v.string() }),
  }),
  /** The region whose words and steps are shown. Refusal: `rule-unknown` for a region that is not held. */
  'choose-region': write({
    access: 'linked',
    input: v.object({ regionCode: regionCodeField }),
    value: v.object({ regionCode: v.string() }),
  }),
  /** Six digits that stand in for the credential's payment password. Refusals: `verification-failed`, `not-allowed`. */
  'set-payment-password': write({
    access: 'linked',
    input: v.object({
      password: v.pipe(v.string(), v.regex(/^\d{6}$/, 'six digits')),
      verificationToken: verificationTokenField,
    }),
    value: emptyField,
    secretInput: ['password', 'verificationToken'],
  }),
  'update-settings': write({
    access: 'linked',
    input: v.object({ elderMode: v.optional(v.boolean()) }),
    value: settings,
  }),
})
