import type { LetterPurpose, SigningMode } from '../../shared/contract/consent-letters'

export const LETTER_COPY = {
  readOn: '请往下看到最后，再签字',
  toEnd: '往下看',
  version: (version: string, region: string | null) =>
    region === null ? `文本版本 ${version}` : `${region} · 文本版本 ${version}`,
  handwritten: '用手指写下您的名字',
  handwrittenHint: '写在一块大板子上，写错了可以重来',
  openPad: '去写名字',
  writeAgain: '重新写',
  signatureAlt: '您写的名字',
  tick: '我看完了，都同意',
  typed: '请把下面这句话照着打一遍',
  typedLabel: '照着打在这里',
  typedNotYet: '还和上面那句不一样，请再对一对',
  missing: {
    handwritten: () => '还没有写名字',
    tick: (label: string) => `请先点选上面的“${label}”`,
    typed: () => '请先照着打完上面那句话',
  } satisfies Record<SigningMode, (tickLabel: string) => string>,
  goOn: '继续',
  sign: '确认签字',
  signing: '正在保存签字…',
  signedOn: (moment: string) => `已于 ${moment} 签好`,
  sealed: '签好的内容已存证，谁也改不了',
  sealedFingerprint: '存证编号',
} as const

export const PAD_COPY = {
  title: '请写下您的名字',
  hint: '在框里用手指写，写得大一点',
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
