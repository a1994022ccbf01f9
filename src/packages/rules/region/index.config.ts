import { PICK } from '../../../copy/rules'

export default definePageConfig({ navigationBarTitleText: PICK.title })
