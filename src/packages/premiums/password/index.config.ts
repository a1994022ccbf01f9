import { PASSWORD } from '../../../copy/password'

export default definePageConfig({ navigationBarTitleText: PASSWORD.title })
