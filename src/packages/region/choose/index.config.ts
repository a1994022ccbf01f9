import { REGION } from '../../../copy/region'

export default definePageConfig({ navigationBarTitleText: REGION.title, enablePullDownRefresh: true })
