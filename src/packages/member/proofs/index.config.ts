import { RESUBMIT } from '../../../copy/member'

export default definePageConfig({ navigationBarTitleText: RESUBMIT.title })
