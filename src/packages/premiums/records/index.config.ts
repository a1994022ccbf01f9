import { PREMIUM_RECORDS } from '../../../copy/premiums'

export default definePageConfig({
  navigationBarTitleText: PREMIUM_RECORDS.title,
  enablePullDownRefresh: true,
})
