import path from 'node:path'
import type { Browser } from 'playwright-core'
import { letterJourney } from '../journeys-in-app/letters'
import { invite } from '../journeys-in-app/main-job'
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

letterJourney(stage)

it('a name that is written across the phone lies level: wider than high', async () => {
  const husband = await stage.linked('王建国')
  await invite(husband, 'spouse', '李秀英', 'phone')
  await husband.sign('handwritten')
  await husband.title(/^等/)
  await husband.open('/packages/letters/list/index')
  await husband.tapText('授权人签的承诺书')
  const file = JSON.parse(await husband.takeFile()) as {
    content: { signature: { width: number; height: number } }
  }
  expect(file.content.signature.width).toBeGreaterThan(file.content.signature.height)
})

it('is read aloud where the browser has a Chinese voice, and the button is hidden elsewhere', async () => {
  const husband = await stage.linked('王建国')
  await husband.page.addInitScript(() => {
    const spoken: string[] = []
    const voice = { lang: 'zh-CN', name: 'one', default: true, localService: true, voiceURI: 'one' }
    Object.assign(window, {
      spoken,
      SpeechSynthesisUtterance: class {
        constructor(readonly text: string) {}
      },
    })
    Object.defineProperty(window, 'speechSynthesis', {
      value: {
        getVoices: () => [voice],
        speak: (one: { text: string }) => spoken.push(one.text),
        cancel: () => spoken.push('cancelled'),
      },
    })
  })
  await invite(husband, 'spouse', '李秀英', 'phone')
  await husband.waitFor('.fs-letter')
  await husband.tap('letter-aloud')
  const spoken = () => husband.page.evaluate(() => (window as unknown as { spoken: string[] }).spoken)
  const said = await spoken()
  expect(said[0]).toContain('承诺书')
  expect(said.length).toBeGreaterThan(8)
  await husband.press('先不读了')
  expect(await spoken()).toContain('cancelled')

  const address = husband.page.url()
  const other = await stage.phoneOf('王建国')
  await other.open(address.slice(address.indexOf('#') + 1))
  await other.waitFor('.fs-letter')
  expect(await other.count('#letter-aloud')).toBe(0)
})
