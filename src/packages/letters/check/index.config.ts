import { CHECK_LETTER } from '../../../copy/letter'

export default definePageConfig({ navigationBarTitleText: CHECK_LETTER.title })
