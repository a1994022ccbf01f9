import { NEW_VERSION } from '../../src/copy/app'
import { MESSAGE_OFFER } from '../../src/copy/messages'
import { PRIVACY_REFUSED, PRIVACY_SHEET } from '../../src/copy/privacy'
import { invite } from '../journeys-in-app/main-job'
import { stageWith } from '../journeys-in-app/stage'
import type { Outside } from './harness/mini-program'
import { WeappPhone } from './phone'

/** What only WeChat does: its own question about privacy, its messages, its codes, its new versions. */
type Wechat = NonNullable<Outside['wechat']>
type Asked = { readonly success?: (answer: unknown) => void }

let wechat: Wechat = {}
afterEach(() => {
  wechat = {}
})
const stage = stageWith(async (product, owner) => new WeappPhone(product, owner, wechat))

const LINK = '/packages/identity/link/index'
const GUIDELINE = '《隐私保护指引》'

describe("WeChat's own question about privacy", () => {
  /** As on a phone whose owner has not agreed to the guideline that the operator registered. */
  function unagreed() {
    const questions: ((resolve: (answer: unknown) => void) => void)[] = []
    const opened: string[] = []
    wechat = {
      getPrivacySetting: ({ success }: Asked) =>
        success?.({ needAuthorization: true, privacyContractName: GUIDELINE }),
      onNeedPrivacyAuthorization: (ask: (typeof questions)[number]) => void questions.push(ask),
      openPrivacyContract: () => void opened.push(GUIDELINE),
    }
    const answers: unknown[] = []
    const ask = () => {
      expect(questions).toHaveLength(1)
      questions[0]?.((answer) => answers.push(answer))
    }
    return { ask, answers, opened }
  }

  it('is answered by the sheet, whose button WeChat itself checks', async () => {
    const { ask, answers, opened } = unagreed()
    const phone = await stage.phoneOf('王建国')
    await phone.open(LINK, 'leave')
    await phone.sees(PRIVACY_SHEET.contract(GUIDELINE))
    await phone.press(PRIVACY_SHEET.contract(GUIDELINE))
    expect(opened).toEqual([GUIDELINE])
    expect(await phone.count('[open-type=agreePrivacyAuthorization]')).toBe(1)
    ask()
    await phone.tap('privacy-agree')
    expect(answers).toEqual([{ event: 'agree', buttonId: 'privacy-agree' }])
    expect(await phone.count('#privacy-agree')).toBe(0)
    await phone.link()
  })

  it('opens the sheet on any page where a call waits, and hears a no', async () => {
    const { ask, answers } = unagreed()
    const phone = await stage.phoneOf('王建国')
    await phone.open('/packages/rules/browse/index', 'leave')
    await phone.settled()
    expect(await phone.count('#privacy-agree')).toBe(0)
    ask()
    await phone.waitFor('#privacy-agree')
    await phone.tap('privacy-refuse')
    expect(answers).toEqual([{ event: 'disagree' }])
    expect(await phone.count('#privacy-agree')).toBe(0)
    await phone.open(LINK, 'leave')
    await phone.sees(PRIVACY_REFUSED.title)
  })
})

it('asks for messages within a tap, never before, and takes the answer', async () => {
  const asked: unknown[] = []
  const answer = { 'template-invitation-answered': 'accept', 'template-sharing-changed': 'reject' }
  wechat = {
    requestSubscribeMessage: ({ tmplIds, success }: Asked & { tmplIds: unknown }) => {
      asked.push(tmplIds)
      success?.({ errMsg: 'requestSubscribeMessage:ok', ...answer })
    },
  }
  const phone = await stage.linked('扎西')
  await invite(phone, 'sibling', '央金', 'phone')
  await phone.sign('tick')
  await phone.title(/^等/)
  await phone.handOver()
  await phone.waitFor('#message-offer')
  expect(asked).toEqual([])
  await phone.tap('message-offer')
  expect(asked).toEqual([['template-invitation-answered', 'template-sharing-changed']])
  await phone.sees(MESSAGE_OFFER.said['will-be-told'])
})

it('opens an invitation from the scene of a 小程序码', async () => {
  const brother = await stage.linked('扎西')
  await invite(brother, 'sibling', '央金', 'phone')
  await brother.sign('tick')
  await brother.title(/^等/)
  const [, token = ''] = (await brother.handOver()).split('token=')
  expect(token).toHaveLength(22)
  const sister = await stage.linked('央金')
  await sister.open(`/pages/join/index?scene=${encodeURIComponent(token)}`)
  await sister.title('扎*想让您用 TA 的医保钱')
})

it.each([true, false])('offers a new version at once, and takes %s for an answer', async (confirm) => {
  const said: unknown[] = []
  const ready: (() => void)[] = []
  const applied: boolean[] = []
  wechat = {
    getUpdateManager: () => ({
      onUpdateReady: (tell: () => void) => void ready.push(tell),
      onUpdateFailed: () => undefined,
      applyUpdate: () => void applied.push(true),
    }),
    showModal: ({ title, success }: Asked & { title: unknown }) => {
      said.push(title)
      success?.({ confirm, cancel: !confirm })
    },
  }
  const phone = await stage.phoneOf('王建国')
  await phone.open()
  expect(ready).toHaveLength(1)
  ready[0]?.()
  await phone.settled()
  expect(said).toEqual([NEW_VERSION.title])
  expect(applied).toEqual(confirm ? [true] : [])
})
