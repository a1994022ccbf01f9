export const PASSWORD_PAD = {
  typed: (count: number, of: number) => `已输入 ${count} 位，共 ${of} 位`,
  keys: '数字键',
  delete: '删除',
  sending: '正在办理，请稍候',
} as const

export const PASSWORD = {
  title: '支付密码',
  setTitle: '设置支付密码',
  lead: '缴费时输入的六位数字。先核验是您本人，再设密码。',
  why: '忘了密码、密码锁住了，也在这里重新设。核验不会花钱。',
  first: { title: '请设六位数字', lead: '别用生日、证件号里的数字，也别用 123456 这样好猜的。' },
  again: { title: '请再输一次', lead: '和刚才输的一样就设好了。' },
  differs: '两次输的不一样。请重新设一个。',
  tooLong: '核验过了五分钟，请重新核验一次，再设密码。',
  startOver: '重新输第一遍',
  done: {
    title: '支付密码设好了',
    text: '请记在心里。手机上不保存密码，也没有人会打电话问您要。',
    back: '好的，继续',
  },
} as const
