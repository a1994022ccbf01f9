import { EXTEND } from '../../../copy/change'

export default definePageConfig({ navigationBarTitleText: EXTEND.title })
