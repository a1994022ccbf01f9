import { OWN_CONSENT } from '../../../copy/own-consent'

export default definePageConfig({ navigationBarTitleText: OWN_CONSENT.title })
