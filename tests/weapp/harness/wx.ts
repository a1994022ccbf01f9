import { randomFillSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { intersectionObserver, PHONE, scrollTo, selectorQuery } from './elements'
import { NAVIGATION, type PageStack } from './navigation'
import type { RunRecord } from './record'
import type { Timers } from './timers'

type Options = Readonly<Record<string, unknown>>
type Callback = (answer: unknown) => void
type Api = (...parts: never[]) => unknown
type Answer = (options: Options) => unknown
type Table<Value> = Readonly<Record<string, Value>>

/** What lies outside the mini-program. */
export interface Outside {
  /** `wx.cloud.callFunction`: resolves with the function's result, rejects with WeChat's `errMsg`. */
  callFunction(name: string, data: unknown): Promise<unknown>
  /** `wx.request`: resolves with `{ statusCode, data }`. */
  request(options: Options): Promise<unknown>
  /** The phone's clock, in milliseconds since 1970. */
  now(): number
  /** A file that was opened in the phone's viewer, or sent on. */
  handed?(how: 'document' | 'file', bytes: Buffer): void
  /** What WeChat does on this phone otherwise than on a quiet one, by the name of its API in `wx`. */
  readonly wechat?: Table<Api>
}

/** What the API needs of the mini-program that it belongs to. */
interface Phone {
  readonly record: RunRecord
  readonly timers: Timers
  readonly pages: PageStack
  readonly outside: Outside
  readonly storage: Map<string, string>
  /** Made of the logic's own objects, as WeChat's answers are. */
  readonly own: (value: unknown) => unknown
  readonly launchOptions: () => unknown
}

const SYSTEM = {
  ...{ brand: 'harness', model: 'harness', platform: 'devtools', system: 'iOS 17', language: 'zh_CN' },
  ...{ version: '8.0.50', SDKVersion: '3.5.0', theme: 'light', fontSizeScaleFactor: 1, fontSizeSetting: 17 },
  ...{ screenWidth: PHONE.width, screenHeight: PHONE.height, windowWidth: PHONE.width, windowHeight: 724 },
  ...{ pixelRatio: PHONE.pixelRatio, statusBarHeight: 44 },
  safeArea: { left: 0, right: 375, top: 44, bottom: 778, width: 375, height: 734 },
}

/** What WeChat says at once, always the same. */
const AT_ONCE: Table<unknown> = {
  ...{ getSystemInfoSync: SYSTEM, getWindowInfo: SYSTEM, getDeviceInfo: SYSTEM, getAppBaseInfo: SYSTEM },
  getAccountInfoSync: { miniProgram: { appId: 'wx0000000000000000', envVersion: 'release' } },
  getMenuButtonBoundingClientRect: { top: 48, right: 365, bottom: 80, left: 278, width: 87, height: 32 },
  canIUse: true,
}

/** What WeChat says later, always the same. */
const LATER: Table<object> = {
  ...{ showToast: {}, hideToast: {}, showLoading: {}, hideLoading: {}, stopPullDownRefresh: {} },
  ...{ setNavigationBarTitle: {}, setNavigationBarColor: {}, setBackgroundColor: {}, showShareMenu: {} },
  ...{ setClipboardData: {}, vibrateShort: {}, requirePrivacyAuthorize: {}, getSystemInfo: SYSTEM },
  showModal: { confirm: false, cancel: true },
  getPrivacySetting: { needAuthorization: false, privacyContractName: '隐私保护指引' },
}

/**
 * `wx` with every name that WeChat has. A call of one that has no stub here throws and is recorded. Nothing happens to
 * this phone by itself, so what listens (`on…`) hears nothing.
 */
export function makeWx(phone: Phone): Table<unknown> {
  const { record, outside, own } = phone
  const { wechat = {} } = outside
  const names = namesOf('lib.wx.api.d.ts', 'Wx')
  const missing = (where: string) => (name: string) => () => {
    const error = new Error(`${where}.${name} has no stub in tests/weapp/harness/wx.ts`)
    record.say('error', 'api', error)
    throw error
  }
  const files = new Map<string, Buffer>()
  const answers = answersOf(phone, files)
  const callFunction = ({ name, data }: Options) => outside.callFunction(String(name), own(data))
  return {
    ...each(names, missing('wx')),
    ...each(
      names.filter((name) => /^(on|off)[A-Z]/.test(name)),
      () => () => undefined,
    ),
    ...each(Object.keys(AT_ONCE), (name) => () => own(AT_ONCE[name])),
    ...each(Object.keys(LATER), (name) => later(phone, name, () => LATER[name])),
    ...each(Object.keys(answers), (name) => later(phone, name, answers[name] as Answer)),
    ...stubs(phone, files),
    cloud: {
      ...each(namesOf('lib.wx.cloud.d.ts', 'WxCloud'), missing('wx.cloud')),
      init: () => undefined,
      callFunction: later(phone, 'cloud.callFunction', callFunction),
    },
    env: { USER_DATA_PATH: '' },
    ...each(Object.keys(wechat), (name) => (...parts: never[]) => {
      record.deeds += 1
      return wechat[name]?.(...parts)
    }),
  }
}

/** An API that answers later, to the callbacks where there are any, else by a promise. */
function later({ record, timers, own }: Phone, name: string, answer: Answer): Api {
  return (options: Options = {}) => {
    record.deeds += 1
    const { success, fail, complete } = options as Table<Callback | undefined>
    // What is thrown at once refuses the promise, too.
    const told = timers.awaiting(new Promise((resolve) => resolve(answer(options)))).then(
      (value) => own({ errMsg: `${name}:ok`, ...(value as object) }),
      ({ errMsg, message }) => {
        throw own({ errMsg: errMsg ?? message })
      },
    )
    if (!success && !fail && !complete) return told
    const tell = (callback: Callback | undefined) => (value: unknown) =>
      timers.later(() => {
        callback?.(value)
        complete?.(value)
      })
    void told.then(tell(success), tell(fail))
    return undefined
  }
}

/** What WeChat says later, where it depends on what is asked too. */
function answersOf({ pages, outside, own }: Phone, files: Map<string, Buffer>): Table<Answer> {
  const handed = (how: 'document' | 'file') => (options: Options) => {
    const bytes = files.get(String(options.filePath))
    if (bytes === undefined) throw new Error(`no file ${String(options.filePath)}`)
    outside.handed?.(how, bytes)
  }
  return {
    ...each(NAVIGATION, (how) => (options) => pages.navigate(how, options)),
    request: (options) => outside.request(own(options) as Options),
    downloadFile: async ({ url }) => {
      const response = await fetch(String(url))
      const tempFilePath = `wxfile://tmp_${files.size}`
      files.set(tempFilePath, Buffer.from(await response.arrayBuffer()))
      return { statusCode: response.status, tempFilePath }
    },
    openDocument: handed('document'),
    shareFileMessage: handed('file'),
    pageScrollTo: ({ selector }) => typeof selector === 'string' && scrollTo(pages.top(), selector),
    requestSubscribeMessage: ({ tmplIds }) => each(tmplIds as string[], () => 'accept'),
  }
}

/** What WeChat does or says at once, where it depends on the phone. */
function stubs(
  { storage, pages, timers, own, launchOptions }: Phone,
  files: Map<string, Buffer>,
): Table<Api> {
  const updates = ['onCheckForUpdate', 'onUpdateReady', 'onUpdateFailed', 'applyUpdate']
  return {
    // Bytes are no text, so they are not made anew in the logic's realm.
    getRandomValues: async ({ length, success }: { length: number; success?: Callback }) => {
      const answer = { randomValues: randomFillSync(new Uint8Array(length)).buffer }
      timers.later(() => success?.(answer))
      return answer
    },
    getStorageSync: (key: string) => own(JSON.parse(storage.get(key) ?? '""')),
    setStorageSync: (key: string, value: unknown) => void storage.set(key, JSON.stringify(value ?? null)),
    removeStorageSync: (key: string) => void storage.delete(key),
    ...{ getLaunchOptionsSync: launchOptions, getEnterOptionsSync: launchOptions },
    getUpdateManager: () => each(updates, () => () => undefined),
    getFileSystemManager: () => ({
      writeFileSync: (to: string, text: string) => void files.set(to, Buffer.from(text, 'utf8')),
    }),
    nextTick: (work: () => void) => timers.later(work),
    createSelectorQuery: () => selectorQuery(pages.top(), timers),
    createIntersectionObserver: () => intersectionObserver(pages.top(), timers),
  }
}

function each<Name extends string, Value>(names: readonly Name[], make: (name: Name) => Value): Table<Value> {
  return Object.fromEntries(names.map((name) => [name, make(name)]))
}

const TYPES = path.resolve(__dirname, '../../../node_modules/miniprogram-api-typings/types/wx')

/**
 * The names of an interface in WeChat's published types. Taro takes the names of `wx` once while it loads, so one that
 * is missing then is missing for ever.
 */
function namesOf(file: string, interfaceName: string): readonly string[] {
  const text = readFileSync(path.join(TYPES, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const [, body] = text.split(`interface ${interfaceName} {`)
  if (body === undefined) throw new Error(`${file} has no interface ${interfaceName}`)
  const members = body.slice(0, body.indexOf('\n    }')).matchAll(/^ {8}(\w+)\??[(<:]/gm)
  return [...new Set(Array.from(members, ([, name = '']) => name))]
}
