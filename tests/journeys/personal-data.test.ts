import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PEOPLE } from '../../local/people'
import type { Product } from '../../local/product'
import { acceptAs, HANDWRITTEN, invite, linked, type Phone, startStage, valueIn } from './stage'

let product: Product
let dataDir: string
let policyholder: Phone
let relative: Phone
let token: string
const lines: string[] = []

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'product-'))
  product = await startStage({ dataDir, log: (entry) => lines.push(JSON.stringify(entry)) })
  policyholder = await linked(product, 'o-hebei-chen-zhiqiang')
  relative = await linked(product, 'o-hebei-liu-lihua')
  const password = { password: '739154', verificationToken: await policyholder.verification() }
  valueIn(await policyholder.ask('identity', 'set-payment-password', password))
  const sent = await invite(policyholder, relative.person, 'spouse')
  token = sent.token
  // A failed reading and a wrong token are logged too.
  await relative.ask('invitations', 'open', { token: 'A'.repeat(22) })
  valueIn(await acceptAs(relative, token))
})
afterAll(async () => {
  await product.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const canaries = () => {
  const people = [policyholder, relative].map((phone) => phone.person)
  return [...people.map(({ name }) => name), ...people.map(({ idNumber }) => idNumber), token, '739154']
}

it('stands in no log', () => {
  const log = lines.join('\n')
  expect(lines.length).toBeGreaterThan(10)
  for (const canary of [...canaries(), policyholder.openid]) expect(log).not.toContain(canary)
})

it('stands nowhere in the clear in what the product stores', () => {
  const folder = path.join(dataDir, 'cloudbase')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  expect(files.length).toBeGreaterThan(0)
  const stored = files.map((file) => readFileSync(path.join(file.parentPath, file.name), 'utf8')).join('\n')
  // The document is there: the letter's state is in the clear, so what is not found is not missing by accident.
  expect(stored).toContain('effectiveFrom')
  const [point] = HANDWRITTEN.strokes[0] ?? []
  const stroke = JSON.stringify(point)
  for (const canary of [...canaries(), policyholder.openid, stroke]) expect(stored).not.toContain(canary)
})

it('leaves masked in every reply but the letter that the signer reads', async () => {
  const replies: unknown[] = [
    await policyholder.ask('identity', 'me', {}),
    await policyholder.ask('invitations', 'list', {}),
    await relative.ask('invitations', 'list', {}),
    await relative.ask('invitations', 'open', { token }),
    await policyholder.ask('bindings', 'list', {}),
    await relative.ask('bindings', 'list', {}),
  ]
  const { asRelative } = valueIn(await relative.ask('bindings', 'list', {}))
  for (const { bindingId } of asRelative) {
    replies.push(await relative.ask('bindings', 'get', { bindingId }))
    replies.push(await relative.ask('bindings', 'history', { bindingId }))
  }
  const text = JSON.stringify(replies)
  for (const { name, idNumber } of PEOPLE.filter((person) => person.regionCode === '130000')) {
    expect(text).not.toContain(idNumber)
    if ([...name].length > 2) expect(text).not.toContain(name)
  }
  expect(text).toContain(`${policyholder.person.idNumber.slice(0, 3)}***********`)
})
