import type { IdDocument } from '../../../shared/values/id-document'
import type { ProofPhoto } from '../../components/proof-photos/model'
import type { CheckAnswer } from './check/model'
import type { CreateInput, InviteForm } from './form/model'

/**
 * What is carried from the form to the check and to the signature in person. It lives in memory alone: a relative's
 * name and ID number are not left on the phone, so who closes the app types them again.
 */
interface Draft {
  readonly form: InviteForm
  readonly input: CreateInput
  readonly answer: CheckAnswer
}

let draft: Draft | null = null
let photos: readonly ProofPhoto[] = []
let inPerson: {
  readonly invitationId: string
  readonly person: IdDocument & { readonly name: string }
} | null = null

export function keepDraft(kept: Draft): void {
  // The papers show how she belongs to this relative, in this relation, and to nobody else.
  const sameRelative = JSON.stringify(draft?.input.relative) === JSON.stringify(kept.input.relative)
  if (!sameRelative) photos = []
  draft = kept
}

export function keptDraft(): Draft | null {
  return draft
}

/** The photos that were taken so far, for who goes back a page to look something up. */
export function keepPhotos(kept: readonly ProofPhoto[]): void {
  photos = kept
}

export function keptPhotos(): readonly ProofPhoto[] {
  return photos
}

/** The invitation is made: the form begins anew. Who signs in person on this phone is still known by name. */
export function draftMade(invitationId: string): void {
  if (draft !== null && draft.input.acceptance === 'in-person') {
    const { name, idNumber, idType = '01' } = draft.input.relative
    inPerson = { invitationId, person: { name, idNumber, idType } }
  }
  draft = null
  photos = []
}

/** The relative who signs here and now, or null after the app was closed in between: then she says who she is. */
export function personHere(invitationId: string): (IdDocument & { readonly name: string }) | null {
  return inPerson?.invitationId === invitationId ? inPerson.person : null
}
