import { PREMIUMS } from '../../../copy/premiums'

export default definePageConfig({ navigationBarTitleText: PREMIUMS.title, enablePullDownRefresh: true })
