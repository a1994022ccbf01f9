import type { LetterPurpose, SigningMode } from '../../shared/contract/consent-letters'

export const LETTER_COPY = {
  readOn: '请往下看到最后，再签字',
  toEnd: '往下看',
  version: (version: string, region: string | null) =>
    region === null ? `文本版本 ${version}` : `${region} · 文本版本 ${version}`,
  facts: '这份承诺书的要点',
  readAloud: '读给我听',
  stopReading: '先不读了',
  handwritten: '用手指写下您的名字',
  handwrittenHint: '写在一块大板子上，写错了可以重来',
  openPad: '去写名字',
  writeAgain: '重新写',
  signatureAlt: '您写的名字',
  tick: '我看完了，都同意',
  typed: '请把下面这句话照着打一遍',
  typedOrFilled: '请填上下面这句话，照着打，或者一键填入',
  fillIn: '一键填入这句话',
  typedLabel: '照着打在这里',
  typedNotYet: '还和上面那句不一样，请再对一对',
  missing: {
    handwritten: () => '还没有写名字',
    tick: (label: string) => `请先点选上面的“${label}”`,
    typed: () => '请先照着打完上面那句话',
  } satisfies Record<SigningMode, (tickLabel: string) => string>,
  missingOneTap: '请先填好上面那句话',
  goOn: '继续',
  sign: '确认签字',
  signing: '正在保存签字…',
  signedOn: (moment: string) => `已于 ${moment} 签好`,
  sealed: '签好的内容已存证，有改动就查得出来',
  sealedFingerprint: '存证编号',
} as const

export const PAD_COPY = {
  title: '请写下您的名字',
  hint: '在框里用手指写，写得大一点',
  hintSideways: '把手机横过来，在框里用手指写',
  area: '签名区，请用手指写字',
  undo: '撤一笔',
  clear: '全部擦掉',
  done: '写好了',
  cancel: '先不写',
  sideways: '横过来写',
  upright: '竖着写',
  tooLittle: '写得太少了，请把完整的名字写大一点',
  strokes: (count: number) => `已写 ${count} 笔`,
} as const

export const LETTER_PURPOSES: Record<LetterPurpose, string> = {
  invite: '授权人签的承诺书',
  accept: '家人签的同意书',
  guardian: '监护人替孩子签的同意书',
  unbind: '结束共享的告知书',
  wallet: '医保钱包的承诺书',
}

export const MY_LETTERS = {
  title: '我的承诺书',
  lead: '您签过的和等您签的，都在这里。对方签的那一份，只有对方自己能看。',
  empty: '还没有承诺书',
  emptyText: '邀请家人，或者接受家人的邀请时，会请您签一份。签好以后能在这里看到。',
  with: (name: string) => `和${name}`,
  forChild: (name: string) => `替${name}签`,
  region: (name: string) => `${name}的规定`,
  signed: (moment: string) => `${moment} 签好`,
  unsigned: '等您签字',
  read: '看这一份',
  sign: '去签字',
  check: '核对一份纸质承诺书',
  missing: '没有找到这一份',
  missingText: '可能已经超过保存年限，或者不是您签的。',
  toList: '回到我的承诺书',
} as const

export const LETTER_PAPER = {
  title: '带走这一份',
  text: 'PDF 可以打印，纸上有二维码，谁拿到都能核对有没有被改过。',
  open: '打开 PDF',
  save: '保存存证文件',
  saveText: '存证文件里有全文、您的笔迹和存证签名，不联网也能查有没有被改过。请只交给您信得过的人。',
  saved: '存证文件已经保存。',
  opened: 'PDF 已经打开。没有看到的话，请允许本页打开新窗口，再点一次。',
  failed: '没有打开，请再试一次。',
} as const

export const CHECK_LETTER = {
  title: '核对承诺书',
  lead: '看一份纸质承诺书和签署时是不是一样。',
  label: '查验码',
  hint: '印在纸的下方，16 个字母和数字。大小写、横线都不要紧。',
  placeholder: '例如 7K2M-9QXD-…',
  incomplete: '查验码是 16 个字母和数字，请照着纸上的再输一次',
  scan: '扫纸上的二维码',
  scanFailed: '这个二维码不是承诺书上的。请扫纸下方的那一个，或者输入查验码。',
  check: '核对',
  checking: '正在核对…',
  intact: '内容和签署时一样',
  intactText: '从签好到现在，一个字、一笔都没有变。请再看一眼：纸上写的，和下面这几项对得上吗？',
  changed: '内容和签署时不一样',
  changedText: '这份记录在签好以后被改动过，请不要据此办事，并联系当地医保部门。',
  what: '是什么',
  when: '签署时间',
  moment: (year: string, moment: string) => `${year}年${moment}`,
  who: '谁签的',
  privacy: '这里只说有没有变，不显示内容，也不显示全名。',
  again: '再核对一份',
} as const
