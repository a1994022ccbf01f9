import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { ulid } from 'ulid'
import { buildTarget } from './build/build.mjs'
import { ensureBrowser } from './set-up/browser.mjs'
import { step } from './terminal/step.mjs'

/**
 * node scripts/screens.mjs [SET …]: pictures of every page for the documents, in the usual size (`<page>.png`) and in
 * elder mode (`<page>-elder.png`), taken of the built product with its synthetic people; of the sets alone that are named.
 */
const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const TO = path.join(ROOT, 'docs/screens')
const START_LIMIT_MS = 60_000
const DEMO_SIZE = { width: 1280, height: 1000 }

const TOOLS = `
  export * from './tests/e2e/browser'
  export { addressOfCheck } from './shared/contract/check-address'
  export { deriveKeys } from './platform/keys/keys'
  export * as calls from './tests/journeys/stage'
  export * as premiumFamily from './tests/journeys/premium-family'
`

/** The same phone that the browser tests use, and what a printed letter is made of, bundled so that plain node runs it. */
async function loadPhone() {
  const outfile = path.join(ROOT, '.cache/screens/browser.cjs')
  await build({
    stdin: { contents: TOOLS, resolveDir: ROOT },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    logLevel: 'error',
  })
  return createRequire(import.meta.url)(outfile)
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
function askAs(url, openid, functionName, action, input) {
  return askWith(url, { 'x-openid': openid }, functionName, action, input)
}

async function askWith(url, caller, functionName, action, input) {
  const response = await fetch(`${url}/call/${functionName}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...caller },
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

/** Where a bill would be paid from, and where the money went. */
async function settlement(tools) {
  const { url, person, linked, phoneOf } = tools
  const husband = await linked('王建国')
  const bindingId = await bind(tools, '王建国', '张玉兰', 'parent', { perSettlementLimitFen: 50_00 })
  await bind(tools, '王建国', '李秀英', 'spouse')
  const mother = await phoneOf('张玉兰')
  await husband.open('/packages/settlement/records/index')
  await husband.text('没有明细').waitFor()
  await take(husband, 'spending-empty')
  const settle = async (name, at, amountFen, kind) => {
    const { insuranceCode } = await askAs(url, person(name).openid, 'family-codes', 'my-code', {})
    const input = { insuranceCode, institutionId: at, amountFen, kind }
    await askWith(url, { 'x-institution': at }, 'settlements', 'settle', input)
  }
  await mother.open('/packages/settlement/preview/index')
  await mother.fill('amount', '86')
  await mother.tap('look')
  await mother.text('为什么').waitFor()
  await take(mother, 'settlement-preview')
  await settle('张玉兰', 'H13009901301', 86_00, 'outpatient')
  await settle('张玉兰', 'P13009901301', 23_50, 'pharmacy')
  await settle('李秀英', 'P13009901301', 64_00_00, 'pharmacy')
  await setClock(url, '2025-12-03T09:00:00+08:00')
  await settle('张玉兰', 'H13009901301', 41_00, 'outpatient')
  await husband.open('/packages/settlement/records/index')
  await husband.text('按家人').waitFor()
  await take(husband, 'spending')
  await mother.open('/packages/settlement/records/index')
  await mother.choose('给我付的')
  await mother.text('从哪里付的').waitFor()
  await take(mother, 'spending-as-relative')
  await husband.open('/packages/inbox/list/index')
  await husband.text('结算好了').first().waitFor()
  await take(husband, 'inbox-settlement')
  await husband.open(`/packages/member/detail/index?bindingId=${bindingId}`)
  await take(husband, 'member-settlement')
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

/** A paper as the demo draws it, since a real one has no place in a picture. */
async function samplePaper(browser, url) {
  const page = await browser.newPage()
  await page.goto(`${url}/desk/`)
  const data = await page.evaluate(async (drawing) => {
    const { drawSample } = await import(drawing)
    const lines = [
      ['户主', '吴𬱟'],
      ['父亲', '吴学文'],
      ['母亲', '徐秀云'],
    ]
    return drawSample('户口簿（样张）', lines).toDataURL('image/png')
  }, '/demo/sample-paper.mjs')
  await page.close()
  const buffer = Buffer.from(data.slice(data.indexOf(',') + 1), 'base64')
  return { name: 'paper.png', mimeType: 'image/png', buffer }
}

/** What somebody at the bureau decides, asked as the desk asks. */
async function askAtDesk(url, staffId, action, input) {
  const response = await fetch(`${url}/call/reviews`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-staff': staffId },
    body: JSON.stringify({ action, requestId: ulid(), input }),
  })
  const { ok, value, refusal } = await response.json()
  if (!ok) throw new Error(`reviews.${action} was refused: ${refusal?.code}`)
  return value
}

/** 安徽 and 陕西: what is photographed, what the bureau says, and what is handed in again. */
async function proofs(tools) {
  const { browser, url, person, linked, phoneOf } = tools
  const paper = await samplePaper(browser, url)
  const daughter = await linked('吴𬱟')
  await fillForm(daughter, 'parent', person('吴学文'), true)
  await daughter.tap('invite-continue')
  await daughter.title('请核对')
  await take(daughter, 'invite-check-with-proofs')
  await daughter.tap('invite-to-proofs')
  await daughter.title('拍材料')
  await take(daughter, 'proofs-empty')
  await daughter.givePhotos('proof-add-1', [paper])
  await daughter.text('传好了').waitFor()
  await daughter.loseUploadAnswer()
  await daughter.givePhotos('proof-add-1', [paper])
  await daughter.text('没有传上去').waitFor()
  await take(daughter, 'proofs-upload-failed')
  await daughter.tap('proof-again-2')
  await daughter.settled()
  await take(daughter, 'proofs')
  await daughter.seen('.fs-proofs__thumb').first().click()
  await takeScreen(daughter, 'proofs-large')
  await daughter.tap('proof-close')
  await daughter.tap('invite-create')
  await daughter.title(/签字/)
  await daughter.sign('tick')
  const landing = await landingOf(daughter)
  const father = await linked('吴学文')
  await father.open(landing)
  await father.title(/想让您用/)
  await father.tap('join-sign')
  await father.sign('tick')
  await father.title('已交上去，等当地审核')
  await take(father, 'join-in-review')
  await father.tap('see-binding')
  await father.text('正在等当地审核').waitFor()
  await take(father, 'member-in-review')
  const { reviews } = await askAtDesk(url, 'reviewer-lin', 'queue', {})
  const opinion = '户口簿拍得不清楚，请把首页和父亲那一页重拍。'
  await askAtDesk(url, 'reviewer-lin', 'reject', { reviewId: reviews[0].reviewId, opinion })
  await daughter.open('/pages/family/index')
  await daughter.text('点开看原因').waitFor()
  await take(daughter, 'family-rejected')
  await daughter.text('点开看原因').click()
  await daughter.title(/没有通过审核/)
  await take(daughter, 'member-rejected')
  await daughter.tap('resubmit')
  await daughter.title('补材料')
  await daughter.givePhotos('proof-add-1', [paper])
  await daughter.text('传好了').waitFor()
  await take(daughter, 'resubmit')
  await daughter.tap('resubmit-send')
  await daughter.title('已经再次交上去')
  await take(daughter, 'resubmit-done')

  const policyholder = await linked('秦岭')
  const bindingId = await bind(tools, '秦岭', '秦朗', 'child')
  const detail = `/packages/member/detail/index?bindingId=${bindingId}`
  await policyholder.open(detail)
  await policyholder.tap('change-unbind')
  await policyholder.title('申请解除')
  await policyholder.choose('不再需要')
  await take(policyholder, 'unbind-apply-choose')
  await policyholder.tap('unbind-next')
  await policyholder.title('请看告知书')
  await policyholder.readLetter()
  await take(policyholder, 'unbind-apply-letter')
  await policyholder.tick()
  await policyholder.tap('letter-sign')
  await policyholder.title('拍材料')
  await policyholder.givePhotos('proof-add-1', [paper])
  await policyholder.text('传好了').waitFor()
  await take(policyholder, 'unbind-apply-proofs')
  await policyholder.tap('unbind-photos-next')
  await policyholder.title('请核对')
  await take(policyholder, 'unbind-apply-check')
  await policyholder.tap('unbind-confirm')
  await policyholder.title('申请已经交上去')
  await take(policyholder, 'unbind-apply-done')
  const son = await phoneOf('秦朗')
  await son.open(detail)
  await son.text('解除的申请正在审核').waitFor()
  await take(son, 'member-unbinding-in-review')
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
  await phone.tap('compare-add')
  await phone.title('选一个地方')
  await take(phone, 'rules-pick-region')
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

async function typePassword(phone, password) {
  for (const digit of password) await phone.tap(`key-${digit}`)
}

async function insurerMeets(url, faults) {
  const response = await fetch(`${url}/insurer/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ faults }),
  })
  if (!response.ok) throw new Error('The insurer takes no faults.')
}

/** 河北: two children, of whom the other parent has paid for one; and everything that a payment can come to. */
async function premiums({ url, person, linked, phoneOf, calls, premiumFamily }) {
  const product = { url }
  const lonely = await linked('赵永红')
  await lonely.open('/packages/premiums/overview/index')
  await take(lonely, 'premiums-empty')

  const father = await linked('陈志强')
  const asFather = new calls.Phone(product, person('陈志强').openid)
  const asMother = await premiumFamily.payer(product, person('刘丽华').openid)
  for (const child of ['陈雨桐', '陈浩然']) await premiumFamily.bindChild(asFather, child)
  await premiumFamily.bindAdult(product, asFather, '刘丽华', 'spouse')
  await premiumFamily.bindAdult(product, asFather, '陈福生', 'parent')
  const daughters = await premiumFamily.bindChild(asMother, '陈雨桐')
  const { quoteId } = await premiumFamily.quoted(asMother, [daughters])
  await asMother.ask('premiums', 'pay', { quoteId, password: premiumFamily.PASSWORD })

  await father.open('/packages/premiums/overview/index')
  await take(father, 'premiums')
  await father.open('/packages/premiums/overview/index?year=2027')
  await take(father, 'premiums-year-unknown')
  await father.open('/packages/premiums/overview/index')
  await father.tickNamed(/2017/)
  await father.tickNamed(/1958/)
  await take(father, 'premiums-chosen')
  await father.tap('to-check')
  await father.text('还没有支付密码').waitFor()
  await take(father, 'premium-check-no-password')
  await father.tap('set-password')
  await father.title('设置支付密码')
  await father.settled()
  await father.fill('own-name', '陈志强')
  await father.fill('own-id-number', person('陈志强').idNumber)
  await take(father, 'payment-password-verify')
  await father.tap('verify-face')
  await father.title('请设六位数字')
  await father.settled()
  await takeScreen(father, 'payment-password')
  await typePassword(father, premiumFamily.PASSWORD)
  await father.title('请再输一次')
  await typePassword(father, premiumFamily.PASSWORD)
  await father.title('支付密码设好了')
  await take(father, 'payment-password-done')
  await father.tap('password-done')
  await father.waitFor('#to-password-pad')
  await father.settled()
  await take(father, 'premium-check')
  await father.press('看依据和出处')
  await take(father, 'premium-check-basis')
  await father.tap('to-password-pad')
  await father.title('请输入支付密码')
  await typePassword(father, '918273')
  await father.text(/支付密码不对/).waitFor()
  await typePassword(father, '135')
  await takeScreen(father, 'premium-password')
  for (const _ of '135') await father.tap('key-delete')
  await insurerMeets(url, [{ kind: 'refuse', operation: '/premiums/pay' }])
  await typePassword(father, premiumFamily.PASSWORD)
  await father.title('结果确认中')
  await father.settled()
  await take(father, 'payment-unknown')
  await insurerMeets(url, [])
  await father.title('缴好了')
  await father.settled()
  await take(father, 'payment-paid')
  await father.seen('.fs-premium__link').last().click()
  await father.title('申请退费')
  await father.choose(/^重复缴了/)
  await take(father, 'premium-refund')
  await father.tap('refund-send')
  await takeScreen(father, 'premium-refund-confirm')
  await father.press('确定退费')
  await father.text('已退回').waitFor()
  await father.settled()
  await take(father, 'payment-part-refunded')
  await father.open('/packages/premiums/records/index')
  await father.waitFor('.fs-premium__entry')
  await take(father, 'premium-records')
  const mother = await phoneOf('刘丽华')
  await mother.open('/packages/premiums/overview/index')
  await take(mother, 'premiums-all-paid')
  const tibetan = await linked('扎西')
  await premiumFamily.bindAdult(product, new calls.Phone(product, person('扎西').openid), '央金', 'sibling')
  await tibetan.open('/packages/premiums/overview/index')
  await take(tibetan, 'premiums-tiers')
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

/** Each set begins with people of its own, so that any of them can be taken alone. */
const SETS = {
  couple,
  'one-sitting': oneSitting,
  'life-of-binding': lifeOfBinding,
  proofs,
  'typed-letter': typedLetter,
  'in-the-way': notInsured,
  settlement,
  settings,
  premiums,
  rules,
  demo,
}

async function takeAll(url, dataDir, asked) {
  const { Phone, startBrowser, addressOfCheck, deriveKeys, calls, premiumFamily } = await loadPhone()
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
  const tools = { browser, url, person, phoneOf, linked, checkAddress, calls, premiumFamily }
  try {
    const chosen = Object.entries(SETS).filter(([name]) => asked.length === 0 || asked.includes(name))
    for (const [name, take] of chosen) await step(`pictures: ${name}`, () => take(tools))
  } finally {
    await browser.close()
  }
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(SETS, name))
if (unknown.length > 0) throw new Error(`There is no such set: ${unknown.join(', ')}.`)

await Promise.all([buildTarget('functions'), buildTarget('local')])
await buildTarget('h5')
await ensureBrowser()
mkdirSync(TO, { recursive: true })
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'screens-'))
const { server, ready } = startProduct(dataDir)
try {
  await takeAll(await ready, dataDir, asked)
} finally {
  await stop(server)
  rmSync(dataDir, { recursive: true, force: true })
}
