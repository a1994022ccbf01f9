import { dayText } from './app'

/** She came of age since a guardian signed for her, and answers for herself. */
export const OWN_CONSENT = {
  title: '请您本人确认',
  lead: (name: string) =>
    `${name}把自己的医保钱共享给您，当初由监护人替您签字。您到了自己签字的年龄，现在由您自己决定。`,
  meansTitle: '签字以前，先看这几条',
  means: [
    { short: '同意就签字', long: '签好以后，共享照旧，以后由您自己作主。' },
    { short: '不同意就结束', long: '不用说理由，也不用审核。最后一天过完，就不能再用对方的钱。' },
    { short: '先不回答也可以', long: '共享照旧，您随时可以回来签字或结束。这是我们的做法，当地没有规定。' },
    { short: '对方看不到您的病情', long: '只看得到用了多少、用在医院还是药店。' },
  ],
  read: '看内容并签字',
  preparing: '正在准备…',
  decline: '不同意',
  signTitle: '请您签字',
  signLead: '这是您自己的同意书，签好才算数。',
  yourName: '请写您自己的名字',
  giving: '正在办理…',
  giveTitle: '还差最后一步',
  giveText: '字已经签好。点一下“确认”，就办完了。',
  give: '确认',
  doneTitle: '确认好了',
  doneText: (name: string) => `您已经自己签字。和${name}的共享照旧，什么都不用再办。`,
  told: '家人会收到消息。',
  toDetail: '看这份共享',
  declineDialog: {
    title: (name: string) => `不再用${name}的医保钱？`,
    text: '共享会结束，家人会收到消息。结束以前改了主意，还可以撤回。',
    confirm: '不同意，结束共享',
    cancel: '再想想',
  },
  declinedTitle: '已经告诉对方',
  declinedText: (name: string, lastDay: string | null) =>
    lastDay === null
      ? `和${name}的共享已经结束。`
      : `和${name}的共享，用到${dayText(lastDay)}当天。改了主意，可以在那以前撤回。`,
  over: '这份共享不用您再确认。',
  notYours: '这一步要由孩子本人来办。',
  cardTitle: '请您本人签字确认',
  cardText: '您到了自己签字的年龄。同意，或者不同意，由您自己决定。',
  cardButton: '去看看',
  waitsTitle: '等孩子本人确认',
  waits: (name: string) =>
    `${name}到了自己签字的年龄，要由本人签字确认。在那以前，共享照旧；本人不同意，共享就结束。`,
} as const
