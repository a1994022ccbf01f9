import { INVITE_TITLES } from '../../../copy/invite'

export default definePageConfig({ navigationBarTitleText: INVITE_TITLES.proofs })
