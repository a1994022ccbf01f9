import type { ValueOf } from '../../../../shared/contract/action'
import type { invitations } from '../../../../shared/contract/invitations'
import { USES, type Use } from '../../../../shared/values/relation'
import type { CreateInput } from '../form/model'
import type { InvitationWay } from '../sign/model'

export type CheckAnswer = ValueOf<(typeof invitations.actions)['check']>

/** The check's own word comes before the form's guess: whether a guardian signs is decided by the function. */
export function wayAfterCheck(input: CreateInput, answer: CheckAnswer): InvitationWay {
  if (answer.acceptance === 'by-guardian') {
    return input.relative.relation === 'child' ? 'own-child' : 'parent-of-child'
  }
  return input.acceptance === 'in-person' ? 'in-person' : 'by-relative'
}

/** What she asked for and the region allows, and what of it falls away. */
export function usesAfterCheck(
  input: CreateInput,
  answer: CheckAnswer,
): { kept: readonly Use[]; dropped: readonly Use[] } {
  const asked = USES.filter((use) => input.uses === undefined || input.uses.includes(use))
  return {
    kept: asked.filter((use) => answer.uses.includes(use)),
    // What she did not choose to begin with is no loss to be told of.
    dropped: input.uses === undefined ? [] : asked.filter((use) => !answer.uses.includes(use)),
  }
}

/** What is created after the check: a guardian's invitation names no way of accepting, and only uses that hold. */
export function createAfterCheck(input: CreateInput, answer: CheckAnswer): CreateInput {
  const { acceptance, uses: _asked, ...rest } = input
  const { kept } = usesAfterCheck(input, answer)
  return {
    ...rest,
    ...(answer.acceptance === 'by-guardian' || acceptance === undefined ? {} : { acceptance }),
    ...(input.uses === undefined || kept.length === 0 ? {} : { uses: [...kept] }),
  }
}
