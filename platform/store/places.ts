import type { BindingId, InvitationId, LetterId, PersonId } from '../../shared/values/ids'

/** Where each sealed text stands. It opens there and nowhere else. */
export const PLACES = {
  person: (id: PersonId) => `persons/${id}`,
  invitationPolicyholder: (id: InvitationId) => `invitations/${id}/policyholder`,
  invitationRelative: (id: InvitationId) => `invitations/${id}/relative`,
  invitationDeclineReason: (id: InvitationId) => `invitations/${id}/decline-reason`,
  letterText: (id: LetterId) => `letters/${id}/text`,
  letterFacts: (id: LetterId) => `letters/${id}/facts`,
  letterSignerName: (id: LetterId) => `letters/${id}/signer-name`,
  letterSentence: (id: LetterId) => `letters/${id}/sentence`,
  letterSignature: (id: LetterId) => `letters/${id}/signature`,
  bindingPolicyholder: (id: BindingId) => `bindings/${id}/policyholder`,
  bindingRelative: (id: BindingId) => `bindings/${id}/relative`,
} as const
