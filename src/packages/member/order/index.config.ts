import { ORDER } from '../../../copy/together'

export default definePageConfig({ navigationBarTitleText: ORDER.title })
