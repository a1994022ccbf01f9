import type { FileProblem, Missing, ProofPhoto } from '../components/proof-photos/model'

export const PROOFS = {
  how: '四个角都拍进去，字要看得清。有几页就拍几张。',
  other: '别的材料（可以不交）',
  otherHow: '意见里还要别的，或者能说明情况的，拍在这里。',
  add: '拍照或选照片',
  more: '再加一张',
  addNamed: (document: string) => `拍照或选照片：${document}`,
  full: (most: number) => `一次最多 ${most} 张。要换，先去掉一张。`,
  look: (position: number) => `第 ${position} 张，点开看大图`,
  nth: (position: number) => `第 ${position} 张`,
  remove: '去掉',
  removeNth: (position: number) => `去掉第 ${position} 张`,
  again: '再传一次',
  againNth: (position: number) => `第 ${position} 张，再传一次`,
  close: '关上',
  picture: '您选的照片',
  pdf: 'PDF',
  fate: (keptDays: number) =>
    `照片加密保存，只有审核的人能看，谁看过都有记录。审核结束 ${keptDays} 天后删除；没有交上去的，一天内删除。`,
} as const

export const PHOTO_STATES: Readonly<Record<ProofPhoto['state'], string>> = {
  uploading: '正在上传…',
  uploaded: '传好了',
  failed: '没有传上去',
  'of-no-use': '这一张不能用，请去掉，换一张',
}

export const CHOOSING_TROUBLES: Readonly<Record<FileProblem | 'not-opened', string>> = {
  'wrong-type': '有一张没有加上：它不是照片。请选 JPG、PNG 照片。',
  'too-large': '有一张没有加上：它太大了，每张最多 4 MB。请重新拍一张，或选“压缩图”。',
  empty: '有一张没有加上：它是空的，可能还没有下载到手机里。请打开看看，再选一次。',
  'not-opened': '没有打开相机或相册。请在手机的设置里允许使用，再试一次；也可以带上材料到当地医保窗口办理。',
}

/** Why the photos cannot be handed in yet, under the button. */
export function missingSentence(missing: Missing | null): string | null {
  switch (missing?.kind) {
    case undefined:
      return null
    case 'document':
      return `还没有拍：${missing.document}`
    case 'one':
      return '还没有拍材料'
    case 'uploading':
      return '照片还在上传，请稍等'
    case 'failed':
      return '有一张没有传好，请再传一次，或者去掉'
  }
}
