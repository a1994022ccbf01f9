import { MAY_INVITE } from '../../../copy/rules'

export default definePageConfig({ navigationBarTitleText: MAY_INVITE.title })
