import { readdirSync, rmSync } from 'node:fs'
import * as tcb from '@cloudbase/node-sdk'
import fc from 'fast-check'
import { openClock } from '../../../../local/clock'
import { openFileStorage } from '../../../../local/cloudbase/storage'
import { pathOfFileId, storagePath } from '../../../../local/cloudbase/storage/file-paths'
import { type SampleCloud, START, startSampleCloud, temporaryDirectory } from '../functions/sample-functions'

const BYTES = Buffer.from([0, 1, 2, 253, 254, 255])

describe('file storage through the real SDK', () => {
  let cloud: SampleCloud
  let app: ReturnType<typeof tcb.init>
  const before = { ...process.env }
  beforeAll(async () => {
    cloud = await startSampleCloud({})
    Object.assign(process.env, cloud.environment)
    app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })
  })
  afterAll(async () => {
    process.env = before
    await cloud.close()
  })
  const upload = (cloudPath: string, fileContent = BYTES) => app.uploadFile({ cloudPath, fileContent })

  it('gives back the bytes that were put', async () => {
    const { fileID } = await upload('letters/承诺书_1.pdf')
    expect(fileID).toBe('cloud://local.local-files/letters/承诺书_1.pdf')
    const { fileContent } = await app.downloadFile({ fileID })
    expect(fileContent).toEqual(BYTES)
    const { fileList } = await app.getFileInfo({ fileList: [fileID] })
    expect(fileList).toEqual([expect.objectContaining({ size: 6, mime: 'application/pdf' })])
  })

  it('deletes a file once', async () => {
    const { fileID } = await upload('once.png')
    const codes = async () =>
      (await app.deleteFile({ fileList: [fileID] })).fileList.map(({ code }: { code: string }) => code)
    expect(await codes()).toEqual(['SUCCESS'])
    expect(await codes()).toEqual(['STORAGE_FILE_NONEXIST'])
    await expect(app.downloadFile({ fileID })).rejects.toMatchObject({ code: 'STORAGE_FILE_NONEXIST' })
  })

  it('refuses a path that could lead elsewhere', async () => {
    for (const path of ['../outside.txt', 'a/../../b', 'a//b', './a', 'a?b', 'a%2e%2e/b', 'a b']) {
      await expect(upload(path)).rejects.toMatchObject({ code: 'STORAGE_REQUEST_FAIL' })
    }
  })

  it('gives a link that runs out by the local clock and cannot be changed', async () => {
    const { fileID } = await upload('a/linked.txt', Buffer.from('内容'))
    await upload('a/other.txt', Buffer.from('别人的'))
    const [link] = (await app.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] })).fileList
    const url = link?.tempFileURL ?? ''
    const response = await fetch(url)
    expect(await response.text()).toBe('内容')
    expect(response.headers.get('content-disposition')).toBe('attachment')
    expect((await fetch(url.replace('linked', 'other'))).status).toBe(404)
    expect((await fetch(url.replace(/until=\d/, 'until=9'))).status).toBe(404)
    expect((await fetch(url.split('?')[0] ?? '')).status).toBe(404)
    cloud.clock.set(cloud.clock.now() + 61_000)
    expect((await fetch(url)).status).toBe(404)
    cloud.clock.set(START)
  })

  it('allows an upload to the granted path alone', async () => {
    const { data } = await app.getUploadMetadata({ cloudPath: 'granted.txt' })
    const put = (url: string, authorization: string) =>
      fetch(url, { method: 'PUT', headers: { authorization }, body: 'x' })
    expect((await put(data.url.replace('granted', 'another'), data.authorization)).status).toBe(403)
    expect((await put(data.url, 'made.up')).status).toBe(403)
    expect((await put(data.url, data.authorization)).status).toBe(200)
    expect((await fetch(data.url, { method: 'POST' })).status).toBe(405)
    cloud.clock.set(cloud.clock.now() + 16 * 60_000)
    expect((await put(data.url, data.authorization)).status).toBe(403)
    cloud.clock.set(START)
  })

  it('refuses a file over 20 MB', async () => {
    await expect(upload('long.pdf', Buffer.alloc(20 * 1024 * 1024 + 1))).rejects.toMatchObject({
      code: 'STORAGE_REQUEST_FAIL',
    })
  })
})

describe('paths of the storage', () => {
  it('never lead out of it, however they are written', () => {
    const piece = fc.constantFrom('..', '.', '/', '\\', 'a', '承', '\0', '%2e', ' ', '...', '-')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const path = storagePath(pieces.join(''))
        if (path === null) return
        expect(path).not.toMatch(/(^|\/)\.+(\/|$)/)
        expect(path).not.toMatch(/^\/|\/\/|\/$|[\\\0% ]/)
      }),
    )
  })

  it('belong to this environment', () => {
    expect(pathOfFileId('local', 'cloud://local.local-files/a.png')).toBe('a.png')
    expect(pathOfFileId('local', 'cloud://other.local-files/a.png')).toBeNull()
    expect(pathOfFileId('local', 'https://example.com/a.png')).toBeNull()
  })
})

describe('files on disk', () => {
  it('are there after a restart, under names that say nothing', async () => {
    const directory = temporaryDirectory()
    const clock = openClock({ file: null, startAt: START })
    const open = () =>
      openFileStorage({ directory, environmentId: 'local', clock, address: 'http://127.0.0.1:1' })
    const { fileId } = open().put('letters/a.pdf', BYTES)
    const again = open()
    expect((await again.get(fileId))?.bytes).toEqual(BYTES)
    expect(readdirSync(directory)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)])
    expect(again.remove(fileId)).toBe('removed')
    expect(await again.get(fileId)).toBeNull()
    clock.close()
    rmSync(directory, { recursive: true })
  })
})
