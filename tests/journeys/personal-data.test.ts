import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PEOPLE } from '../../local/people'
import type { Product } from '../../local/product'
import { acceptAs, HANDWRITTEN, invite, linked, type Phone, startStage, valueIn } from './stage'
import { Intruder } from './stored'

let product: Product
let dataDir: string
let policyholder: Phone
let relative: Phone
let token: string
const lines: string[] = []
const exported: string[] = []

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
  // Her letter as paper and as a file: the paper lies in the storage while this test looks.
  const { letters } = valueIn(await relative.ask('consent-letters', 'list', {}))
  for (const { letterId } of letters) {
    valueIn(await relative.ask('consent-letters', 'pdf', { letterId }))
    exported.push(JSON.stringify(await relative.ask('consent-letters', 'export', { letterId })))
    await relative.ask('consent-letters', 'verify', { letterId, code: 'A'.repeat(16) })
  }
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
    await policyholder.ask('consent-letters', 'list', {}),
    await relative.ask('consent-letters', 'list', {}),
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

it('an exported letter and its lines give no ID number away', async () => {
  expect(exported).toHaveLength(1)
  for (const { idNumber } of PEOPLE) expect(exported.join('')).not.toContain(idNumber)
  expect(exported.join('')).toContain('strokes')
  // A name stands in her own letter, which nobody else gets; the paper's file names nobody in its path.
  const [paper] = await new Intruder(product).all('papers')
  expect(paper?.fileId).toMatch(/letters\/[0-9a-f]{64}\.pdf$/)
})

it('all her data as a file give no number away, and of the others no name', async () => {
  for (const phone of [policyholder, relative]) {
    const { url } = valueIn(await phone.ask('records', 'export', {}))
    const text = await (await fetch(url)).text()
    for (const { name, idNumber } of PEOPLE) {
      expect(text).not.toContain(idNumber)
      if (name !== phone.person.name && [...name].length > 2) expect(text).not.toContain(name)
    }
    for (const canary of [token, '739154', phone.openid]) expect(text).not.toContain(canary)
    // What she may know of herself is there, so that what is not found is not missing by accident.
    expect(text).toContain(phone.person.name)
    expect(lines.join('\n')).not.toContain(url)
  }
})
