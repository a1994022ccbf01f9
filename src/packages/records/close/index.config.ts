import { CLOSE } from '../../../copy/records'

export default definePageConfig({ navigationBarTitleText: CLOSE.title })
