/** For the home page as well, which carries no other sentence about premiums. */
export const OPEN_PAYMENT = {
  title: '有一笔缴费还不知道结果',
  text: '先看看结果，再决定要不要接着缴。',
  button: '去看结果',
} as const
