import { fork } from 'node:child_process'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'

const START_LIMIT_MS = 30_000
const STOP_LIMIT_MS = 15_000
const CALL_LIMIT_MS = 20_000
const PROGRAM = fileURLToPath(new URL('product-process.mjs', import.meta.url))

/** The product as callers on the network see it, and what its process tells about itself. */
export async function startProductProcess(settings) {
  const child = fork(PROGRAM, [JSON.stringify(settings)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const url = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the product did not start')), START_LIMIT_MS)
    child.once('message', (message) => {
      clearTimeout(timer)
      resolve(message.url)
    })
    child.once('exit', (code) => reject(new Error(`the product ended with ${code}`)))
  })
  const agent = new Agent({ keepAlive: true })
  let asked = 0
  return {
    call: (functionName, openid, event) =>
      post(agent, `${url}/call/${functionName}`, event, { 'x-openid': openid }),
    verify: async (idNumber) => (await post(agent, `${url}/verify`, { idNumber, method: 'face' })).token,
    tell: (ask) =>
      new Promise((resolve) => {
        asked += 1
        const number = asked
        const hear = (message) => {
          if (message.number !== number) return
          child.off('message', hear)
          resolve(message.answer)
        }
        child.on('message', hear)
        child.send({ number, ask })
      }),
    async stop() {
      agent.destroy()
      const hanging = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
      if (child.connected) child.disconnect()
      await ended
      clearTimeout(hanging)
    },
  }
}

function post(agent, url, body, headers = {}) {
  const text = JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        agent,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
          ...headers,
        },
        timeout: CALL_LIMIT_MS,
      },
      (response) => {
        const chunks = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('end', () => {
          const reply = Buffer.concat(chunks).toString('utf8')
          if (response.statusCode === 200) resolve(JSON.parse(reply))
          else reject(new Error(`${url} answered ${response.statusCode}: ${reply}`))
        })
      },
    )
    sent.on('timeout', () => sent.destroy(new Error(`${url} did not answer`)))
    sent.on('error', (error) => {
      // The server closed a connection that lay idle in the very moment in which it was used again.
      if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(post(agent, url, body, headers))
      else reject(error)
    })
    sent.end(text)
  })
}
