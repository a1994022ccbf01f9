import { ACCOUNT_LIMIT } from '../../../copy/together'

export default definePageConfig({ navigationBarTitleText: ACCOUNT_LIMIT.title })
