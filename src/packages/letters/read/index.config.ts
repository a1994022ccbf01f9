import { MY_LETTERS } from '../../../copy/letter'

export default definePageConfig({ navigationBarTitleText: MY_LETTERS.title })
