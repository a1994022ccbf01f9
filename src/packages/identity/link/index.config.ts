import { IDENTITY } from '../../../copy/identity'

export default definePageConfig({ navigationBarTitleText: IDENTITY.title })
