import Taro from '@tarojs/taro'
import { MOST_PROOF_BYTES, PROOF_HEAD_BYTES } from '../../shared/values/proof-file'

/** A file on this phone that can be shown and sent. */
export interface PhoneFile {
  /** WeChat's temporary path; in a browser an address that holds for this page. */
  readonly path: string
  /** The browser's own file; null in WeChat, which reads from the path. */
  readonly blob: Blob | null
}

export interface ChosenFile extends PhoneFile {
  readonly bytes: number
  /** The first bytes, by which it is known what it is. */
  readonly head: Uint8Array
}

/** `given-up` where she closed the camera; `not-opened` where the phone gave neither camera nor album. */
export type Chosen =
  | { readonly kind: 'chosen'; readonly files: readonly ChosenFile[] }
  | { readonly kind: 'given-up' | 'not-opened' }

/** Asks the phone for photos: taken now or chosen from the album. Nothing but what she gives is seen. */
export function choosePhotos(most: number): Promise<Chosen> {
  return process.env.TARO_ENV === 'h5' ? chooseInBrowser(most) : chooseInWechat(most)
}

async function chooseInWechat(most: number): Promise<Chosen> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: most,
      mediaType: ['image'],
      sourceType: ['album', 'camera'],
      // WeChat makes it small enough for the network and sharp enough to be read.
      sizeType: ['compressed'],
    })
    const files = tempFiles.map(async ({ tempFilePath: path, size: bytes }) => {
      return { path, blob: null, bytes, head: await headOf(path) }
    })
    return { kind: 'chosen', files: await Promise.all(files) }
  } catch (error) {
    return { kind: /cancel/i.test(errorText(error)) ? 'given-up' : 'not-opened' }
  }
}

function headOf(filePath: string): Promise<Uint8Array> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      position: 0,
      length: PROOF_HEAD_BYTES,
      success: ({ data }) => resolve(typeof data === 'string' ? new Uint8Array() : new Uint8Array(data)),
      // A file that is shorter, or is gone, shows nothing.
      fail: () => resolve(new Uint8Array()),
    })
  })
}

function errorText(error: unknown): string {
  const told = typeof error === 'object' && error !== null && 'errMsg' in error ? error.errMsg : error
  return String(told)
}

function chooseInBrowser(most: number): Promise<Chosen> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    // Named one by one, so that an iPhone hands its HEIC over as JPEG.
    input.accept = 'image/jpeg,image/png,application/pdf'
    input.multiple = most > 1
    input.addEventListener('cancel', () => resolve({ kind: 'given-up' }))
    input.addEventListener('change', () => {
      const files = Array.from(input.files ?? []).slice(0, most)
      void Promise.all(files.map(fileInBrowser)).then((chosen) => resolve({ kind: 'chosen', files: chosen }))
    })
    input.click()
  })
}

async function fileInBrowser(file: File): Promise<ChosenFile> {
  const blob = file.size > MOST_PROOF_BYTES ? await smaller(file) : file
  const head = new Uint8Array(await blob.slice(0, PROOF_HEAD_BYTES).arrayBuffer())
  return { path: URL.createObjectURL(blob), blob, bytes: blob.size, head }
}

/** The longer side in pixels: a page of a household register is well readable. */
const LONGER_SIDE = 2_400

/** As WeChat does it by itself: a photo that is too large is drawn smaller. What is no picture stays as it is. */
async function smaller(file: File): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, LONGER_SIDE / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
    return drawn === null || drawn.size > file.size ? file : drawn
  } catch {
    return file
  }
}

/** The browser keeps what an address leads to until it is told to let go; WeChat clears its own. */
export function letGo({ path }: PhoneFile): void {
  if (process.env.TARO_ENV === 'h5') URL.revokeObjectURL(path)
}
