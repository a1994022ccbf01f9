import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { ulid } from 'ulid'
import { buildTarget } from './build/build.mjs'
import { ensureBrowser } from './set-up/browser.mjs'
import { step } from './terminal/step.mjs'

/**
 * node scripts/screens.mjs [GROUP …]: pictures of every page for the documents, in the usual size (`<page>.png`) and in
 * elder mode (`<page>-elder.png`), taken of the built product with its synthetic people. Groups that stand alone can be
 * named: `settings`.
 */
const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const TO = path.join(ROOT, 'docs/screens')
const START_LIMIT_MS = 60_000
const DEMO_SIZE = { width: 1280, height: 1000 }

const TOOLS = `
  export * from './tests/e2e/browser'
  export { addressOfCheck } from './shared/contract/check-address'
  export { deriveKeys } from './platform/keys/keys'
`

/** The same phone that the browser tests use, and what a printed letter is made of, bundled so that plain node runs it. */
async function loadPhone() {
  const outfile = path.join(ROOT, '.cache/screens/browser.mjs')
  await build({
    stdin: { contents: TOOLS, resolveDir: ROOT },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  return import(pathToFileURL(outfile).href)
}

/** The product as `npm start` runs it, with data of its own that is thrown away. */
function startProduct(dataDir) {
  const server = spawn(process.execPath, [path.join(ROOT, 'dist/local/start.js')], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ready = new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The product did not start.')), START_LIMIT_MS)
    server.once('exit', () => reject(new Error('The product did not start.')))
    server.stdout.on('data', (chunk) => {
      const url = /ready (http:\S+)/.exec(String(chunk))?.[1]
      if (url === undefined) return
      clearTimeout(late)
      resolve(url)
    })
  })
  return { server, ready }
}

function stop(server) {
  if (server.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    server.once('exit', resolve)
    server.kill('SIGTERM')
  })
}

async function take(phone, name) {
  for (const elder of [false, true]) {
    await phone.showElder(elder)
    await phone.longPicture(path.join(TO, `${name}${elder ? '-elder' : ''}.png`))
  }
  await phone.showElder(false)
}

/** What fills the screen is not longer than it. */
async function takeScreen(phone, name) {
  for (const elder of [false, true]) {
    await phone.showElder(elder)
    await phone.picture(path.join(TO, `${name}${elder ? '-elder' : ''}.png`))
  }
  await phone.showElder(false)
}

/** Where something stands on a page that is much longer than a screen. */
async function takeAt(phone, selector, name) {
  for (const elder of [false, true]) {
    await phone.showElder(elder)
    await phone.seen(selector).last().scrollIntoViewIfNeeded()
    await phone.picture(path.join(TO, `${name}${elder ? '-elder' : ''}.png`))
  }
  await phone.showElder(false)
}

async function fillForm(phone, relation, relative, hasPhone) {
  await phone.open('/packages/invite/form/index')
  await phone.tap(`relation-${relation}`)
  await phone.fill('invite-name', relative.name)
  await phone.fill('invite-id-number', relative.idNumber)
  if (hasPhone !== null) await phone.choose(hasPhone ? /^有手机/ : /^没有手机/)
}

async function landingOf(phone) {
  await phone.title(/^等/)
  const link = await phone.copiedLink()
  return link.slice(link.indexOf('#') + 1)
}

/** 河北, where the letter is signed by hand: everything that two people see. */
async function couple({ phoneOf, linked, person, checkAddress }) {
  const husband = await phoneOf('王建国')
  await husband.open('/pages/home/index')
  await take(husband, 'home-first-time')
  await husband.open('/packages/identity/link/index', 'leave')
  await takeScreen(husband, 'privacy-sheet')
  await husband.tap('privacy-refuse')
  await take(husband, 'privacy-refused')
  await husband.tap('privacy-again')
  await husband.settled()
  await husband.tap('privacy-whole')
  await husband.title('隐私说明')
  await take(husband, 'privacy')
  await husband.open('/packages/identity/link/index')
  await take(husband, 'identity')
  await husband.link()
  await husband.open('/pages/family/index')
  await take(husband, 'family-empty')
  await husband.open('/pages/services/index')
  await take(husband, 'services')
  await husband.open('/packages/region/choose/index')
  await take(husband, 'region')

  await fillForm(husband, 'spouse', person('李秀英'), true)
  await take(husband, 'invite-form')
  await husband.tap('further-settings')
  await take(husband, 'invite-form-more')
  await husband.tap('invite-continue')
  await husband.title('请核对')
  await take(husband, 'invite-check')
  await husband.tap('invite-create')
  await husband.title(/签字/)
  await husband.readLetter()
  await take(husband, 'letter')
  await husband.tap('letter-open-pad')
  await husband.settled()
  await husband.drawName()
  await takeScreen(husband, 'signature-pad-sideways')
  await husband.tap('pad-turn')
  await husband.settled()
  await husband.drawName()
  await takeScreen(husband, 'signature-pad')
  await husband.tap('pad-done')
  await take(husband, 'letter-with-signature')
  await husband.tap('letter-sign')
  const landing = await landingOf(husband)
  await take(husband, 'share')

  const wife = await phoneOf('李秀英')
  await wife.open(landing)
  await take(wife, 'join-identify-first')
  await wife.tap('link-first')
  await wife.settled()
  await wife.link()
  await wife.open('/pages/home/index')
  await take(wife, 'home-invited')
  await wife.open(landing)
  await wife.title(/想让您用/)
  await take(wife, 'join')
  const stranger = await linked('赵永红')
  await stranger.open(landing)
  await take(stranger, 'join-stranger')
  await wife.tap('join-decline')
  await take(wife, 'join-decline')
  await wife.press('再想想')
  await wife.tap('join-sign')
  await wife.sign('handwritten')
  await wife.title('加好了')
  await take(wife, 'join-done')
  await wife.tap('see-binding')
  await wife.title(/您可以用/)
  await take(wife, 'member-as-relative')
  await recordsOf(wife)
  await husband.text('对方已经看过、签好。').waitFor()
  await take(husband, 'share-accepted')
  await husband.tap('see-binding')
  await husband.title(/可以用您的/)
  await take(husband, 'member-as-policyholder')
  await husband.text('授权人签的承诺书').click()
  await husband.text(/已于 .* 签好/).waitFor()
  await take(husband, 'letter-signed')
  await husband.seen('#letter-pdf').last().scrollIntoViewIfNeeded()
  await takeScreen(husband, 'letter-take-along')
  await lettersOf({ husband, phoneOf, checkAddress })
  await husband.open('/pages/family/index')
  await take(husband, 'family')
  await fillForm(husband, 'spouse', person('李秀英'), true)
  await husband.tap('invite-continue')
  await husband.seen('.fs-refusal').first().waitFor()
  await take(husband, 'invite-refused')
}

/** What becomes of a signed letter, and what anybody sees who holds the paper. */
async function lettersOf({ husband, phoneOf, checkAddress }) {
  await husband.open('/packages/letters/list/index')
  await husband.text('授权人签的承诺书').waitFor()
  await take(husband, 'letters')
  const neighbour = await phoneOf('赵永红')
  await neighbour.open('/packages/letters/check/index')
  await neighbour.fill('check-code', 'AAAA-BBBB')
  await neighbour.tap('check-send')
  await take(neighbour, 'letter-check')
  const { letters } = await husband.ask('consent-letters', 'list')
  await neighbour.scan(checkAddress(letters[0].letterId))
  await neighbour.text('内容和签署时一样').waitFor()
  await take(neighbour, 'letter-check-intact')
}

/** What was done, who read it, all of it as a file, and what a withdrawal would do. */
async function recordsOf(wife) {
  await wife.open('/packages/records/timeline/index')
  await wife.text(/没有被改过/).waitFor()
  await take(wife, 'records')
  await wife.open('/packages/records/who-saw/index')
  await wife.seen('.fs-records__entry').first().waitFor()
  await take(wife, 'records-who-saw')
  await wife.open('/packages/records/take-along/index')
  await take(wife, 'records-take-along')
  await wife.open('/packages/records/close/index')
  await wife.text('会删掉的').waitFor()
  await take(wife, 'records-close')
}

/** 西藏: a newborn in one sitting, a mother without a phone. */
async function oneSitting({ linked, person }) {
  const father = await linked('扎西')
  await father.open('/pages/home/index')
  await take(father, 'home')
  await fillForm(father, 'child', person('平措'), null)
  await take(father, 'invite-child')
  await father.tap('invite-continue')
  await father.title('请核对')
  await father.tap('invite-create')
  await father.sign('tick')
  await father.text(/第 2 份，共 2 份/).waitFor()
  await take(father, 'letter-for-child')
  await father.sign('tick')
  await father.title('已添加')
  await take(father, 'child-added')

  await fillForm(father, 'parent', person('白玛'), false)
  await father.tap('invite-continue')
  await father.title('请核对')
  await father.tap('invite-create')
  await father.sign('tick')
  await father.title(/请把手机交给/)
  await take(father, 'in-person-hand-over')
  await father.tap('hand-over')
  await father.sign('tick')
  await father.text(/第 1 次，共 2 次/).waitFor()
  await take(father, 'in-person-verify')
  await father.tap('verify-face')
  await father.title(/还差最后一步/)
  await take(father, 'in-person-verify-again')
  await father.tap('verify-face')
  await father.title('已添加')
  await take(father, 'in-person-done')
}

/** Asks a function as a person's phone does, for what is only the way to a picture. */
async function askAs(url, openid, functionName, action, input) {
  const response = await fetch(`${url}/call/${functionName}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': openid },
    body: JSON.stringify({ action, requestId: ulid(), input }),
  })
  const { ok, value, refusal } = await response.json()
  if (!ok) throw new Error(`${functionName}.${action} was refused: ${refusal?.code}`)
  return value
}

/** Signs in the letter's own way, without the pages that are pictured elsewhere. */
async function signAs(url, openid, letterId) {
  const { sm3, mode, sentence } = await askAs(url, openid, 'consent-letters', 'get', { letterId })
  const stroke = (x) =>
    Array.from({ length: 20 }, (_, at) => ({ x: x + at * 12, y: 80 + at * 6, t: at * 16 }))
  const signature = {
    tick: { kind: 'tick' },
    typed: { kind: 'typed', text: sentence },
    handwritten: { kind: 'handwritten', width: 600, height: 300, strokes: [stroke(60), stroke(300)] },
  }[mode]
  await askAs(url, openid, 'consent-letters', 'sign', { letterId, sm3, signature })
}

/** Two people whose phones know who they are, bound by their own letters. */
async function bind({ url, person, linked }, policyholder, relative, relation, terms = {}) {
  const { openid: giving } = person(policyholder)
  const { name, idNumber, openid: taking } = person(relative)
  await linked(relative)
  const asked = { relative: { name, idNumber, relation }, ...terms }
  const { invitationId, letters } = await askAs(url, giving, 'invitations', 'create', asked)
  await signAs(url, giving, letters[0].letterId)
  const { token } = await askAs(url, giving, 'invitations', 'send', { invitationId })
  const { letterId } = await askAs(url, taking, 'invitations', 'open', { token })
  await signAs(url, taking, letterId)
  return (await askAs(url, taking, 'invitations', 'accept', { token })).bindingId
}

/** What is set for all together in 山东 and 陕西, and what a child of age is asked. */
async function settings(tools) {
  const { url, person, linked, phoneOf } = tools
  const husband = await linked('孔繁星')
  const wifes = await bind(tools, '孔繁星', '宋晓燕', 'spouse')
  await bind(tools, '孔繁星', '孔庆山', 'parent')
  await husband.open('/packages/member/account-limit/index')
  await take(husband, 'account-limit-first')
  const limited = { limitFen: 1_000_00 }
  await askAs(url, person('孔繁星').openid, 'bindings', 'set-account-limit', limited)
  await husband.open('/pages/family/index')
  await husband.text('给所有家人一起设的').waitFor()
  await take(husband, 'family-account-limit')
  await husband.open('/packages/member/account-limit/index')
  await husband.fill('account-limit', '300')
  await take(husband, 'account-limit')
  await husband.tap('account-limit-remove')
  await takeScreen(husband, 'account-limit-remove')
  const wife = await phoneOf('宋晓燕')
  await wife.open(`/packages/member/detail/index?bindingId=${wifes}`)
  await wife.text('所有家人一起最多').first().waitFor()
  await take(wife, 'member-account-limit')

  const father = await linked('秦岭')
  await bind(tools, '秦岭', '白雪梅', 'spouse')
  await bind(tools, '秦岭', '秦保国', 'parent')
  await father.open('/packages/member/order/index')
  await father.tap('order-up-2')
  await take(father, 'member-order')

  const child = person('秦悦')
  const relative = { name: child.name, idNumber: child.idNumber, relation: 'child' }
  const ask = (...what) => askAs(url, person('秦岭').openid, ...what)
  const { invitationId, letters } = await ask('invitations', 'create', { relative })
  for (const { letterId } of letters) await signAs(url, person('秦岭').openid, letterId)
  const { bindingId } = await ask('invitations', 'accept-for-child', { invitationId })
  const daughter = await linked('秦悦')
  const { now } = await (await fetch(`${url}/clock`)).json()
  await setClock(url, '2026-09-01T09:00:00+08:00')
  await daughter.open('/packages/inbox/list/index')
  await daughter.text('请您自己确认').waitFor()
  await take(daughter, 'inbox-own-consent')
  await daughter.open(`/packages/member/detail/index?bindingId=${bindingId}`)
  await daughter.text('请您本人签字确认').waitFor()
  await take(daughter, 'member-own-consent')
  await father.open(`/packages/member/detail/index?bindingId=${bindingId}`)
  await father.text('等孩子本人确认').waitFor()
  await take(father, 'member-own-consent-as-policyholder')
  await daughter.open(`/packages/member/own-consent/index?bindingId=${bindingId}`)
  await take(daughter, 'own-consent')
  await daughter.tap('own-consent-decline')
  await takeScreen(daughter, 'own-consent-decline')
  await daughter.press('再想想')
  await daughter.tap('own-consent-read')
  await daughter.sign('handwritten')
  await daughter.title('确认好了')
  await take(daughter, 'own-consent-done')
  await setClock(url, now)
}

async function setClock(url, now) {
  await fetch(`${url}/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now }),
  })
}

/** What becomes of a binding: changed, extended, ended, and taken back, as both sides see it. */
async function lifeOfBinding(tools) {
  const terms = { endDay: '2026-12-31', monthlyLimitFen: 300_00 }
  const bindingId = await bind(tools, '扎西', '央金', 'sibling', terms)
  const page = (name) => `/packages/member/${name}/index?bindingId=${bindingId}`
  const brother = await tools.phoneOf('扎西')
  const sister = await tools.phoneOf('央金')
  await brother.open(page('detail'))
  await brother.text('要改点什么').waitFor()
  await take(brother, 'member-changes')
  await brother.tap('change-pause')
  await takeScreen(brother, 'member-pause')
  await brother.press('先不要')
  await brother.open(page('change'))
  await take(brother, 'member-limits')
  await sister.open(page('extend'))
  await sister.choose(/^换一个更晚的日子/)
  await take(sister, 'member-extend')
  await sister.choose(/^不设结束日期/)
  await sister.tap('extend-send')
  await sister.title('已经告诉对方')
  await take(sister, 'member-extend-sent')
  await brother.open(page('detail'))
  await brother.text('对方想延长，请您回答').waitFor()
  await take(brother, 'member-proposal')

  await brother.open('/packages/member/unbind/index?side=given')
  await brother.tickNamed(/^央/)
  await brother.tickNamed(/^白/)
  await brother.choose('不再需要')
  await take(brother, 'unbind-choose')
  await brother.tap('unbind-next')
  await brother.title('请看告知书')
  await brother.readLetter()
  await take(brother, 'unbind-letter')
  await brother.tick()
  await brother.tap('letter-sign')
  await brother.title('请核对')
  await take(brother, 'unbind-check')
  await brother.tap('unbind-confirm')
  await brother.title('解除已经提出')
  await take(brother, 'unbind-done')
  await brother.open('/pages/family/index')
  await brother.text('还剩').waitFor()
  await take(brother, 'family-ending')
  await brother.open(page('detail'))
  await brother.text('正在解除').waitFor()
  await take(brother, 'member-ending')
  await sister.open(page('detail'))
  await sister.text('正在解除').waitFor()
  await take(sister, 'member-ending-as-relative')
}

async function notInsured({ linked, person }) {
  const mother = await linked('赵永红')
  await fillForm(mother, 'child', person('周凯'), true)
  await mother.tap('invite-continue')
  await mother.title('请核对')
  await mother.tap('invite-create')
  await mother.sign('handwritten')
  const landing = await landingOf(mother)
  const son = await linked('周凯')
  await son.open(landing)
  await son.text(/现在还加不了/).waitFor()
  await take(son, 'join-obstacle')
}

/** What anybody may ask before she begins, and the step that 河南 has before the first relative. */
async function rules({ linked }) {
  const phone = await linked('王建军')
  await phone.open('/packages/rules/browse/index?regionCode=130000')
  await take(phone, 'rules-browse')
  await phone.fill('rules-search', '钱包 每天')
  await take(phone, 'rules-search')
  await phone.open('/packages/rules/compare/index?regionCode=130000')
  await phone.tap('region-540000')
  await phone.settled()
  await take(phone, 'rules-compare')
  await phone.open('/packages/rules/browse/index?regionCode=370000')
  await phone.fill('rules-search', '济南市')
  await take(phone, 'rules-of-one-city')
  await phone.open('/packages/rules/compare/index?regionCode=370000')
  await phone.tap('region-230000')
  await phone.settled()
  await take(phone, 'rules-compare-of-one-city')
  await phone.open('/packages/rules/may-invite/index?regionCode=130000')
  await take(phone, 'may-invite')
  await phone.choose(/^父母/)
  await phone.choose(/^职工医保，正常缴费/)
  await phone.choose(/^居民医保$/)
  await phone.choose(/^和我同一个市/)
  await phone.tap('may-invite-ask')
  await phone.title('可以加')
  await take(phone, 'may-invite-yes')
  await phone.tap('may-invite-change')
  await phone.settled()
  await phone.choose(/^别的省/)
  await phone.tap('may-invite-ask')
  await phone.title('现在还不能加')
  await take(phone, 'may-invite-no')
  const henan = await linked('张红旗')
  await henan.open('/pages/services/index')
  await henan.tap('their-steps')
  await take(henan, 'services-henan')
  await henan.open('/packages/invite/form/index')
  await take(henan, 'establish-family')
}

/** 湖北, where a sentence is typed under the letter, or filled in by one tap. */
async function typedLetter({ linked, person }) {
  const husband = await linked('江楚天')
  await fillForm(husband, 'spouse', person('舒晓荷'), true)
  await husband.tap('invite-continue')
  await husband.title('请核对')
  await husband.tap('invite-create')
  await husband.title(/签字/)
  await husband.readLetter()
  await takeAt(husband, '#letter-sentence', 'letter-typed')
  await husband.tap('letter-fill-in')
  await husband.settled()
  await takeAt(husband, '#letter-sentence', 'letter-typed-filled')
}

async function demo({ browser, url }) {
  const page = await browser.newPage({ viewport: DEMO_SIZE })
  await page.goto(url)
  for (const frame of page.frames().slice(1)) await frame.locator('.fs-page__title').first().waitFor()
  await page.waitForTimeout(1_000)
  await page.screenshot({ path: path.join(TO, 'demo.png'), fullPage: true })
  await page.close()
}

async function takeAll(url, dataDir) {
  const { Phone, startBrowser, addressOfCheck, deriveKeys } = await loadPhone()
  const { productSecret } = JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8'))
  const checkAddress = (letterId) =>
    addressOfCheck(`${url}/h5/`, letterId, deriveKeys(productSecret).letterCode(letterId))
  const people = await (await fetch(`${url}/people`)).json()
  const person = (name) => {
    const found = people.find((one) => one.name === name)
    if (found === undefined) throw new Error(`There is nobody called ${name}.`)
    return found
  }
  const browser = await startBrowser()
  const phoneOf = (name) => Phone.of(browser, url, person(name))
  const linked = async (name) => {
    const phone = await phoneOf(name)
    await phone.open('/packages/identity/link/index')
    await phone.link()
    return phone
  }
  const tools = { browser, url, person, phoneOf, linked, checkAddress }
  try {
    if (GROUPS.length > 0) {
      for (const name of GROUPS) await step(`pictures of ${name}`, () => ALONE[name](tools))
      return
    }
    await step('pictures of the couple', () => couple(tools))
    await step('pictures of one sitting', () => oneSitting(tools))
    await step('pictures of the life of a binding', () => lifeOfBinding(tools))
    await step('pictures of what stands in the way', () => notInsured(tools))
    await step('pictures of settings', () => settings(tools))
    await step('pictures of the rules', () => rules(tools))
    await step('pictures of a letter that is typed', () => typedLetter(tools))
    await step('picture of the demo', () => demo(tools))
  } finally {
    await browser.close()
  }
}

const ALONE = { settings, rules, typedLetter, demo }
const GROUPS = process.argv.slice(2)
const unknown = GROUPS.filter((name) => !Object.hasOwn(ALONE, name))
if (unknown.length > 0) throw new Error(`There is no such group: ${unknown.join(', ')}.`)

await Promise.all([buildTarget('functions'), buildTarget('local')])
await buildTarget('h5')
await ensureBrowser()
mkdirSync(TO, { recursive: true })
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'screens-'))
const { server, ready } = startProduct(dataDir)
try {
  await takeAll(await ready, dataDir)
} finally {
  await stop(server)
  rmSync(dataDir, { recursive: true, force: true })
}
