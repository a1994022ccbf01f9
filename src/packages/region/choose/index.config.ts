export default definePageConfig({ navigationBarTitleText: '参保地', enablePullDownRefresh: true })
