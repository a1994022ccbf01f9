import * as v from 'valibot'
import { contractOf, read, secretWrite, write } from './action'
import {
  dayField,
  documentFields,
  emptyField,
  idField,
  instantField,
  maskedPersonField,
  positiveFenField,
  proofFileIdsField,
  reasonField,
  refusalField,
  relationField,
  relativeFields,
  ruleField,
  tokenField,
  usesField,
  verificationTokenField,
} from './fields'

const acceptance = v.picklist(['by-relative', 'by-guardian', 'in-person'])

const letter = v.object({
  letterId: idField('letter'),
  signer: v.picklist(['policyholder', 'guardian', 'relative']),
  /** Whether it is signed already. */
  signed: v.boolean(),
})

/** What the inviter is told; of an obstacle on the relative's side she learns only `could-not-join`. */
const sentState = v.picklist([
  'draft',
  'pending',
  'accepted',
  'in-review',
  'declined',
  'could-not-join',
  'revoked',
  'expired',
])
const openState = v.picklist(['pending', 'accepted', 'in-review', 'declined', 'revoked', 'expired'])

const terms = {
  uses: v.array(v.string()),
  startDay: dayField,
  /** The last day on which the binding holds; missing where it is open-ended. */
  endDay: v.optional(dayField),
  monthlyLimitFen: v.optional(positiveFenField),
  perSettlementLimitFen: v.optional(positiveFenField),
}

const sent = v.object({
  invitationId: idField('invitation'),
  relative: maskedPersonField,
  relation: relationField,
  state: sentState,
  acceptance,
  letters: v.array(letter),
  createdAt: instantField,
  expiresAt: instantField,
  /** What the relative gave as her reason when she declined. */
  declineReason: v.optional(v.string()),
  bindingId: v.optional(idField('binding')),
  ...terms,
})

const received = v.object({
  invitationId: idField('invitation'),
  from: maskedPersonField,
  /** The child for whom a guardian is asked; missing where the invited person is the caller. */
  child: v.optional(maskedPersonField),
  relation: relationField,
  state: openState,
  /** For the landing page, while the invitation is pending. Missing where the inviter must send it anew. */
  token: v.optional(tokenField),
  expiresAt: instantField,
  bindingId: v.optional(idField('binding')),
})

const joined = v.object({
  state: v.picklist(['bound', 'in-review']),
  bindingId: idField('binding'),
  effectiveFrom: dayField,
})

/** 邀请: a policyholder asks a relative to share her personal account; the relative answers for herself. */
export const invitations = contractOf('invitations', {
  /**
   * What can be said from the policyholder's side and the form alone, before anything is made. It never says
   * anything about the relative's insurance or her other bindings.
   */
  check: read({
    access: 'linked',
    input: v.object({
      relative: relativeFields,
      startDay: v.optional(dayField),
      endDay: v.optional(dayField),
    }),
    value: v.object({
      acceptance: v.picklist(['by-relative', 'by-guardian']),
      /** Places left under the region's cap, the pending invitations not counted; null where no cap is published. */
      placesLeft: v.nullable(v.number()),
      uses: v.array(v.string()),
      effectiveFrom: dayField,
      letters: v.array(
        v.object({
          signer: v.picklist(['policyholder', 'guardian', 'relative']),
          mode: v.picklist(['handwritten', 'tick', 'typed']),
        }),
      ),
      /** What the region asks for (`proofFileIds` of `create`); empty where it asks for nothing. */
      proofs: v.array(v.string()),
      /** For how many days after the decision they are kept. */
      proofsKeptDays: v.number(),
      /** True where the bureau decides after everybody has signed; the binding begins with its approval. */
      review: v.boolean(),
      rules: v.array(ruleField),
      /** Sentences about what is not known here or is our reading. */
      remarks: v.array(v.string()),
    }),
  }),
  /**
   * Makes a draft. It becomes `pending` when the policyholder's letter is signed; pending ones do not count
   * against caps. An employee-scheme member in good standing may create; see the refusals in `check`.
   */
  create: write({
    access: 'linked',
    input: v.object({
      relative: relativeFields,
      acceptance: v.optional(v.picklist(['by-relative', 'in-person'])),
      startDay: v.optional(dayField),
      endDay: v.optional(dayField),
      uses: v.optional(usesField),
      monthlyLimitFen: v.optional(positiveFenField),
      perSettlementLimitFen: v.optional(positiveFenField),
      proofFileIds: v.optional(proofFileIdsField),
    }),
    value: v.object({
      invitationId: idField('invitation'),
      state: v.picklist(['draft']),
      acceptance,
      letters: v.array(letter),
      expiresAt: instantField,
    }),
  }),
  /** Makes the token and the card that carries it. Refusals: `letter-not-signed`, `invitation-closed`, `-expired`. */
  send: secretWrite({
    access: 'linked',
    input: v.object({ invitationId: idField('invitation') }),
    value: v.object({
      token: tokenField,
      /** The mini-program page, with the token alone. */
      path: v.string(),
      /** For a 小程序码: at most 32 characters. */
      scene: v.string(),
      expiresAt: instantField,
    }),
  }),
  list: read({
    access: 'linked',
    input: v.optional(v.object({}), {}),
    value: v.object({ sent: v.array(sent), received: v.array(received) }),
  }),
  /** For the invited person, the guardian of an invited child and the inviter; to all others `not-found`. */
  open: read({
    access: 'linked',
    input: v.object({ token: tokenField }),
    value: v.object({
      invitationId: idField('invitation'),
      from: maskedPersonField,
      /** What the caller is to this invitation. */
      role: v.picklist(['relative', 'guardian', 'policyholder']),
      child: v.optional(maskedPersonField),
      relation: relationField,
      regionCode: v.string(),
      ...terms,
      notice: v.object({ title: v.string(), text: v.string(), version: v.string() }),
      letterId: idField('letter'),
      letterSigned: v.boolean(),
      /** True where the bureau decides after everybody has signed. */
      reviewed: v.optional(v.literal(true)),
      expiresAt: instantField,
      state: openState,
      bindingId: v.optional(idField('binding')),
      /** What stands in her way as things are now; told to the invited person and the guardian only. */
      obstacle: v.optional(refusalField),
    }),
  }),
  /** The invited person joins, or a parent for an invited child of somebody else. */
  accept: write({ access: 'linked', input: v.object({ token: tokenField }), value: joined }),
  /** The policyholder joins her own child under 16 on the spot, as the child's guardian. */
  'accept-for-child': write({
    access: 'linked',
    input: v.object({ invitationId: idField('invitation') }),
    value: joined,
  }),
  /** On the policyholder's phone, after the relative's own verification. */
  'accept-in-person': write({
    access: 'linked',
    input: v.object({ invitationId: idField('invitation'), verificationToken: verificationTokenField }),
    value: joined,
    secretInput: ['verificationToken'],
  }),
  /**
   * At a window, for a relative without a phone: a clerk enters that she joins, after her letter was signed there
   * (`consent-letters.sign-at-window`). Both sides are told. Refusals: `not-found`, `letter-not-signed`, `not-allowed`
   * (`clerks-only`; `second-clerk` where the same clerk alone has said who she is), and those of `accept`.
   */
  'accept-at-window': write({
    access: 'staff',
    input: v.object({ invitationId: idField('invitation'), relative: documentFields }),
    value: joined,
  }),
  decline: write({
    access: 'linked',
    input: v.object({ token: tokenField, reason: v.optional(reasonField) }),
    value: emptyField,
  }),
  revoke: write({
    access: 'linked',
    input: v.object({ invitationId: idField('invitation') }),
    value: emptyField,
  }),
  /** A new token and 72 hours more; the old token is dead. */
  resend: secretWrite({
    access: 'linked',
    input: v.object({ invitationId: idField('invitation') }),
    value: v.object({ token: tokenField, path: v.string(), scene: v.string(), expiresAt: instantField }),
  }),
})
