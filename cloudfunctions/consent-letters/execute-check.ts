import { attemptsUsedUp, failedAttempt } from '../../platform/attempts'
import type { Executes, ReadCall } from '../../platform/handler'
import { NO_LETTER_BEFORE, sealedText } from '../../platform/letters/letter-content'
import type { LetterDocument } from '../../platform/store/collections'
import type { consentLetters } from '../../shared/contract/consent-letters'
import { maskName } from '../../shared/values/id-document'
import type { Refusal } from '../../shared/values/refusal'
import { ok, refuse } from '../../shared/values/result'
import { discloseCheck } from './execute-disclosure'
import { chainOf, contentOf } from './execute-letter'

type Actions = (typeof consentLetters)['actions']

const NOT_FOUND: Refusal = { code: 'not-found', facts: { sought: 'letter-code' } }
/** Stands for a name that can no longer be read. */
const UNREADABLE = '*'

/** What anyone may ask who holds a paper. */
export const checking: Pick<Executes<Actions>, 'verify' | 'seal-keys'> = {
  async verify(call, input) {
    const caller = callerCounted(call)
    const usedUp =
      (await attemptsUsedUp(caller, caller.attempted)) ??
      (input.letterId === undefined
        ? null
        : await attemptsUsedUp({ ...call, userKey: input.letterId }, 'letter-code-of-letter'))
    if (usedUp !== null) return refuse(usedUp)
    const letter = await letterByCode(call, input.code)
    const fits =
      letter !== null &&
      letter.signedAt !== null &&
      (input.letterId === undefined || input.letterId === letter._id)
    if (!fits || letter.signedAt === null) {
      if (input.letterId !== undefined) {
        await failedAttempt({ ...call, userKey: input.letterId }, 'letter-code-of-letter', NOT_FOUND)
      }
      return failedAttempt(caller, caller.attempted, NOT_FOUND)
    }
    await discloseCheck(call, letter, caller.userKey)
    const read = readable(call, letter)
    return ok({
      intact: read !== null && (await isIntact(call, letter, read.text)),
      signedAt: letter.signedAt,
      purpose: letter.purpose,
      signer: read === null ? UNREADABLE : maskName(read.signer),
    })
  },

  async 'seal-keys'(call) {
    return ok({ keys: call.sealer.publicKeys.map((key) => ({ ...key })) })
  },
}

/** Callers whom the platform does not tell apart are counted as one, with more tries together. */
function callerCounted(call: ReadCall<'anyone'>) {
  const { caller } = call
  const own = (userKey: string) => ({ ...call, userKey, attempted: 'letter-code' as const })
  switch (caller.kind) {
    case 'user':
      return own(call.keys.userKey(caller.openid))
    case 'staff':
      return own(call.keys.userKey(`staff:${caller.staffId}`))
    case 'institution':
      return own(call.keys.userKey(`institution:${caller.institutionId}`))
    case 'timer':
    case 'anonymous':
      return { ...call, userKey: 'unnamed', attempted: 'letter-code-unnamed' as const }
  }
}

async function letterByCode(call: ReadCall, code: string): Promise<LetterDocument | null> {
  if (code === '') return null
  const codeIndex = call.keys.letterCodeIndex(code)
  const [letter] = await call.store.find('letters', { codeIndex }, { limit: 1 })
  return letter ?? null
}

/** What the seal should cover, or null where something that is sealed at rest was changed and no longer opens. */
function readable(call: ReadCall, letter: LetterDocument): { text: string; signer: string } | null {
  try {
    const content = contentOf(call, letter)
    return content === null ? null : { text: sealedText(content), signer: content.signer.name }
  } catch {
    // A changed byte is what somebody came here to find out; it is an answer and not a bug.
    return null
  }
}

/** The seal fits the letter, the letters before it are there, and the invitation knows of it. */
async function isIntact(call: ReadCall, letter: LetterDocument, text: string): Promise<boolean> {
  const { seal, chain } = letter
  if (seal === null || chain === null || !call.sealer.isIntact(text, seal)) return false
  const [chained, invitation] = await Promise.all([
    chainOf(call, letter),
    call.store.get('invitations', letter.invitationId),
  ])
  const sealOf = (number: number) => chained.find((each) => each.chain?.number === number)?.seal?.sm3
  const before = chain.number === 1 ? NO_LETTER_BEFORE : sealOf(chain.number - 1)
  if (invitation === null || before !== chain.previous) return false
  const { length, head } = invitation.letterChain
  return chained.length === length && sealOf(length) === head
}
