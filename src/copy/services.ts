export const SERVICES = {
  title: '我要办',
  lead: (region: string) => `这里用的是${region}的叫法。`,
  leadUnknown: '选好参保地，这里会换成当地的叫法。',
  entryText: '让家人看病买药时用您医保个人账户里的钱。',
  firstTime: '第一次办理，直接填写家人信息。',
  path: (names: readonly string[]) => `步骤：${names.join(' → ')}`,
  rules: {
    title: '看看当地的规定',
    text: '能加哪些家人、最多几位、从哪天起算，每条都写明出处。',
  },
  letters: { title: '我的承诺书', text: '签过的都在这里，可以看、可以存成 PDF。' },
  check: { title: '核对纸质承诺书', text: '看手里的那一份，和签署时是不是一样。' },
  identity: { title: '确认身份', text: '换手机或还没确认时，在这里办理。' },
  notHere: {
    title: '这里还办不了的事',
    text: (system: string) =>
      `缴居民医保费、医保钱包转账、解除共享还不能在这里办。需要时请用“${system}”，或到当地医保窗口。`,
  },
} as const
