import type { Executes } from '../../platform/handler'
import type { BindingDocument, InvitationDocument, LetterDocument } from '../../platform/store/collections'
import type { records } from '../../shared/contract/records'
import { ok } from '../../shared/values/result'
import { bindingEntry, invitationEntries, letterEntry, momentOf, pageOfTimeline } from './decide-timeline'
import {
  counterpartOf,
  type LinkedRead,
  namesInBinding,
  namesInInvitation,
  ownBindings,
  sideIn,
  sideOfInvitation,
} from './execute-own'

type Telling = Pick<Executes<(typeof records)['actions']>, 'timeline'>

const PAGE = 20
/**
 * From each source as many as a page, and those that may have happened at one moment: the end of all her bindings, or
 * invitations that were made earlier than what became of them.
 */
const FROM_EACH = 120

export const telling: Telling = {
  async timeline(call, { cursor }) {
    const { operators } = call.store
    const { idIndex } = call.person
    const before = (field: string) =>
      cursor === undefined ? {} : { [field]: operators.lte(momentOf(cursor)) }
    const invitations = (whose: Readonly<Record<string, unknown>>) =>
      call.store.find(
        'invitations',
        { ...whose, ...before('createdAt') },
        { orderBy: ['createdAt', 'desc'], limit: FROM_EACH },
      )
    const bindings = await ownBindings(call)
    const [events, letters, sent, received, asGuardian] = await Promise.all([
      bindings.length === 0
        ? []
        : call.store.find(
            'binding-events',
            { bindingId: operators.in(bindings.map(({ _id }) => _id)), ...before('at') },
            { orderBy: ['at', 'desc'], limit: FROM_EACH },
          ),
      call.store.find(
        'letters',
        { signerIndexes: idIndex, signedByIndex: idIndex, ...before('signedAt') },
        { orderBy: ['signedAt', 'desc'], limit: FROM_EACH },
      ),
      invitations({ policyholderId: call.person._id }),
      invitations({ idIndex }),
      invitations({ guardianIndexes: idIndex }),
    ])
    const bindingOf = new Map(bindings.map((binding) => [binding._id, binding]))
    const known = new Map([...sent, ...received, ...asGuardian].map((each) => [each._id, each]))
    return ok(
      pageOfTimeline(
        [
          ...events.flatMap(({ _id, bindingId, at, kind, by, facts }) => {
            const binding = bindingOf.get(bindingId)
            if (binding === undefined) return []
            const { side, counterpart } = sidesOf(call, binding)
            return [bindingEntry({ eventId: _id, bindingId, side, counterpart, at, kind, by, facts })]
          }),
          ...[...known.values()].flatMap((invitation) => entriesOf(call, invitation)),
          ...letters.flatMap((letter) => letterEntries(call, letter, known.get(letter.invitationId))),
        ],
        cursor,
        PAGE,
      ),
    )
  },
}

function sidesOf(call: LinkedRead, binding: BindingDocument) {
  const side = sideIn(binding, call)
  return { side, counterpart: counterpartOf(namesInBinding(call, binding), side) }
}

function entriesOf(call: LinkedRead, invitation: InvitationDocument) {
  const side = sideOfInvitation(invitation, call)
  const { _id, state, createdAt, expiresAt, closedAt, relation, letters } = invitation
  // Until the policyholder has signed, nothing has been made; a child learns of its invitation from its guardian.
  const unsent = letters.every(({ signedByIndex }) => signedByIndex === null)
  const childs = side === 'relative' && invitation.acceptance === 'by-guardian'
  if (unsent || childs) return []
  return invitationEntries(
    {
      invitationId: _id,
      side,
      counterpart: counterpartOf(namesInInvitation(call, invitation), side),
      state,
      createdAt,
      expiresAt,
      closedAt: closedAt ?? null,
      relation,
    },
    call.now,
  )
}

function letterEntries(call: LinkedRead, letter: LetterDocument, invitation: InvitationDocument | undefined) {
  if (letter.signedAt === null) return []
  const { signer } = letter
  return [
    letterEntry({
      letterId: letter._id,
      side: signer,
      counterpart:
        invitation === undefined ? null : counterpartOf(namesInInvitation(call, invitation), signer),
      signedAt: letter.signedAt,
      purpose: letter.purpose,
      lastDay: letter.unbinds?.lastDay ?? null,
    }),
  ]
}
