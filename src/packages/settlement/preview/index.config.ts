import { SETTLEMENT_PREVIEW } from '../../../copy/settlement'

export default definePageConfig({ navigationBarTitleText: SETTLEMENT_PREVIEW.title })
