import type { DeclineChoice } from '../pages/join/model'

export const JOIN_COPY = {
  title: '家人的邀请',
  linkFirstTitle: '您收到一份家人的邀请',
  linkFirstText:
    '为了保护您和家人，要先确认是您本人，才能看到是谁邀请您、邀请您做什么。确认好会自动回到这里。',
  linkFirst: '先确认是我本人',
  unknownTitle: '这个邀请打不开',
  unknownText: '可能是发给别人的，也可能已经作废了。',
  unknownWhat: ['请发邀请的家人核对姓名和身份证号，再发一次', '如果您换过微信，请先用现在的微信确认是您本人'],
  tooManyTitle: '今天试的次数太多了',
  noTokenTitle: '这个链接不完整',
  noTokenText: '请回到微信聊天，重新点开家人发来的那张卡片。',
  toHome: '去首页看看',
  again: '再试一次',

  ownTitle: '这是您自己发出的邀请',
  ownText: '只有被邀请的家人能看和签。请把它转发给家人。',
  ownManage: '看这个邀请',

  asks: (from: string) => `${from}想让您用 TA 的医保钱`,
  asksForChild: (from: string, child: string) => `${from}想让${child}用 TA 的医保钱`,
  whatFor: '可以用来',
  from: '开始',
  fromReviewed: (day: string) => `当地审核通过那天，最早${day}`,
  until: '到期',
  untilOpen: '一直有效',
  untilDay: (day: string) => `${day}（当天还能用）`,
  monthly: '每月最多',
  perSettlement: '每次最多',
  relation: '您是对方的',
  childRelation: '孩子是对方的',
  answer: '请在这之前答复',
  answerUntil: (until: string) => until,
  answerLeft: (hours: number, minutes: number) =>
    hours === 0 ? `还剩 ${minutes} 分钟` : `还剩 ${hours} 小时`,

  meansTitle: '这对您意味着什么',
  means: [
    { short: '不会动您的钱', long: '用的是对方账户里的钱，不从您的账户里拿走什么。' },
    { short: '先用您自己的', long: '您自己的医保账户里有钱，先用自己的，不够再用对方的。' },
    { short: '随时可以不要', long: '哪天不想要了就结束它：当天还能用，第二天起就没有了。' },
  ],
  meansChildTitle: '这对孩子意味着什么',
  meansChild: [
    { short: '不会动孩子的钱', long: '用的是对方账户里的钱，不从孩子的账户里拿走什么。' },
    { short: '由您替孩子决定', long: '您是监护人，您看过、签了字才算数。' },
    { short: '随时可以不要', long: '哪天不想要了就结束它：当天还能用，第二天起就没有了。' },
  ],
  noticeOpen: '展开看',
  noticeFold: '收起',
  willBeSeen: '对方能看到：您加入了没有。看不到您的病历和您自己账户里的钱。',

  readAndSign: '看承诺书，去签字',
  signTitle: '看承诺书，签字',
  signLead: '看到最后，再签。',
  signLeadChild: '您替孩子签，签您自己的名字。',
  yourName: '请写下您自己的名字',
  decline: '不同意',
  obstacleText: '现在还加不了。办好以后，在邀请过期前再打开这里就行；来不及，请家人重新发一次。',
  obstacleRetry: '办好了，再看一次',

  signedTitle: '字签好了，还差一下',
  signedText: (from: string) => `给${from}的承诺书已经签好。点下面的按钮，就正式加入了。`,
  accept: '确认加入',
  accepting: '正在加入…',

  boundTitle: '加好了',
  boundText: (from: string) => `${from}起，您看病买药就能用家人的医保钱了。`,
  boundChildText: (from: string) => `${from}起，孩子看病买药就能用家人的医保钱了。`,
  boundHow: '看病买药时照常出示您自己的医保码就行，不用多办什么。',
  boundHowChild: '孩子看病买药时照常出示孩子自己的医保码就行，不用多办什么。',
  reviewTitle: '已交上去，等当地审核',
  reviewText: '审核好了会告诉您，这之前还不能用。',
  acceptedText: '这个邀请已经办好了，不用再签。',
  seeBinding: '看看详情',

  declineTitle: '不同意也没关系',
  declineAsk: '愿意说说原因吗？（可以不选）',
  declineTold: '您选的或写的这句话会原样告诉对方；不选，对方只知道您没有同意。',
  declineWordsLabel: '想对家人说的话',
  declineWordsPlaceholder: '最多 200 个字',
  declineYes: '确认不同意',
  declineBack: '再想想',
  declinedTitle: '您没有同意这个邀请',
  declinedText: '没有动任何钱，也没有加上任何关系。以后想加，请家人再邀请一次。',
  revokedTitle: '这个邀请已经收回了',
  revokedText: '发邀请的家人收回了它，或者换了一个新的。可以问问家人要不要重新发。',
  expiredTitle: '这个邀请过期了',
  expiredText: '邀请 72 小时内有效。没有动任何钱。请家人重新发一次就行。',
} as const

export const DECLINE_SENTENCES: Record<Exclude<DeclineChoice, 'other'>, string> = {
  'not-now': '我现在用不着',
  'talk-first': '想先和您商量商量',
  'wrong-facts': '邀请里的内容写得不对',
  'own-account': '我自己账户里的钱够用',
}

export const DECLINE_OTHER = '别的原因，我自己写'
