import type { Instant } from '../../shared/values/day'
import type { BindingId, InvitationId, LetterId, PersonId, ProofId, ReviewId } from '../../shared/values/ids'

/** Where each sealed text stands. It opens there and nowhere else. */
export const PLACES = {
  userOpenid: (userKey: string) => `users/${userKey}/openid`,
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
  proof: (id: ProofId) => `proofs/${id}`,
  reviewOpinion: (id: ReviewId, at: Instant) => `reviews/${id}/opinions/${at}`,
} as const
