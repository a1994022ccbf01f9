import { TAKE_ALONG } from '../../../copy/records'

export default definePageConfig({ navigationBarTitleText: TAKE_ALONG.title })
