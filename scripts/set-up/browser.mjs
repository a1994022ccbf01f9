import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { runQuietly } from '../terminal/run.mjs'
import { step } from '../terminal/step.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
]
const DOWNLOAD_LIMIT_MS = 4 * 60_000
const APT_LIMIT_MS = 5 * 60_000
const ANSWER_LIMIT_MS = 30_000

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => path.join(folder, name)).find(isExecutable)
}

/** A program of that name may be a stub that only tells how to install the real one. */
async function answers(file) {
  return runQuietly([file, '--version'], { limitMs: ANSWER_LIMIT_MS, silentOnFailure: true }).then(
    () => true,
    () => false,
  )
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright-core')
  return chromium.executablePath()
}

/**
 * The Chromium or Chrome to test with, or null: CHROME_PATH, then PATH, the usual places, and what Playwright
 * has downloaded before.
 */
async function findBrowser(usualPlaces) {
  if (process.env.CHROME_PATH) {
    if (await answers(process.env.CHROME_PATH)) return process.env.CHROME_PATH
    throw new Error(`CHROME_PATH names ${process.env.CHROME_PATH}, and that does not start.`)
  }
  for (const file of [...NAMES.map(onPath), ...usualPlaces]) {
    if (file !== undefined && existsSync(file) && (await answers(file))) return file
  }
  const own = await playwrightsOwn()
  if (existsSync(own) && (await answers(own))) return own
  return null
}

function mayUseApt() {
  return process.getuid?.() === 0 && onPath('apt-get') !== undefined
}

let listsAreFresh = false

async function aptInstall(...packages) {
  const options = { limitMs: APT_LIMIT_MS, env: { DEBIAN_FRONTEND: 'noninteractive' }, silentOnFailure: true }
  if (!listsAreFresh) await runQuietly(['apt-get', 'update'], options)
  listsAreFresh = true
  await runQuietly(['apt-get', 'install', '-y', '--no-install-recommends', ...packages], options)
}

function downloadChromium() {
  const command = [
    process.execPath,
    'node_modules/playwright-core/cli.js',
    'install',
    '--no-shell',
    'chromium',
  ]
  return runQuietly(command, { limitMs: DOWNLOAD_LIMIT_MS, silentOnFailure: true })
}

/** Runs a step that may fail because there is another way; says so in one line. */
async function attempt(title, work) {
  await step(title, work).catch((error) => console.log(`  ${error.message}`))
}

/** Without a Chinese font every page is a row of boxes, and what overflows is not seen. */
async function ensureChineseFont() {
  if (process.platform !== 'linux') return
  const fonts = await runQuietly(['fc-list', ':lang=zh', 'file'], { silentOnFailure: true }).catch(() => '')
  if (fonts.trim() !== '') return
  if (mayUseApt())
    await attempt('installing a Chinese font', () => aptInstall('fontconfig', 'fonts-noto-cjk'))
  else console.log('  No Chinese font is installed: pages are tested, but their pictures show boxes.')
}

/**
 * Finds a browser or installs one, and leaves its path in CHROME_PATH for the tests.
 * @throws one sentence that says what to install
 */
export async function ensureBrowser({ usualPlaces = USUAL_PLACES, download = downloadChromium } = {}) {
  let browser = await findBrowser(usualPlaces)
  if (browser === null) {
    await attempt("downloading Playwright's Chromium", download)
    browser = await findBrowser(usualPlaces)
  }
  if (browser === null && mayUseApt()) {
    await attempt('installing Chromium with apt-get', () => aptInstall('chromium'))
    browser = await findBrowser(usualPlaces)
  }
  if (browser === null) {
    throw new Error(
      'No browser was found or could be installed: install Chromium or Chrome, or set CHROME_PATH.',
    )
  }
  await ensureChineseFont()
  process.env.CHROME_PATH = browser
}
