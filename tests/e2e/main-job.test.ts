import path from 'node:path'
import type { Browser } from 'playwright-core'
import { invite, mainJob } from '../journeys-in-app/main-job'
import { stageWith } from '../journeys-in-app/stage'
import { Phone, startBrowser } from './browser'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

const stage = stageWith(
  (product, owner) => Phone.of(browser, product.url, owner),
  path.resolve(__dirname, '../../dist/h5'),
)

mainJob(stage)

describe('the demo with two phones', () => {
  it('hands a shared invitation from the one phone to the other', async () => {
    const wife = await stage.linked('李秀英')
    const husband = await stage.linked('王建国')
    await invite(wife, 'spouse', '王建国', 'phone')
    await wife.sign('handwritten')
    await wife.title('等丈夫来签')
    const address = wife.page.url()
    const { openid: left } = wife.owner
    const { openid: right } = husband.owner
    await wife.page.setViewportSize({ width: 1280, height: 1000 })
    await wife.page.goto(`${stage.product().url}/?left=${left}&right=${right}`)
    const [own, other] = ['left', 'right'].map((side) =>
      wife.page.frameLocator(`[data-side="${side}"] iframe`),
    )
    if (own === undefined || other === undefined) throw new Error('the demo has two phones')
    await own.getByRole('heading', { level: 1, name: /李/ }).waitFor()
    await own.locator('body').evaluate(
      (body, hash) => {
        body.ownerDocument.location.hash = hash
      },
      address.slice(address.indexOf('#')),
    )
    await own.locator('#share-in-demo').click()
    await wife.page.locator('#messages button').first().click()
    await other.getByRole('heading', { level: 1, name: '李**想让您用 TA 的医保钱' }).waitFor()
  })
})
