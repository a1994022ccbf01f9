import { MEMBER_COPY } from '../../../copy/member'

export default definePageConfig({ navigationBarTitleText: MEMBER_COPY.title, enablePullDownRefresh: true })
