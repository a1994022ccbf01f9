import path from 'node:path'
import type { Browser } from 'playwright-core'
import { records } from '../journeys-in-app/records'
import { stageWith } from '../journeys-in-app/stage'
import { Phone, startBrowser } from './browser'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

records(
  stageWith(
    (product, owner) => Phone.of(browser, product.url, owner),
    path.resolve(__dirname, '../../dist/h5'),
  ),
)
