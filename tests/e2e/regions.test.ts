import path from 'node:path'
import type { Browser } from 'playwright-core'
import { privacy } from '../journeys-in-app/privacy'
import { regions } from '../journeys-in-app/regions'
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

regions(stage)
privacy(stage)
