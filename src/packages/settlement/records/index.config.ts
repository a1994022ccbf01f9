import { SPENDING } from '../../../copy/settlement'

export default definePageConfig({ navigationBarTitleText: SPENDING.title, enablePullDownRefresh: true })
