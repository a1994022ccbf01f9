import { UNBIND } from '../../../copy/unbind'

export default definePageConfig({ navigationBarTitleText: UNBIND.title })
