export const SERVICES = {
  title: '我要办',
  lead: (region: string) => `这里用的是${region}的叫法。`,
  leadUnknown: '选好参保地，这里会换成当地的叫法。',
  entryText: '让家人看病买药时用您医保个人账户里的钱。',
  firstTime: '第一次办理，直接填写家人信息。',
  establish: '这里要先建立共济家庭，再添加家人。点这里就能建立。',
  path: (names: readonly string[]) => `步骤：${names.join(' → ')}`,
  theirs: {
    title: (system: string) => `在“${system}”里这样办`,
    text: '这是当地系统自己的步骤，照那里的字写的。在这里办，跟着页面走就行；这里没有的步骤，要到那里办。',
    others: '别的入口',
    open: '展开',
    close: '收起',
  },
  beside: {
    'family-code': {
      title: '同一个地方还有“亲情账户”',
      text: (system: string) =>
        `亲情账户只能替家人出示医保码，用的还是家人自己的钱；要让家人用您账户里的钱，办的是家庭共济。两样分开办，亲情账户请在“${system}”里办。`,
    },
    wallet: {
      title: '同一个地方还有“医保钱包”',
      text: (system: string) => `医保钱包是给外省参保的家人用的，请在“${system}”里办。`,
    },
  },
  premiums: {
    title: '居民医保缴费',
    text: '用您账户里的钱，替孩子和家人缴一年的居民医保费。',
    path: (system: string, steps: readonly string[]) => `在“${system}”里的步骤：${steps.join(' → ')}`,
  },
  askFirst: '先问问看',
  mayInvite: { title: '能不能加 TA？', text: '不用填姓名和证件号，回答几个小问题就知道。' },
  rules: {
    title: '规则与出处',
    text: '能加哪些家人、最多几位、从哪天起算，每条都写明出处。',
  },
  letters: { title: '我的承诺书', text: '签过的都在这里，可以看、可以存成 PDF。' },
  check: { title: '核对纸质承诺书', text: '看手里的那一份，和签署时是不是一样。' },
  records: { title: '我的记录', text: '办过的事、谁看过、带走数据、注销。' },
  spending: { title: '钱用在哪里', text: '账户付了什么、给谁付的，按家人和月份看。' },
  settlementPreview: { title: '看病买药从哪里付', text: '先算一算：用谁的钱、各多少、为什么。' },
  compare: { title: '各地对照', text: '两三个地方的规定，一条一条对着看。' },
  region: { title: '参保地', text: '看别的地方怎么叫、怎么走。' },
  identity: { title: '确认身份', text: '换手机或还没确认时，在这里办理。' },
  privacy: '用哪些信息、为什么、谁能看到，怎样撤回同意。',
  notHere: {
    title: '这里还办不了的事',
    text: (system: string) => `医保钱包转账还不能在这里办。需要时请用“${system}”，或到当地医保窗口。`,
  },
} as const
