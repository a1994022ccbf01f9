import { createRequire } from 'node:module'
import { PEOPLE_PROGRAM } from './build.mjs'

/**
 * Married couples in the two regions whose rules are held whole: the one with an employee's account invites the other,
 * whose premium is then paid from it.
 */
export function couplesAmong(count, seed) {
  const { generatePeople } = createRequire(import.meta.url)(PEOPLE_PROGRAM)
  const people = generatePeople(count, seed)
  const byIdNumber = new Map(people.map((person) => [person.idNumber, person]))
  const taken = new Set()
  return people.flatMap((policyholder) => {
    const member = policyholder.family.find(({ relation }) => relation === 'spouse')
    const relative = member === undefined ? undefined : byIdNumber.get(member.idNumber)
    const fit = [policyholder, relative].every((person) => canJoin(person) && !taken.has(person.idNumber))
    if (!fit || policyholder.scheme !== 'employee' || relative.scheme !== 'resident') return []
    if (policyholder.balanceFen < DEAREST_PREMIUM_FEN) return []
    for (const { idNumber } of [policyholder, relative]) taken.add(idNumber)
    return [{ policyholder, relative }]
  })
}

/** Above every tier of the two regions. */
const DEAREST_PREMIUM_FEN = 500_00
const PREMIUM_YEAR = 2026
const PASSWORD = '739154'

const REGIONS = new Set(['130000', '540000'])

function canJoin(person) {
  return person?.openid != null && person.enrolment === 'active' && REGIONS.has(person.regionCode)
}

const linkInput = ({ name, idNumber, idType }, verificationToken) => ({
  name,
  idNumber,
  idType,
  verificationToken,
})
const relativeOf = ({ relative: { name, idNumber, idType } }) => ({
  relative: { name, idNumber, idType, relation: 'spouse' },
})

/** A name of two strokes, about as long as a finger writes it. */
const STROKES = [0, 1].map((stroke) =>
  Array.from({ length: 60 }, (_, step) => ({
    x: 60 + stroke * 270 + step * 4,
    y: 80 + stroke * 120 + (step % 7) * 9 * (stroke === 0 ? 1 : -1),
    t: stroke * 1_100 + step * 16,
  })),
)

function signatureFor({ mode, sentence }) {
  if (mode === 'handwritten') return { kind: 'handwritten', width: 600, height: 300, strokes: STROKES }
  return mode === 'tick' ? { kind: 'tick' } : { kind: 'typed', text: sentence ?? '' }
}

const signInput = ({ letter }) => ({
  letterId: letter.letterId,
  sm3: letter.sm3,
  signature: signatureFor(letter),
})
const policyholder = (couple) => couple.policyholder
const relative = (couple) => couple.relative

/**
 * The main job of one couple and a premium that is paid and given back, step by step; a step needs what those before it have kept. Where a step is not measured
 * it only makes the next one possible.
 */
export const STEPS = [
  {
    call: 'identity.link',
    by: policyholder,
    prepare: async (couple, product) => {
      couple.verification = await product.verify(couple.policyholder.idNumber)
    },
    input: (couple) => linkInput(couple.policyholder, couple.verification),
  },
  {
    call: 'identity.link',
    unmeasured: true,
    by: relative,
    prepare: async (couple, product) => {
      couple.verification = await product.verify(couple.relative.idNumber)
    },
    input: (couple) => linkInput(couple.relative, couple.verification),
  },
  { call: 'identity.me', by: policyholder, input: () => ({}) },
  { call: 'invitations.check', by: policyholder, input: relativeOf },
  {
    call: 'invitations.create',
    by: policyholder,
    input: relativeOf,
    keep: (couple, { invitationId, letters }) => {
      couple.invitationId = invitationId
      couple.letterId = letters.find(({ signer }) => signer === 'policyholder').letterId
    },
  },
  {
    call: 'consent-letters.get',
    by: policyholder,
    input: ({ letterId }) => ({ letterId }),
    keep: (couple, letter) => {
      couple.letter = letter
    },
  },
  { call: 'consent-letters.sign', by: policyholder, input: signInput },
  {
    call: 'invitations.send',
    by: policyholder,
    input: ({ invitationId }) => ({ invitationId }),
    keep: (couple, { token }) => {
      couple.token = token
    },
  },
  {
    call: 'invitations.open',
    by: relative,
    input: ({ token }) => ({ token }),
    keep: (couple, { letterId }) => {
      couple.letterId = letterId
    },
  },
  {
    call: 'consent-letters.get',
    unmeasured: true,
    by: relative,
    input: ({ letterId }) => ({ letterId }),
    keep: (couple, letter) => {
      couple.letter = letter
    },
  },
  { call: 'consent-letters.sign', unmeasured: true, by: relative, input: signInput },
  {
    call: 'invitations.accept',
    by: relative,
    input: ({ token }) => ({ token }),
    keep: (couple, { bindingId }) => {
      couple.bindingId = bindingId
    },
  },
  { call: 'invitations.list', by: policyholder, input: () => ({}) },
  { call: 'bindings.list', by: relative, input: () => ({}) },
  { call: 'rules.explain', by: relative, input: ({ relative }) => ({ regionCode: relative.regionCode }) },
  {
    call: 'identity.set-payment-password',
    unmeasured: true,
    by: policyholder,
    prepare: async (couple, product) => {
      couple.verification = await product.verify(couple.policyholder.idNumber)
    },
    input: ({ verification }) => ({ password: PASSWORD, verificationToken: verification }),
  },
  {
    call: 'premiums.payable',
    by: policyholder,
    input: () => ({ premiumYear: PREMIUM_YEAR }),
    keep: (couple, { relatives }) => {
      couple.tier = relatives[0].tiers[0].tier
    },
  },
  {
    call: 'premiums.quote',
    by: policyholder,
    input: ({ bindingId, tier }) => ({ premiumYear: PREMIUM_YEAR, items: [{ bindingId, tier }] }),
    keep: (couple, { quoteId }) => {
      couple.quoteId = quoteId
    },
  },
  {
    call: 'premiums.pay',
    by: policyholder,
    input: ({ quoteId }) => ({ quoteId, password: PASSWORD }),
    keep: (couple, { paymentId, state, lines }) => {
      if (state !== 'paid') throw new Error(`a payment is ${state}`)
      couple.payment = { paymentId, lineId: lines[0].lineId }
    },
  },
  {
    call: 'premiums.refund',
    by: policyholder,
    input: ({ payment }) => ({ ...payment, reason: 'duplicate' }),
    keep: (_, { state }) => {
      if (state !== 'refunded') throw new Error(`a refund is ${state}`)
    },
  },
]

/** Takes one step. @throws Error where it was refused: a refusal is quicker than the work, and would flatter. */
export async function takeStep(step, couple, product, requestId) {
  const [functionName, action] = step.call.split('.')
  const event = { action, requestId, input: step.input(couple) }
  const reply = await product.call(functionName, step.by(couple).openid, event)
  if (!reply.ok) throw new Error(`${step.call} was refused: ${JSON.stringify(reply.refusal)}`)
  step.keep?.(couple, reply.value)
}
