import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { personNamed } from '../../local/people'
import { type Product, startProduct } from '../../local/product'
import { exportProblem } from '../../platform/letters/exported-letter'
import { Intruder } from '../journeys/stored'
import { scanned } from '../platform/paper/scan'
import { Phone, startBrowser } from './browser'

const ROOT = path.resolve(__dirname, '../..')

let product: Product
let browser: Browser
let husband: Phone
let neighbour: Phone
let letterId: string
/** What the camera of a phone reads from the paper. */
let checkAddress: string

beforeAll(async () => {
  product = await startProduct({
    dataDir: null,
    port: 0,
    demoNow: Date.parse('2025-11-05T09:00:00+08:00'),
    functionsDir: path.join(ROOT, 'dist/cloudfunctions'),
    h5Dir: path.join(ROOT, 'dist/h5'),
    passwordScryptLog2N: 4,
  })
  browser = await startBrowser()
  husband = await Phone.of(browser, product.url, personNamed('王建国'))
  neighbour = await Phone.of(browser, product.url, personNamed('赵永红'))
  await husband.open('/packages/identity/link/index')
  await husband.link()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await product?.close()
})
afterEach(() => {
  expect([...husband.troubles, ...neighbour.troubles]).toEqual([])
})

/** Nothing hinders anybody on the page before her, in the usual size and in elder mode. */
async function expectPageForAll(phone: Phone): Promise<void> {
  for (const elder of [false, true]) {
    await phone.showElder(elder)
    expect({
      axe: await phone.accessibilityTroubles(),
      small: await phone.smallTargets(elder ? 60 : 44),
      sticksOut: await phone.sticksOut(),
    }).toEqual({ axe: [], small: [], sticksOut: false })
  }
  await phone.showElder(false)
}

it('a letter is written across by hand, listed, and read again', async () => {
  await husband.open('/packages/letters/list/index')
  await husband.text('还没有承诺书').waitFor()
  await expectPageForAll(husband)
  await openedLetter(husband)
  await husband.sign('handwritten')
  await husband.title(/^等/)

  await husband.open('/packages/letters/list/index')
  await husband.text('河北省的规定').waitFor()
  await expectPageForAll(husband)
  await husband.text('授权人签的承诺书').click()
  await husband.text(/已于 .* 签好/).waitFor()
  await husband.text('这份承诺书的要点').waitFor()
  await expectPageForAll(husband)
  const { letters = [] } = await husband.ask('consent-letters', 'list')
  letterId = (letters[0] as { letterId: string }).letterId
  const stored = await new Intruder(product).read('letters', letterId)
  expect(stored.signedAt).not.toBeNull()
})

it('is taken along as a file that proves itself, and as a paper', async () => {
  await husband.open(`/packages/letters/read/index?letterId=${letterId}`)
  const [download] = await Promise.all([husband.page.waitForEvent('download'), husband.tap('letter-export')])
  const file: unknown = JSON.parse(readFileSync(await download.path(), 'utf8'))
  const keys = [{ keyId: product.secrets.sealKeyId, publicKey: product.secrets.sealPublicKey }]
  expect(exportProblem(file, keys)).toBeNull()
  // Written across the phone, it lies level: wider than high.
  const { signature } = (file as { content: { signature: { width: number; height: number } } }).content
  expect(signature.width).toBeGreaterThan(signature.height)

  // The address of the paper is asked for, and opened beside the app.
  const [reply] = await Promise.all([
    husband.page.waitForResponse(
      (response) =>
        response.url().endsWith('/call/consent-letters') &&
        response.request().postData()?.includes('"pdf"') === true,
    ),
    husband.tap('letter-pdf'),
  ])
  const { value } = (await reply.json()) as { value: { url: string } }
  await husband.text('PDF 已经打开').waitFor()
  const paper = await fetch(value.url)
  expect(paper.headers.get('content-type')).toContain('application/pdf')
  checkAddress = (await scanned(Buffer.from(await paper.arrayBuffer()))) ?? ''
  expect(checkAddress).toContain(letterId)
  for (const page of husband.context.pages()) if (page !== husband.page) await page.close()
})

it('is checked by anybody who scans the code, without saying who she is', async () => {
  await neighbour.openAddress(checkAddress)
  await neighbour.text('内容和签署时一样').waitFor()
  await neighbour.text('王**').waitFor()
  await expectPageForAll(neighbour)
  // Nothing of the letter itself, and nobody's name.
  expect(await neighbour.words()).not.toMatch(/王建国|李秀英|账户/)
  await neighbour.tap('check-again')
  await neighbour.fill('check-code', 'AAAA')
  await neighbour.tap('check-send')
  await neighbour.text(/查验码是 16 个/).waitFor()
  await expectPageForAll(neighbour)
  await neighbour.fill('check-code', 'aaaa bbbb cccc dddd')
  await neighbour.tap('check-send')
  await neighbour.text(/没有对上任何一份/).waitFor()
  await expectPageForAll(neighbour)
})

it('shows that one byte in the store was changed', async () => {
  const intruder = new Intruder(product)
  const letter = await intruder.read('letters', letterId)
  const title = letter.title.replace('授权', '受权')
  await intruder.write('letters', { ...letter, title })
  await neighbour.openAddress(checkAddress)
  await neighbour.text('内容和签署时不一样').waitFor()
  await expectPageForAll(neighbour)
  await intruder.write('letters', letter)
  await neighbour.openAddress(checkAddress)
  await neighbour.text('内容和签署时一样').waitFor()
})

it('is read aloud where the browser has a Chinese voice, and the button is hidden elsewhere', async () => {
  const phone = await Phone.of(browser, product.url, personNamed('王建国'))
  await phone.page.addInitScript(() => {
    const spoken: string[] = []
    const voice = { lang: 'zh-CN', name: 'one', default: true, localService: true, voiceURI: 'one' }
    Object.assign(window, {
      spoken,
      SpeechSynthesisUtterance: class {
        constructor(readonly text: string) {}
      },
    })
    Object.defineProperty(window, 'speechSynthesis', {
      value: {
        getVoices: () => [voice],
        speak: (one: { text: string }) => spoken.push(one.text),
        cancel: () => spoken.push('cancelled'),
      },
    })
  })
  const made = await openedLetter(phone)
  await phone.tap('letter-aloud')
  const spoken = () => phone.page.evaluate(() => (window as unknown as { spoken: string[] }).spoken)
  const said = await spoken()
  expect(said[0]).toContain('承诺书')
  expect(said.length).toBeGreaterThan(8)
  await phone.press('先不读了')
  expect(await spoken()).toContain('cancelled')
  expect(phone.troubles).toEqual([])
  await phone.context.close()

  await husband.open(made)
  await husband.seen('.fs-letter').first().waitFor()
  expect(await husband.seen('#letter-aloud').count()).toBe(0)
})

/** An open letter before her; the address under which it is. */
async function openedLetter(phone: Phone): Promise<string> {
  await phone.open('/packages/invite/form/index')
  await phone.tap('relation-spouse')
  await phone.fill('invite-name', '李秀英')
  await phone.fill('invite-id-number', personNamed('李秀英').idNumber)
  await phone.choose(/^有手机/)
  await phone.tap('invite-continue')
  await phone.tap('invite-create')
  await phone.title(/签字/)
  await phone.seen('.fs-letter').first().waitFor()
  const address = phone.page.url()
  return address.slice(address.indexOf('#') + 1)
}
