import path from 'node:path'
import type { Browser } from 'playwright-core'
import { personNamed } from '../../local/people'
import { type Product, startProduct } from '../../local/product'
import { Phone, startBrowser } from './browser'

const ROOT = path.resolve(__dirname, '../..')

let product: Product
let browser: Browser
let husband: Phone

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
  await husband.open('/packages/identity/link/index')
  await husband.link()
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})
afterEach(() => {
  expect(husband.troubles).toEqual([])
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

it('from the services to her record, and from there to who saw it and to all her data', async () => {
  await husband.open('/pages/services/index')
  await husband.text('我的记录').click()
  await husband.text('还没有记录').waitFor()
  await husband.text('记录一环扣一环，核对过，没有被改过。').waitFor()
  await expectPageForAll(husband)
  await husband.tap('to-who-saw')
  await husband.text('还没有人看过').waitFor()
  await expectPageForAll(husband)
  await husband.open('/packages/records/take-along/index')
  await husband.tap('export-json')
  await husband.text(/文件已经打开/).waitFor()
  await expectPageForAll(husband)
  await husband.open('/packages/records/who-saw/index')
  await husband.text('您导出过全部数据。').waitFor()
})

it('is told what a withdrawal does, shows that it is he, is asked once more, and is a stranger afterwards', async () => {
  await husband.open('/packages/records/close/index')
  await husband.text('没有正在用的共享。').waitFor()
  await expectPageForAll(husband)
  await husband.tap('verify-face')
  await husband.text('请看看证件号码有没有填错').waitFor()
  await husband.fill('own-name', husband.owner.name)
  await husband.fill('own-id-number', husband.owner.idNumber)
  await husband.tap('verify-face')
  await husband.press('撤回同意并注销')
  await husband.title('已经注销')
  await expectPageForAll(husband)
  await husband.tap('done')
  await husband.open('/pages/services/index')
  await husband.text('核对纸质承诺书').waitFor()
  expect(await husband.words()).not.toContain('我的记录')
})
