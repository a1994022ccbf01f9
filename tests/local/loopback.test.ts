import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { readBody } from '../../local/loopback'

const LIMIT = 1024

function incoming(headers: Record<string, string> = {}): IncomingMessage {
  const request = new IncomingMessage(new Socket())
  Object.assign(request.headers, headers)
  return request
}

describe('reading a body', () => {
  it('gives the bytes as they came, up to the limit', async () => {
    const request = incoming()
    const reading = readBody(request, LIMIT)
    request.push(Buffer.alloc(LIMIT - 1, 1))
    request.push(Buffer.from([2]))
    request.push(null)
    expect(await reading).toEqual({
      kind: 'body',
      bytes: Buffer.concat([Buffer.alloc(LIMIT - 1, 1), Buffer.from([2])]),
    })
  })

  it('says that one byte more is too long, at its end', async () => {
    const request = incoming()
    const reading = readBody(request, LIMIT)
    request.push(Buffer.alloc(LIMIT + 1))
    request.push(null)
    expect(await reading).toEqual({ kind: 'too-long' })
  })

  it('keeps nothing of a body that is too long', async () => {
    setFlagsFromString('--expose-gc')
    const collect: () => void = runInNewContext('gc')
    const request = incoming()
    const reading = readBody(request, LIMIT)
    const kept: WeakRef<Buffer>[] = []
    for (let count = 0; count < 8; count += 1) {
      const chunk = Buffer.allocUnsafeSlow(LIMIT / 2)
      kept.push(new WeakRef(chunk))
      request.push(chunk)
      await new Promise((done) => setImmediate(done))
    }
    collect()
    // The last ones may still be on their way through the stream.
    expect(kept.slice(0, 6).map((chunk) => chunk.deref())).toEqual(Array(6).fill(undefined))
    request.push(null)
    expect(await reading).toEqual({ kind: 'too-long' })
  })

  it('gives up at once on a body that announces more than is worth throwing away', async () => {
    expect(await readBody(incoming({ 'content-length': String(65 * 1024 * 1024) }), LIMIT)).toEqual({
      kind: 'too-long',
    })
  })

  it('says when the sender goes away', async () => {
    const request = incoming()
    const reading = readBody(request, LIMIT)
    request.push(Buffer.alloc(10))
    request.destroy()
    expect(await reading).toEqual({ kind: 'cut-off' })
  })
})
