/** The offer to be told by a message of WeChat. Whoever says no loses nothing: all of it is in the app as well. */
export const MESSAGE_OFFER = {
  'invitation-sent': { text: '对方签好或不同意时，微信告诉您一声？', button: '微信提醒我' },
  joined: { text: '以后这份共享有变化，微信告诉您一声？', button: '微信提醒我' },
  said: {
    'will-be-told': '好的，到时微信会告诉您。',
    refused: '好的，不打扰您。随时打开小程序都能看到。',
    'not-possible': '现在没有设置成功。随时打开小程序都能看到。',
  },
} as const
