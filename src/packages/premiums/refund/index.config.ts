import { PREMIUM_REFUND } from '../../../copy/premiums'

export default definePageConfig({ navigationBarTitleText: PREMIUM_REFUND.title })
