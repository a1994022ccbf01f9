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
    ...(process.env.STAGE_LOG
      ? { log: (line: unknown) => process.stderr.write(`${JSON.stringify(line)}\n`) }
      : {}),
  })
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})
afterEach(async () => {
  const troubles = phones.flatMap((phone) =>
    phone.troubles.map((trouble) => `${phone.owner.name}: ${trouble}`),
  )
  await Promise.all(phones.splice(0).map((phone) => phone.context.close()))
  expect(troubles).toEqual([])
})

async function phoneOf(name: string): Promise<Phone> {
  const phone = await Phone.of(browser, product.url, personNamed(name))
  phones.push(phone)
  return phone
}

/** A phone whose owner has said who she is. */
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
    const found = {
      axe: await phone.accessibilityTroubles(),
      small: await phone.smallTargets(elder ? 60 : 44),
      sticksOut: await phone.sticksOut(),
    }
    expect({ page: phone.page.url(), elder, ...found }).toEqual({
      page: phone.page.url(),
      elder,
      axe: [],
      small: [],
      sticksOut: false,
    })
  }
  await phone.showElder(false)
}

async function fillForm(phone: Phone, relation: string, name: string, way: 'phone' | 'none' | 'child') {
  await phone.open('/packages/invite/form/index')
  if (relation === 'sibling') await phone.tap('relations-more')
  await phone.tap(`relation-${relation}`)
  await phone.fill('invite-name', name)
  await phone.fill('invite-id-number', personNamed(name).idNumber)
  if (way !== 'child') await phone.choose(way === 'phone' ? /^有手机/ : /^没有手机/)
}

/** From the form to the signature, everything as the form has it by itself. */
async function invite(phone: Phone, relation: string, name: string, way: 'phone' | 'none' | 'child') {
  await fillForm(phone, relation, name, way)
  await phone.tap('invite-continue')
  await phone.title('请核对')
  await phone.tap('invite-create')
  await phone.title(/签字/)
}

/** The landing page out of the link that she would send. */
async function landingOf(phone: Phone): Promise<string> {
  await phone.title(/^等/)
  const link = await phone.copiedLink()
  expect(link).toMatch(/#\/pages\/join\/index\?token=[\w-]{22}$/)
  return link.slice(link.indexOf('#') + 1)
}

describe('河北: a couple, by hand', () => {
  it('invites, hands over the link, identifies, reads, writes, joins; both see it', async () => {
    const husband = await phoneOf('王建国')
    await husband.open('/packages/invite/form/index')
    await husband.text('先确认您是谁').waitFor()
    await expectPageForAll(husband)
    await husband.open('/packages/identity/link/index')
    await husband.link()

    await husband.open('/packages/invite/form/index')
    await husband.tap('invite-continue')
    await husband.text('请填 TA 的姓名').waitFor()
    await expectPageForAll(husband)
    await husband.fill('invite-id-number', `${personNamed('李秀英').idNumber.slice(0, 16)}00`)
    await husband.text(/最后一位对不上/).waitFor()
    await fillForm(husband, 'spouse', '李秀英', 'phone')
    await husband.text(/生，女，/).waitFor()
    await husband.tap('further-settings')
    await husband.fill('invite-monthly-limit', '500')
    await expectPageForAll(husband)
    await husband.tap('invite-continue')
    await husband.title('请核对')
    await husband.text('500元').waitFor()
    await expectPageForAll(husband)

    // A second tap on the same button makes no second invitation.
    await husband.seen('#invite-create').last().dblclick()
    await husband.title(/签字/)
    expect(await husband.seen('#letter-sign').count()).toBe(0)
    await expectPageForAll(husband)
    await husband.readLetter()
    await husband.tap('letter-open-pad')
    await husband.tap('pad-done')
    await husband.text(/写得太少了/).waitFor()
    await expectPageForAll(husband)
    await husband.drawName()
    await husband.tap('pad-undo')
    await husband.tap('pad-clear')
    await husband.tap('pad-turn')
    await husband.settled()
    await husband.drawName()
    await husband.tap('pad-done')
    await husband.seen('.fs-letter__signature').first().waitFor()
    await expectPageForAll(husband)
    await husband.tap('letter-sign')
    const landing = await landingOf(husband)
    await expectPageForAll(husband)

    const wife = await phoneOf('李秀英')
    await wife.open(landing)
    await wife.title('您收到一份家人的邀请')
    expect(await wife.words()).not.toMatch(/王|妻|500/)
    await expectPageForAll(wife)
    await wife.tap('link-first')
    await wife.settled()
    await wife.link()
    await wife.title('王**想让您用 TA 的医保钱')
    await wife.text('不会动您的钱').waitFor()
    await wife.text('500元').waitFor()
    await expectPageForAll(wife)
    await wife.tap('join-sign')
    await wife.sign('handwritten')
    await wife.title('加好了')
    await wife.text(/2025年11月5日起/).waitFor()
    await expectPageForAll(wife)
    await wife.tap('see-binding')
    await wife.title('您可以用王**的医保钱')
    await expectPageForAll(wife)
    await wife.open(landing)
    await wife.text('这个邀请已经办好了，不用再签。').waitFor()

    // The inviter's page has seen it by itself.
    await husband.text('对方已经看过、签好。').waitFor()
    await husband.tap('see-binding')
    await husband.title('李**可以用您的医保钱')
    await husband.text('使用中').waitFor()
    await husband.text(/没有被改过/).waitFor()
    await husband.text('授权人签的承诺书').click()
    await husband.text(/已于 .* 签好/).waitFor()
    await expectPageForAll(husband)
    await husband.open('/pages/family/index')
    await husband.text('李**').waitFor()
    await wife.open('/pages/family/index')
    await wife.text('王**').waitFor()

    const lists = await husband.ask('invitations', 'list')
    expect(lists.sent).toHaveLength(1)
  })
})

describe('西藏: one at a time, by a tick', () => {
  it('invites a sister; a forwarded card tells a third person nothing; she joins', async () => {
    const brother = await linked('扎西')
    await invite(brother, 'sibling', '央金', 'phone')
    await brother.sign('tick')
    const landing = await landingOf(brother)

    const stranger = await linked('旺堆')
    await stranger.open(landing)
    await stranger.title('这个邀请打不开')
    await expectPageForAll(stranger)
    const told = await stranger.words()
    await stranger.open('/pages/join/index?token=AAAAAAAAAAAAAAAAAAAAAA')
    await stranger.title('这个邀请打不开')
    // What is said of her invitation is word for word what is said of one that nobody made.
    expect(await stranger.words()).toBe(told)
    expect(told).not.toMatch(/扎|央|西藏|姐|妹/)

    await brother.open(landing)
    await brother.title('这是您自己发出的邀请')
    await expectPageForAll(brother)

    const sister = await linked('央金')
    await sister.open(landing)
    await sister.title('扎*想让您用 TA 的医保钱')
    await sister.tap('join-sign')
    await sister.sign('tick')
    await sister.title('加好了')
    const { asRelative } = await sister.ask('bindings', 'list')
    expect(asRelative).toMatchObject([{ relation: 'sibling', state: 'active', counterpart: { name: '扎*' } }])
  })

  it('binds a newborn in one sitting', async () => {
    const father = await linked('扎西')
    await fillForm(father, 'child', '平措', 'child')
    await father.text('不满 16 岁，您当场替儿子签字').waitFor()
    await expectPageForAll(father)
    await father.tap('invite-continue')
    await father.title('请核对')
    await father.tap('invite-create')
    await father.text(/第 1 份，共 2 份/).waitFor()
    await father.sign('tick')
    await father.text(/第 2 份，共 2 份/).waitFor()
    await father.sign('tick')
    await father.title('已添加')
    await father.text(/儿子看病买药就能用您的医保钱了/).waitFor()
    await expectPageForAll(father)
    const { asPolicyholder } = await father.ask('bindings', 'list')
    expect(asPolicyholder).toContainEqual(expect.objectContaining({ relation: 'child', state: 'active' }))
  })

  it('binds a mother without a phone in person, also when the phone was put away in between', async () => {
    const son = await linked('扎西')
    await invite(son, 'parent', '白玛', 'none')
    await son.sign('tick')
    await son.title('请把手机交给妈妈')
    await expectPageForAll(son)
    await son.tap('hand-over')
    await son.sign('tick')
    await son.text(/第 1 次，共 2 次/).waitFor()
    await expectPageForAll(son)
    await son.tap('verify-face')
    await son.title('签好了，还差最后一步')
    await expectPageForAll(son)
    await son.page.reload()
    await son.title('签好了，还差最后一步')
    // What was typed about her was kept in memory alone: after a restart she says herself who she is.
    await son.tap('verify-sms')
    await son.text('请填 TA 的姓名').waitFor()
    await son.page.getByLabel('您的姓名').fill('白玛')
    await son.page.getByLabel('您的身份证号').fill(personNamed('白玛').idNumber)
    await son.tap('verify-sms')
    await son.title('已添加')
    await son.text('请把手机还给家人').waitFor()
    await expectPageForAll(son)
  })
})

describe('what may go otherwise', () => {
  it('lets a relative decline with a reason, and tells the inviter', async () => {
    const husband = await linked('陈志强')
    await invite(husband, 'spouse', '刘丽华', 'phone')
    await husband.sign('handwritten')
    const landing = await landingOf(husband)
    const wife = await linked('刘丽华')
    await wife.open(landing)
    await wife.tap('join-decline')
    await wife.choose('想先和您商量商量')
    await expectPageForAll(wife)
    await wife.tap('decline-confirm')
    await wife.title('您没有同意这个邀请')
    await husband.text(/想先和您商量商量/).waitFor()
    await expectPageForAll(husband)
  })

  it('keeps what was written when the network goes, and sends it once when it is back', async () => {
    const father = await linked('陈志强')
    await invite(father, 'child', '陈浩然', 'child')
    await father.readLetter()
    await father.writeName()
    await father.context.setOffline(true)
    await father.tap('letter-sign')
    await father.text('网络好像断了').waitFor()
    await expectPageForAll(father)
    await father.context.setOffline(false)
    father.troubles.length = 0
    await father.press('再试一次')
    await father.text(/第 2 份，共 2 份/).waitFor()
    await father.sign('handwritten')
    await father.title('已添加')
  })

  it('tells the relative what stands in her way before she signs, and the inviter nothing of it', async () => {
    const mother = await linked('赵永红')
    await invite(mother, 'child', '周凯', 'phone')
    await mother.sign('handwritten')
    const landing = await landingOf(mother)
    const son = await linked('周凯')
    await son.open(landing)
    await son.text(/现在还加不了/).waitFor()
    await son.text(/参保/).waitFor()
    expect(await son.seen('#join-sign').count()).toBe(0)
    await expectPageForAll(son)
    await mother.settled()
    expect(await mother.words()).not.toMatch(/参保/)
  })

  it('refuses in place, with the rule and its source', async () => {
    const brother = await linked('扎西')
    // The newborn cannot be a grandparent.
    await fillForm(brother, 'spouse', '平措', 'child')
    await brother.tap('invite-continue')
    await brother.page.getByRole('alert').filter({ visible: true }).first().waitFor()
    expect(await brother.seen('.fs-refusal').count()).toBe(1)
    await expectPageForAll(brother)
  })

  it('expires after 72 hours, revives by sending anew, and can be revoked', async () => {
    const husband = await linked('孙伟')
    await invite(husband, 'spouse', '马丽', 'phone')
    await husband.sign('handwritten')
    const landing = await landingOf(husband)
    await husband.text(/还剩 7[12] 小时/).waitFor()
    product.clock.set(product.clock.now() + 73 * 3_600_000)
    await husband.title('邀请过期了')
    await expectPageForAll(husband)
    const wife = await linked('马丽')
    await wife.open(landing)
    await wife.title('这个邀请过期了')
    await expectPageForAll(wife)

    await husband.press('重新发一次')
    const fresh = await landingOf(husband)
    expect(fresh).not.toBe(landing)
    await wife.open(landing)
    await wife.title('这个邀请打不开')
    await wife.open(fresh)
    await wife.title(/想让您用/)
    await husband.tap('share-revoke')
    await expectPageForAll(husband)
    await husband.press('撤回')
    await husband.text(/手里的邀请已经打不开了/).waitFor()
    await wife.open(fresh)
    await wife.title('这个邀请已经收回了')
    await expectPageForAll(wife)
  })
})

describe('the demo with two phones', () => {
  it('hands a shared invitation from the one phone to the other', async () => {
    const wife = await linked('李秀英')
    const husband = await linked('王建国')
    await invite(wife, 'spouse', '王建国', 'phone')
    await wife.sign('handwritten')
    await wife.title('等丈夫来签')
    const address = wife.page.url()
    const { openid: left } = wife.owner
    const { openid: right } = husband.owner
    await wife.page.setViewportSize({ width: 1280, height: 1000 })
    await wife.page.goto(`${product.url}/?left=${left}&right=${right}`)
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
