export type * from './answer'
export { type Distance, distanceBetween } from './area'
export { type Available, accountPart, availableToShare, type SharedAccount } from './available-to-share'
export {
  BINDING_CHANGES,
  type BindingChange,
  type BindingReview,
  type BindingState,
  bindingStateOn,
  changeRefused,
  type EndCause,
  type Ending,
  endsAtOf,
  type KeptBinding,
  type KeptState,
  MOST_ROUNDS,
  mayChange,
  mayTakeBack,
  type ReviewKind,
  type ReviewState,
  type Side,
  type UnbindReason,
  unbindingWaits,
} from './binding-changes'
export { bindingBegins } from './binding-days'
export {
  type BindingLife,
  bindingHoldsOn,
  type EndedByItself,
  endsByItself,
  relationStillCovered,
  type SideToday,
} from './binding-life'
export { comesOfAge, consentNeeded, unbindConsentNeeded } from './consent-needed'
export { type EndByWithdrawal, endByWithdrawal, erasableFrom } from './consent-withdrawal'
export { explain } from './explain'
export { type FamilyCodeAllowed, type FamilyCodeFacts, mayAddFamilyCode } from './family-code'
export { familyFirst } from './family-first'
export type { Grounds } from './grounds'
export { isRegionHeld, regions } from './held-regions'
export { invitationExpires, invitationOverBy, invitationResendableUntil } from './invitation-life'
export { lettersKeptUntil } from './letter-retention'
export { letterWords, unbindLetterWords } from './letter-words'
export { inviteTermsRefused, mayInvite, policyholderRefused } from './may-invite'
export { mayJoin } from './may-join'
export {
  isPremiumWaived,
  mayPayPremium,
  type PremiumFacts,
  type PremiumPayable,
  premiumTier,
} from './may-pay-premium'
export { mayRefundPremium, type RefundAllowed, refundReasonWord } from './may-refund-premium'
export { ownCredentialRule } from './own-credential'
export { setsAccountLimit, setsOrder } from './policyholder-settings'
export {
  type PremiumBenefit,
  type PremiumReminder,
  type PremiumWindow,
  premiumBenefit,
  premiumReminder,
  premiumWindowOf,
  premiumYearOffered,
  premiumYears,
} from './premium-year'
export { proofsKeptDays, proofsKeptUntil } from './proof-retention'
export { regionWords } from './region-words'
export {
  type SettlementFacts,
  type SettlementLine,
  type SettlementPlan,
  settlementPlan,
} from './settlement-plan'
export {
  mayUnbind,
  rebindFrom,
  type UnbindAllowed,
  type UnbindFacts,
  unbindingEnds,
  unbindingReviewed,
} from './unbinding'
export {
  mayTransfer,
  returnsWhenEnded,
  type TransferAllowed,
  type TransferFacts,
  unacceptedReturnsAt,
  type WalletToday,
  walletToday,
} from './wallet'
export {
  acceptanceAtWindowRefused,
  IDENTIFICATIONS,
  type Identification,
  notClerk,
  servedAtWindow,
  type WindowSignature,
} from './window-entry'
