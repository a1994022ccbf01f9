import { PREMIUM_PAYMENT } from '../../../copy/premiums'

export default definePageConfig({
  navigationBarTitleText: PREMIUM_PAYMENT.title,
  enablePullDownRefresh: true,
})
