import type { DeclineChoice } from '../pages/join/model'

export const JOIN_COPY = {
  title: '家人的邀请',
  linkFirstTitle: '您收到一份家人的邀请',
  linkFirstText: '为了保护您和家人，要先确认是您本人，才能看到是谁邀请您、邀请您做什么。确认好会自动回到这里。',
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

  asks: (from: string) => `${from}想和您共享医保个人账户里的钱`,
  asksForChild: (from: string, child: string) => `${from}想让孩子${child}用上医保个人账户里的钱`,
  whatFor: '可以用来',
  from: '开始',
  fromNote: '您今天签好的话',
  until: '到期',
  untilOpen: '一直有效',
  monthly: '每月最多',
  perSettlement: '每次最多',
  relation: '您是对方的',
  childRelation: '孩子是对方的',
  answerUntil: (until: string) => `${until}前都可以签`,
  answerLeft: (left: string) => `还剩 ${left}`,

  meansTitle: '这对您意味着什么',
  means: [
    '不会动您的钱：这是用对方账户里的钱，不从您账户里拿走什么。',
    '您自己的先用：您自己医保账户里有钱，先用您的，不够再用对方的。',
    '随时可以不要了：不想要的时候，当天结束，第二天起就不用了。',
  ],
  meansChildTitle: '这对孩子意味着什么',
  meansChild: [
    '不会动孩子的钱：这是用对方账户里的钱。',
    '您替孩子决定：您是监护人，您签了字才算数。',
    '随时可以不要了：不想要的时候，当天结束，第二天起就不用了。',
  ],
  noticeTitle: '告知书全文',
  noticeOpen: '看告知书全文',
  willBeSeen: '对方能看到：您加入了没有。看不到您的病历和您自己账户里的钱。',

  readAndSign: '看承诺书，去签字',
  decline: '不同意',
  obstacleTitle: '现在还加不了',
  obstacleText: '先看看原因。办好以后，在邀请过期前再打开这里就行。',
  obstacleRetry: '办好了，再看一次',

  signedTitle: '字签好了，还差一下',
  signedText: '您的承诺书已经签好。点下面的按钮，就正式加入了。',
  accept: '确认加入',
  accepting: '正在加入…',

  boundTitle: '加好了',
  boundText: (from: string) => `${from}起，您看病买药就能用家人的医保钱了。`,
  boundChildText: (from: string) => `${from}起，孩子看病买药就能用家人的医保钱了。`,
  boundHow: '看病买药时照常出示您自己的医保码就行，不用多办什么。',
  boundHowChild: '孩子看病买药时照常出示孩子自己的医保码就行，不用多办什么。',
  reviewTitle: '已交上去，等当地审核',
  reviewText: '审核好了会告诉您，这之前还不能用。',
  seeBinding: '看看详情',

  declineTitle: '不同意也没关系',
  declineAsk: '愿意说说原因吗？您选的这句话会告诉对方，也可以不选。',
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
