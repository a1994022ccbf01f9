import { CHANGE } from '../../../copy/change'

export default definePageConfig({ navigationBarTitleText: CHANGE.title })
