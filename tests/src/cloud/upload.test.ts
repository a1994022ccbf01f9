import { call } from '../../../src/cloud/call'
import { transport } from '../../../src/cloud/transport'
import type { uploadFile } from '../../../src/cloud/upload'

jest.mock('../../../src/cloud/call', () => ({ call: jest.fn() }))
jest.mock('../../../src/cloud/transport', () => ({ transport: { upload: jest.fn() } }))
jest.mock('../../../src/cloud/session', () => ({ sessionKey: () => mockWho }))

let mockWho = 'o-1'
const asked = jest.mocked(call as () => Promise<unknown>)
const upload = jest.mocked(transport.upload)
const file = { path: 'wxfile://1', blob: null }
const folder = (name: string) => ({ kind: 'value', value: { folder: `uploads/${name}` } })

/** The folder is kept as long as the app runs; each test is a new run. */
function freshApp(): typeof uploadFile {
  let send: typeof uploadFile | undefined
  jest.isolateModules(() => {
    send = jest.requireActual('../../../src/cloud/upload').uploadFile
  })
  if (send === undefined) throw new Error('no module')
  return send
}

beforeEach(() => {
  mockWho = 'o-1'
  asked.mockReset()
  upload.mockReset()
  upload.mockResolvedValue({ kind: 'value', value: 'cloud://x' })
})

it('asks once where her uploads lie, and sends the same photo to the same place each time', async () => {
  const send = freshApp()
  asked.mockResolvedValue(folder('mine'))
  upload.mockResolvedValueOnce({ kind: 'offline' })
  expect(await send(file, '01H.jpg')).toEqual({ kind: 'offline' })
  expect(await send(file, '01H.jpg')).toEqual({ kind: 'value', value: 'cloud://x' })
  expect(asked).toHaveBeenCalledTimes(1)
  expect(upload.mock.calls.map(([path]) => path)).toEqual(['uploads/mine/01H.jpg', 'uploads/mine/01H.jpg'])
})

it('sends nothing where it does not know where to, and asks again the next time', async () => {
  const send = freshApp()
  asked.mockResolvedValueOnce({ kind: 'offline' }).mockResolvedValueOnce(folder('mine'))
  expect(await send(file, '01H.jpg')).toEqual({ kind: 'offline' })
  expect(upload).not.toHaveBeenCalled()
  expect(await send(file, '01H.jpg')).toMatchObject({ kind: 'value' })
})

it('never sends a photo into the folder of whoever used this phone before', async () => {
  const send = freshApp()
  asked.mockResolvedValueOnce(folder('first')).mockResolvedValueOnce(folder('second'))
  await send(file, '01H.jpg')
  mockWho = 'o-2'
  await send(file, '01J.jpg')
  expect(upload.mock.calls.map(([path]) => path)).toEqual(['uploads/first/01H.jpg', 'uploads/second/01J.jpg'])
})
