import { PRIVACY_TITLE } from '../../../copy/privacy'

export default definePageConfig({ navigationBarTitleText: PRIVACY_TITLE })
