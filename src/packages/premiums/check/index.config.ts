import { PREMIUM_CHECK } from '../../../copy/premiums'

export default definePageConfig({ navigationBarTitleText: PREMIUM_CHECK.title })
