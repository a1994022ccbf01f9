import path from 'node:path'
import type { Browser } from 'playwright-core'
import { spending } from '../journeys-in-app/spending'
import { stageWith } from '../journeys-in-app/stage'
import { Phone, startBrowser } from './browser'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

spending(
  stageWith(
    (product, owner) => Phone.of(browser, product.url, owner),
    path.resolve(__dirname, '../../dist/h5'),
  ),
)
