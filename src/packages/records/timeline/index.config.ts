import { RECORDS } from '../../../copy/records'

export default definePageConfig({ navigationBarTitleText: RECORDS.title, enablePullDownRefresh: true })
