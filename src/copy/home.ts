import { balanceText, momentText } from './app'

export const HOME = {
  greeting: (name: string) => `您好，${name}`,
  welcome: '您好',
  lead: '让家人看病买药时，可以用您医保个人账户里的钱。',
  link: {
    title: '第一步：确认您是谁',
    text: '核对一次姓名和身份证号，就能邀请家人，或接受家人的邀请。',
    button: '去确认身份',
  },
  notices: {
    read: '知道了',
    'link-moved-away': {
      title: '您的身份已在另一部手机上确认',
      text: (at: string) =>
        `${momentText(at)}，有人用您的身份信息在另一部手机上通过了核验，这部手机不再能办理您的业务。如果不是您本人，请在这里重新确认身份，并联系当地医保窗口。`,
    },
    'bound-in-person': {
      title: '您和家人当面办好了共享',
      text: (at: string) =>
        `${momentText(at)}，用您的身份核验，在家人的手机上办好了一份共享，可以在“我的家人”里查看。如果您不知道这件事，请联系当地医保窗口。`,
    },
  },
  region: {
    yours: (name: string) => `参保地：${name}`,
    shown: (name: string) => `正在看：${name}`,
    unknown: '还没有选参保地',
    change: '更换',
    choose: '选择',
    differs: (enrolled: string, shown: string) =>
      `您在${enrolled}参保，现在显示的是${shown}的叫法和步骤。办理时按${enrolled}的规定。`,
  },
  balance: {
    label: '医保个人账户余额',
    amount: balanceText,
    unknown: '余额暂时查不到',
    none: '您参加的是居民医保，没有个人账户；家人可以邀请您用他们的。',
    suspended: '您的医保现在是暂停状态，恢复参保后才能邀请家人。',
    notEnrolled: '没有查到您的参保信息，请先参保，或到当地医保窗口核对。',
  },
  inbox: {
    title: '消息',
    unread: (count: number) => (count > 99 ? '99+ 条没看' : `${count} 条没看`),
    allRead: '都看过了',
  },
  elder: { label: '大字版', on: '已开', off: '未开' },
  waiting: '等您处理',
  nothingWaits: '没有等您处理的事',
  received: {
    title: (from: string) => `${from}想让您用自己医保账户里的钱`,
    titleForChild: (from: string, child: string) =>
      `${from}想让${child}用自己医保账户里的钱，需要您替孩子同意`,
    relation: (label: string) => `您是对方的${label}`,
    childRelation: (label: string) => `孩子是对方的${label}`,
    until: (at: string) => `请在 ${momentText(at)} 前答复`,
    button: '看看内容',
  },
  draft: {
    title: (relative: string) => `给${relative}的邀请还没办完`,
    step: {
      sign: '还差您签字，签好才会发出',
      'sign-in-person': '您已经签好，还差家人当面签字',
      'add-child': '已经签好，还差最后一步',
      'join-in-person': '都已签好，还差家人当面确认',
    },
    button: '接着办',
  },
  services: '我要办',
  premiums: { title: '居民医保缴费', text: '替孩子和家人缴一年的居民医保费。' },
  mayInvite: { title: '能不能加 TA？', text: '先问问看，不用填姓名和证件号。' },
  privacy: '我们只用您的姓名和证件号核对身份与参保信息，加密保存，页面上只显示一部分，不用作其他用途。',
} as const
