import type { Browser, Page } from 'playwright-core'
import { PEOPLE } from '../../local/people'
import type { Product } from '../../local/product'
import { upload } from '../journeys/desk'
import { acceptAs, invite, linked, relativeOf, valueIn } from '../journeys/stage'
import { greyPicture } from '../journeys-in-app/photo'
import { startBrowser } from './browser'
import { expectDeskForAll, openDesk, startDeskProduct } from './desk-page'

let product: Product
let browser: Browser
const troubles: string[] = []

beforeAll(async () => {
  product = await startDeskProduct()
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})
afterEach(() => expect(troubles).toEqual([]))

/** A reviewer in front of a screen of this width. */
async function deskOf(name: string, width = 1280): Promise<Page> {
  const page = await openDesk(browser, `${product.url}/desk/`, width, troubles)
  await page.getByRole('button', { name: `以${name}登录` }).click()
  await page.getByRole('heading', { name: '等待审核' }).waitFor()
  return page
}

it('a case goes from the queue to a decision, and is turned round by two', async () => {
  const policyholder = await linked(product, 'o-anhui-wu-wei')
  const { person, relation } = relativeOf(policyholder.person, PEOPLE, '吴学文')
  const father = await linked(product, person.openid ?? '')
  const fileId = await upload(policyholder, greyPicture(320, 220))
  const { token } = await invite(policyholder, person, relation, { proofFileIds: [fileId] })
  const { bindingId } = valueIn(await acceptAs(father, token))
  const state = async () => valueIn(await father.ask('bindings', 'get', { bindingId })).state

  const desk = await deskOf('林审')
  await desk.getByText('申请绑定：吴* → 吴**（父母）').waitFor()
  await expectDeskForAll(desk, 'queue')
  await desk.getByRole('button', { name: '打开' }).click()
  await desk.getByRole('heading', { name: '使用人：吴学文' }).waitFor()
  await desk.getByRole('button', { name: '查看材料1' }).click()
  await desk.getByRole('img', { name: '材料1的照片' }).waitFor()
  await expectDeskForAll(desk, 'case')

  // Without an opinion nothing is decided.
  await desk.getByRole('button', { name: '不通过' }).click()
  await desk.getByText('请先写审核意见').waitFor()
  expect(await state()).toBe('in-review')
  await desk.getByRole('button', { name: '填入“材料齐全，同意。”' }).click()
  await desk.getByRole('button', { name: '通过', exact: true }).click()
  await desk.getByText('已经通过，双方都会收到消息。').waitFor()
  expect(await state()).toBe('active')

  await desk.getByLabel('审核意见').fill('户口簿不是本人的。')
  await desk.getByRole('button', { name: '提出更正' }).click()
  await desk.getByText('要由另一位审核员确认，您自己不能确认。').waitFor()
  expect(await desk.getByRole('button', { name: '确认更正' }).count()).toBe(0)
  await expectDeskForAll(desk, 'proposed')

  const second = await deskOf('唐核', 375)
  await second.getByRole('button', { name: '等第二人确认' }).click()
  await second.getByRole('button', { name: '打开' }).click()
  await second.getByLabel('审核意见').fill('同意更正。')
  await second.getByRole('button', { name: '确认更正' }).click()
  await second.getByText('已经更正，双方都会收到消息。').waitFor()
  expect(await state()).toBe('ending')
}, 120_000)

it('shows a reviewer of another region nothing of it', async () => {
  const page = await deskOf('郝清')
  await page.getByRole('button', { name: '已经审过' }).click()
  await page.getByText('还没有审过的申请。').waitFor()
})
