import { JOIN_COPY } from '../../copy/join'

export default definePageConfig({ navigationBarTitleText: JOIN_COPY.title, enablePullDownRefresh: true })
