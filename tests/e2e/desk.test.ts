import type { Browser, Page } from 'playwright-core'
import { PEOPLE, personNamed } from '../../local/people'
import type { Product } from '../../local/product'
import { instant } from '../../shared/values/day'
import { fen } from '../../shared/values/fen'
import { upload } from '../journeys/desk'
import { acceptAs, invite, linked, relativeOf, valueIn } from '../journeys/stage'
import { Intruder } from '../journeys/stored'
import { NAME } from '../journeys-in-app/app-phone'
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

/** Somebody of the bureau in front of a screen of this width, on the page that her role begins with. */
async function deskOf(name: string, width = 1280, begins = '等待审核'): Promise<Page> {
  const page = await openDesk(browser, `${product.url}/desk/`, width, troubles)
  await page.getByRole('button', { name: `以${name}登录` }).click()
  await page.getByRole('heading', { name: begins }).waitFor()
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

it('differences of the accounts are dealt with by whoever sees every region', async () => {
  const sums = [
    ['missing-here', null, fen(400_00)],
    ['not-the-same', fen(380_00), fen(400_00)],
  ] as const
  for (const [difference, hereFen, thereFen] of sums) {
    const movementId = '01K99XG0V8Q2M4T6Y8A0C2E4G6-1'
    await new Intruder(product).write('reconciliation', {
      ...{ _id: `${difference}:${movementId}`, difference, movementId, hereFen, thereFen },
      foundAt: instant('2025-11-04T18:00:00Z'),
      ...{ settled: null, open: true },
    })
  }
  const desk = await deskOf('林审')
  await desk.getByRole('button', { name: '账目差异' }).click()
  await desk.getByText('医保系统有，我们没有').waitFor()
  await expectDeskForAll(desk, 'differences')
  for (const way of ['已查明，不用更正', '我们这边已更正']) {
    await desk.getByRole('button', { name: way }).first().click()
    await desk.getByText('已经记下处理结果。').waitFor()
  }
  await desk.getByText('两边的账一致，没有要处理的差异。').waitFor()
  const other = await deskOf('郝清')
  expect(await other.getByRole('button', { name: '账目差异' }).count()).toBe(0)
}, 60_000)

it('shows a reviewer of another region nothing of it', async () => {
  const page = await deskOf('郝清')
  await page.getByRole('button', { name: '已经审过' }).click()
  await page.getByText('还没有审过的申请。').waitFor()
})

async function findAtWindow(page: Page, person: { readonly name: string; readonly idNumber: string }) {
  await page.getByLabel('姓名').fill(person.name)
  await page.getByLabel('证件号码').fill(person.idNumber)
  await page.getByRole('button', { name: '查找邀请' }).click()
}

/** Writes a name with the mouse, as a hand would with a pen. */
async function writeName(page: Page): Promise<void> {
  const box = await page.locator('canvas.pad').boundingBox()
  if (box === null) throw new Error('the pad is not shown')
  for (const [first, ...rest] of NAME) {
    if (first === undefined) continue
    const at = ([x, y]: readonly [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const
    await page.mouse.move(...at(first))
    await page.mouse.down()
    for (const place of rest) await page.mouse.move(...at(place), { steps: 8 })
    await page.mouse.up()
  }
}

it('a mother without a phone joins at the window: one clerk enters it, another looks again', async () => {
  const son = await linked(product, 'o-hebei-chen-zhiqiang')
  const mother = personNamed('黄桂英')
  const clerk = await deskOf('孟晓', 1280, '窗口办理')
  await findAtWindow(clerk, mother)
  await clerk.getByText('没有查到等这位家人答复的邀请').waitFor()
  await expectDeskForAll(clerk, 'window')
  await invite(son, mother, 'parent')
  await clerk.getByRole('button', { name: '查找邀请' }).click()
  await clerk.getByRole('heading', { name: '本人签字' }).waitFor()
  await clerk.getByRole('button', { name: '录入签名，等复核' }).click()
  await clerk.getByText('请先核对证件原件和本人').waitFor()
  await clerk.getByLabel('我看过证件原件').check()
  await clerk.getByRole('button', { name: '录入签名，等复核' }).click()
  await clerk.getByText('请本人先写好自己的名字').waitFor()
  await writeName(clerk)
  await expectDeskForAll(clerk, 'window-sign')
  await clerk.getByRole('button', { name: '录入签名，等复核' }).click()
  await clerk.getByText('请另一位窗口人员再核对一遍').waitFor()
  expect(await clerk.getByRole('button', { name: '确认，办完' }).count()).toBe(0)

  const second = await deskOf('段兰', 1280, '窗口办理')
  await findAtWindow(second, mother)
  await second.getByText('孟晓核对证件后录入了签名').waitFor()
  await expectDeskForAll(second, 'window-again')
  await second.getByLabel('我看过证件原件').check()
  await second.getByRole('button', { name: '确认，办完' }).click()
  await second.getByText('黄桂英已经加入').waitFor()
  await expectDeskForAll(second, 'window-done')
  const { asPolicyholder } = valueIn(await son.ask('bindings', 'list', {}))
  expect(asPolicyholder.map(({ state }) => state)).toEqual(['active'])
}, 120_000)

it('one who passes a check of her own is entered by one clerk', async () => {
  const policyholder = await linked(product, 'o-hebei-wang-jianguo')
  const wife = personNamed('李秀英')
  await invite(policyholder, wife, 'spouse')
  const clerk = await deskOf('孟晓', 1280, '窗口办理')
  await findAtWindow(clerk, wife)
  await clerk.getByRole('heading', { name: '本人签字' }).waitFor()
  await writeName(clerk)
  await clerk.getByRole('button', { name: '刷脸核验，办完' }).click()
  await clerk.getByText('李秀英已经加入').waitFor()
}, 60_000)
