import { COMPARE } from '../../../copy/rules'

export default definePageConfig({ navigationBarTitleText: COMPARE.title, enablePullDownRefresh: true })
