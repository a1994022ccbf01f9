import path from 'node:path'
import type { Browser } from 'playwright-core'
import { personNamed } from '../../local/people'
import { type Product, startProduct } from '../../local/product'
import { Phone, startBrowser } from './browser'

const ROOT = path.resolve(__dirname, '../..')
const DEMO_NOW = Date.parse('2025-11-05T09:00:00+08:00')

let product: Product
let browser: Browser
const phones: Phone[] = []

beforeAll(async () => {
  product = await startProduct({
    dataDir: null,
    port: 0,
    demoNow: DEMO_NOW,
    functionsDir: path.join(ROOT, 'dist/cloudfunctions'),
    h5Dir: path.join(ROOT, 'dist/h5'),
    passwordScryptLog2N: 4,
  })
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})
afterEach(async () => {
  const troubles = phones.flatMap((phone) => phone.troubles)
  await Promise.all(phones.splice(0).map((phone) => phone.context.close()))
  expect(troubles).toEqual([])
})

async function phoneOf(name: string): Promise<Phone> {
  const phone = await Phone.of(browser, product.url, personNamed(name))
  phones.push(phone)
  return phone
}

async function linked(name: string): Promise<Phone> {
  const phone = await phoneOf(name)
  await phone.open('/packages/identity/link/index')
  await phone.link()
  return phone
}

/** Nothing hinders anybody on the page before her, in the usual size and in elder mode. */
async function expectPageForAll(phone: Phone): Promise<void> {
  for (const elder of [false, true]) {
    await phone.showElder(elder)
    expect({
      page: phone.page.url(),
      axe: await phone.accessibilityTroubles(),
      small: await phone.smallTargets(elder ? 60 : 44),
      sticksOut: await phone.sticksOut(),
    }).toEqual({ page: phone.page.url(), axe: [], small: [], sticksOut: false })
  }
  await phone.showElder(false)
}

describe('the rules, before anybody has said who she is', () => {
  it('are found by searching, with their sources, of any place', async () => {
    const phone = await phoneOf('王建国')
    await phone.open('/packages/rules/browse/index?regionCode=130000')
    await phone.title('河北省的规定')
    await phone.text('可以添加哪些家人').waitFor()
    await expectPageForAll(phone)
    await phone.fill('rules-search', '最多 家人')
    await phone.text('8 位').waitFor()
    await phone.text(/^出处：/).waitFor()
    await phone.fill('rules-search', '火星')
    await phone.text('没有找到').waitFor()
    await expectPageForAll(phone)
    await phone.press('清空')
    await phone.tap('rules-region')
    await phone.tap('region-540000')
    await phone.title('西藏自治区的规定')
  })

  it('stand side by side', async () => {
    const phone = await phoneOf('王建国')
    await phone.open('/packages/rules/compare/index?regionCode=130000')
    await phone.text('再选一个地方，就能对照了。').waitFor()
    await expectPageForAll(phone)
    await phone.tap('region-540000')
    await phone.text('最多可以添加几位家人（不含本人）').waitFor()
    await phone.tap('compare-add')
    await phone.tap('region-370000')
    await phone.text(/一次最多对照三个/).waitFor()
    await phone.text('最多可以添加几位家人（不含本人）').waitFor()
    await expectPageForAll(phone)
  })

  it('answer 能不能加 TA, and lead to the form or say why not', async () => {
    const phone = await linked('王建国')
    await phone.open('/packages/rules/may-invite/index')
    await phone.tap('may-invite-ask')
    await phone.text('请选一个').waitFor()
    await phone.tap('may-invite-more')
    await expectPageForAll(phone)
    await phone.choose(/^父母/)
    await phone.choose(/^没有参保$/)
    await phone.page.getByRole('radio', { name: '没有参保' }).filter({ visible: true }).last().click()
    await phone.choose(/^职工医保，正常缴费/)
    await phone.choose(/^别的省/)
    await phone.tap('may-invite-ask')
    await phone.title('现在还不能加')
    await phone.text('有 2 件事要先办好').waitFor()
    await phone.text(/您可以用医保钱包转账/).waitFor()
    await expectPageForAll(phone)

    await phone.tap('may-invite-change')
    await phone.page
      .getByRole('radio', { name: '居民医保', exact: true })
      .filter({ visible: true })
      .last()
      .click()
    await phone.choose(/^和我同一个市/)
    await phone.tap('may-invite-ask')
    await phone.title('可以加')
    await phone.tap('may-invite-rules')
    await expectPageForAll(phone)
    await phone.tap('may-invite-go')
    await phone.title('添加我的亲属')
    await phone.page.getByRole('radio', { name: /^父母/, checked: true }).filter({ visible: true }).waitFor()
  })
})

describe('each region in its own words', () => {
  it.each([
    { region: '河南', who: '张红旗', spouse: '杜鹃', title: '绑定', entry: '账户共济成员管理', way: 'tick' },
    {
      region: '贵州',
      who: '杨昌林',
      spouse: '罗秀萍',
      title: '添加我的家庭成员',
      entry: '家庭账户共济',
      way: 'tick',
    },
    {
      region: '江西',
      who: '胡国华',
      spouse: '万小红',
      title: '家庭账户共济授权登记',
      entry: '家庭账户共济授权登记',
      way: 'tick',
    },
    { region: '陕西', who: '秦岭', spouse: '白雪梅', title: /./, entry: '家庭共济绑定', way: 'handwritten' },
  ] as const)(
    '$region: from 我要办 to the invitation',
    async ({ region, who, spouse, title, entry, way }) => {
      const phone = await linked(who)
      await phone.open('/pages/services/index')
      await phone.text(`这里用的是${region}的叫法。`).waitFor()
      await phone.text(entry).waitFor()
      await phone.tap('their-steps')
      await expectPageForAll(phone)

      await phone.open('/packages/invite/form/index')
      if (region === '河南') {
        await phone.text('先建立共济家庭').waitFor()
        await expectPageForAll(phone)
        await phone.tap('establish-family')
      }
      await phone.title(title)
      await phone.tap('relation-spouse')
      await phone.fill('invite-name', spouse)
      await phone.fill('invite-id-number', personNamed(spouse).idNumber)
      await phone.choose(/^有手机/)
      const days = await phone.seen('#field-startDay').count()
      expect(days).toBe(region === '贵州' || region === '陕西' ? 1 : 0)
      await phone.tap('invite-continue')
      await phone.title('请核对')
      await phone.tap('invite-create')
      await phone.title(/签字/)
      await phone.sign(way)
      await phone.title(/^等/)
    },
  )
})
