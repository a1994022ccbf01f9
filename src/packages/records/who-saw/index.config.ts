import { WHO_SAW } from '../../../copy/records'

export default definePageConfig({ navigationBarTitleText: WHO_SAW.title, enablePullDownRefresh: true })
