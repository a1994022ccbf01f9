import { INBOX } from '../../../copy/inbox'

export default definePageConfig({ navigationBarTitleText: INBOX.title })
