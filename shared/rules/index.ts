export type * from './answer'
export { bindingBegins } from './binding-days'
export {
  BINDING_CHANGES,
  type BindingChange,
  type BindingLife,
  type BindingState,
  bindingStateOn,
  changeRefused,
  type EndCause,
  type Ending,
  endsAtOf,
  type KeptState,
  mayChange,
  type Side,
  type UnbindReason,
} from './binding-changes'
export { consentNeeded } from './consent-needed'
export { explain } from './explain'
export { isRegionHeld, regions, regionWords } from './held-regions'
export { INVITATION_LIFE_MS, INVITATION_RESEND_DAYS } from './invitation-life'
export { letterWords } from './letter-words'
export { mayInvite } from './may-invite'
export { mayJoin } from './may-join'
