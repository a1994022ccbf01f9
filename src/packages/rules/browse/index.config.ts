import { RULES } from '../../../copy/rules'

export default definePageConfig({ navigationBarTitleText: RULES.title, enablePullDownRefresh: true })
