import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { personNamed } from '../../local/people'
import type { Product } from '../../local/product'
import { LETTER_VERSION } from '../../shared/copy/letters'
import { formOf, HANDWRITTEN, linked, type Phone, refusalIn, startStage, valueIn } from './stage'

/**
 * The product is deployed anew with another text while letters are open: the functions of tomorrow are those of today
 * with one sentence and the version changed in the bundle.
 */
const BUILT = path.resolve(__dirname, '../../dist/cloudfunctions')
const TOMORROW = '2025-12-01'
const OLD_WORDS = '家人或孩子的监护人也签字以后，绑定才成立。'
const NEW_WORDS = '家人或孩子的监护人也签了字，绑定才成立。'

let dataDir: string
let tomorrowsFunctions: string
let product: Product
let phone: Phone

/** As the bundler writes a text: every character beyond ASCII escaped. */
const escaped = (text: string) =>
  [...text]
    .map((character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join('')

function changedFunctions(folder: string): void {
  cpSync(BUILT, folder, { recursive: true })
  const file = path.join(folder, 'invitations/index.js')
  const before = readFileSync(file, 'utf8')
  const after = before
    .replaceAll(`"${LETTER_VERSION}"`, `"${TOMORROW}"`)
    .replaceAll(escaped(OLD_WORDS), escaped(NEW_WORDS))
    .replaceAll(OLD_WORDS, NEW_WORDS)
  if (after === before || !after.includes(TOMORROW)) throw new Error('the bundle holds the text')
  writeFileSync(file, after)
}

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'versions-'))
  tomorrowsFunctions = mkdtempSync(path.join(tmpdir(), 'functions-'))
  changedFunctions(tomorrowsFunctions)
  product = await startStage({ dataDir })
  phone = await linked(product, 'o-hebei-chen-zhiqiang')
})
afterAll(async () => {
  await product.close()
  for (const folder of [dataDir, tomorrowsFunctions]) rmSync(folder, { recursive: true, force: true })
})

async function openedLetter(): Promise<{ letterId: string; text: string; version: string; sm3: string }> {
  const relative = formOf(personNamed('刘丽华'), 'spouse')
  const made = valueIn(await phone.ask('invitations', 'create', { relative }))
  const letterId = made.letters.find(({ signer }) => signer === 'policyholder')?.letterId ?? ''
  return valueIn(await phone.ask('consent-letters', 'get', { letterId }))
}

const signOn = (letterId: string, sm3: string) =>
  phone.ask('consent-letters', 'sign', { letterId, sm3, signature: HANDWRITTEN })

it('an open letter keeps its text, and is signed on it and on no other', async () => {
  const before = await openedLetter()
  expect(before.text).toContain(OLD_WORDS)
  expect(before.version).toBe(LETTER_VERSION)
  await product.close()
  product = await startStage({ dataDir, functionsDir: tomorrowsFunctions })
  phone = await linked(product, 'o-hebei-chen-zhiqiang')

  const after = valueIn(await phone.ask('consent-letters', 'get', { letterId: before.letterId }))
  expect(after).toMatchObject({ text: before.text, version: LETTER_VERSION, sm3: before.sm3 })
  const other = valueIn(
    await phone.ask('invitations', 'create', { relative: formOf(personNamed('陈福生'), 'parent') }),
  )
  const newLetterId = other.letters.find(({ signer }) => signer === 'policyholder')?.letterId ?? ''
  const made = valueIn(await phone.ask('consent-letters', 'get', { letterId: newLetterId }))
  expect(made.version).toBe(TOMORROW)
  expect(made.text).toContain(NEW_WORDS)

  // Neither letter takes the words of the other, and a refusal leaves it as it was.
  for (const [letterId, sm3] of [
    [before.letterId, made.sm3],
    [newLetterId, before.sm3],
  ] as const) {
    expect(refusalIn(await signOn(letterId, sm3)).code).toBe('letter-changed')
    expect(valueIn(await phone.ask('consent-letters', 'get', { letterId })).state).toBe('unsigned')
  }
  valueIn(await signOn(before.letterId, before.sm3))
  const signed = valueIn(await phone.ask('consent-letters', 'export', { letterId: before.letterId }))
  expect(signed.letter.content).toMatchObject({ text: before.text, version: LETTER_VERSION })
  valueIn(await signOn(newLetterId, made.sm3))
})
