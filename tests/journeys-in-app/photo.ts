import { crc32, deflateSync } from 'node:zlib'

/** A file as the phone's camera or album gives it. */
export interface PhotoFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** A grey picture of this size, as PNG. */
export function greyPicture(width: number, height: number): Buffer {
  const line = Buffer.concat([Buffer.from([0]), Buffer.alloc(width, 0xd0)])
  const lines = Buffer.concat(Array.from({ length: height }, () => line))
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

export const PHOTO: PhotoFile = {
  name: 'photo.png',
  mimeType: 'image/png',
  buffer: greyPicture(320, 220),
}
/** Called a photo, and none. */
export const NO_PHOTO: PhotoFile = {
  name: 'photo.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.from('<html>this is no photo</html>'),
}
/** It begins as a photo does, cannot be drawn smaller, and has more than 4 MB. */
export const LARGE_PHOTO: PhotoFile = {
  name: 'large.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(4 * 1024 * 1024)]),
}
