import type { Browser } from 'playwright-core'
import type { Product } from '../../local/product'
import { bindAdult, payer } from '../journeys/premium-family'
import { linked, valueIn } from '../journeys/stage'
import { codeOf } from '../journeys/till'
import { startBrowser } from './browser'
import { expectDeskForAll, openDesk, startDeskProduct } from './desk-page'

let product: Product
let browser: Browser
const troubles: string[] = []

beforeAll(async () => {
  product = await startDeskProduct()
  browser = await startBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

it('a bill is looked at, settled, asked for again after a lost answer, and reversed', async () => {
  const son = await payer(product, 'o-hebei-wang-jianguo')
  const bindingId = await bindAdult(product, son, '张玉兰', 'parent')
  valueIn(await son.ask('bindings', 'set-limits', { bindingId, perSettlementLimitFen: 50_00 }))
  const mother = await linked(product, 'o-hebei-zhang-yulan')
  const till = await openDesk(browser, `${product.url}/desk/`, 1280, troubles)
  await till.getByRole('link', { name: '到医院和药店的收费窗口' }).click()
  await till.getByLabel('在哪里').selectOption('石家庄市')
  await expectDeskForAll(till, 'till-choose')
  await till.getByRole('button', { name: '医院的收费窗口' }).click()

  await till.getByRole('button', { name: '结算', exact: true }).click()
  await till.getByText('医保码是 20 位数字').waitFor()
  await till.getByLabel('患者的医保码').fill('0'.repeat(20))
  await till.getByLabel('要付的钱').fill('86')
  await till.getByRole('button', { name: '结算', exact: true }).click()
  await till.getByText('没有对上这个医保码').waitFor()

  await till.getByLabel('患者的医保码').fill(await codeOf(mother))
  await till.getByRole('button', { name: '先看怎么付' }).click()
  await till.getByRole('heading', { name: '会这样付' }).waitFor()
  await till.getByRole('row', { name: '王**的个人账户（家庭共济） 50.00元' }).waitFor()
  await till.getByRole('row', { name: '本人另付 36.00元' }).waitFor()
  await expectDeskForAll(till, 'till-preview')

  product.insurer.setFault([
    { kind: 'lost', operation: '/settlements/settle', times: 1 },
    { kind: 'error', operation: '/settlements/find', times: 1 },
  ])
  await till.getByRole('button', { name: '结算', exact: true }).click()
  await till.getByRole('heading', { name: '结果还没有确认，请不要重复收钱' }).waitFor()
  await till.getByRole('button', { name: '再查一次结果' }).click()
  await till.getByRole('heading', { name: '结好了' }).waitFor()
  await expectDeskForAll(till, 'till-settled')
  await till.getByRole('button', { name: '退回这一笔' }).click()
  await till.getByRole('heading', { name: '已经退回' }).waitFor()
  expect(troubles).toEqual([])
}, 60_000)
