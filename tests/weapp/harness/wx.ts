import { randomFillSync } from 'node:crypto'
import type { RunRecord } from './record'
import { namesOf } from './wx-names'

type Options = Readonly<Record<string, unknown>>
type Callback = (answer: unknown) => void
type Api = (...parts: never[]) => unknown

/** What the API needs of the mini-program that it belongs to. */
export interface Host {
  /** Made of the logic's own objects, as WeChat's answers are. */
  own(value: unknown): unknown
  /** Runs when the logic is not running; what it throws is recorded. */
  later(work: () => void): void
  navigate(how: Navigation, options: Options): void
  /** Whether that address can be gone to in that way; where not, it is recorded. */
  knows(how: Navigation, options: Options): boolean
  callFunction(name: string, data: unknown): Promise<unknown>
  request(options: Options): Promise<unknown>
  readonly storage: Map<string, string>
  readonly launchOptions: () => unknown
  /** Elements that a query of the page asks for. */
  measure(selector: string, all: boolean): readonly Measured[]
  scrollTo(selector: string): void
  watch(selector: string, callback: Callback): () => void
  said(kind: 'toast' | 'clipboard' | 'title' | 'document' | 'file', text: string): void
}

export type Navigation = 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab' | 'navigateBack'

export interface Measured {
  readonly id: string
  readonly dataset: unknown
  readonly width: number
  readonly height: number
  readonly node: unknown
}

/** A phone of common size. */
export const PHONE = { width: 375, height: 812, pixelRatio: 3 }

const SYSTEM = {
  ...{ brand: 'harness', model: 'harness', platform: 'devtools', system: 'iOS 17', language: 'zh_CN' },
  ...{ version: '8.0.50', SDKVersion: '3.5.0', theme: 'light', fontSizeScaleFactor: 1, fontSizeSetting: 17 },
  ...{ screenWidth: PHONE.width, screenHeight: PHONE.height, windowWidth: PHONE.width, windowHeight: 724 },
  ...{ pixelRatio: PHONE.pixelRatio, statusBarHeight: 44 },
  safeArea: { left: 0, right: 375, top: 44, bottom: 778, width: 375, height: 734 },
}

/** `wx` with every name that WeChat has. A call of one that has no stub here throws and is recorded. */
export function makeWx(host: Host, record: RunRecord): Record<string, unknown> {
  const cloud = {
    ...missing('wx.cloud', namesOf('lib.wx.cloud.d.ts', 'WxCloud'), record),
    init: () => undefined,
    callFunction: (call: Options) => answered(host, call, host.callFunction(String(call.name), call.data)),
  }
  const names = namesOf('lib.wx.api.d.ts', 'Wx')
  return {
    ...missing('wx', names, record),
    ...listeners(names),
    ...stubs(host),
    cloud,
    env: { USER_DATA_PATH: '' },
  }
}

function missing(where: string, names: readonly string[], record: RunRecord): Record<string, Api> {
  const stub = (name: string) => () => {
    const error = new Error(`${where}.${name} has no stub in tests/weapp/harness/wx.ts`)
    record.error('api', error)
    throw error
  }
  return Object.fromEntries(names.map((name) => [name, stub(name)]))
}

/** Nothing happens to this phone by itself, so what listens hears nothing. */
function listeners(names: readonly string[]): Record<string, Api> {
  const quiet = names.filter((name) => /^(on|off)[A-Z]/.test(name))
  return Object.fromEntries(quiet.map((name) => [name, () => undefined]))
}

/** An answer later, to the callbacks where there are any, else as a promise. */
function answered(host: Host, options: Options, work: Promise<unknown>): Promise<unknown> | undefined {
  const { success, fail, complete } = options as { success?: Callback; fail?: Callback; complete?: Callback }
  const hasCallbacks = success !== undefined || fail !== undefined || complete !== undefined
  const told = work.then(
    (answer) => {
      const own = host.own(answer)
      if (hasCallbacks) host.later(() => tell([success, complete], own))
      return own
    },
    (error: { errMsg?: string; message?: string }) => {
      const own = host.own({ errMsg: error.errMsg ?? error.message ?? String(error) })
      if (!hasCallbacks) throw own
      host.later(() => tell([fail, complete], own))
      return undefined
    },
  )
  return hasCallbacks ? undefined : told
}

function tell(callbacks: readonly (Callback | undefined)[], answer: unknown): void {
  for (const callback of callbacks) callback?.(answer)
}

function stubs(host: Host): Record<string, Api> {
  const asynchronous = (name: string, work: (options: Options) => unknown): Api => {
    return (options: Options = {}) =>
      answered(
        host,
        options,
        new Promise((resolve) => {
          const value = work(options)
          resolve({ errMsg: `${name}:ok`, ...(typeof value === 'object' && value !== null ? value : {}) })
        }),
      )
  }
  const { storage } = host
  const read = (key: string) => {
    const text = storage.get(key)
    return text === undefined ? '' : host.own(JSON.parse(text))
  }
  const write = (key: string, value: unknown) => storage.set(key, JSON.stringify(value ?? null))
  const later: Record<string, (options: Options) => unknown> = {
    setClipboardData: ({ data }) => host.said('clipboard', String(data)),
    showToast: ({ title }) => host.said('toast', String(title)),
    setNavigationBarTitle: ({ title }) => host.said('title', String(title)),
    setStorage: ({ key, data }) => void write(String(key), data),
    getStorage: ({ key }) => ({ data: read(String(key)) }),
    removeStorage: ({ key }) => void storage.delete(String(key)),
    showModal: () => ({ confirm: false, cancel: true }),
    getSystemInfo: () => SYSTEM,
    getPrivacySetting: () => ({ needAuthorization: false, privacyContractName: '隐私保护指引' }),
    requirePrivacyAuthorize: () => undefined,
    pageScrollTo: ({ selector }) => (typeof selector === 'string' ? host.scrollTo(selector) : undefined),
    requestSubscribeMessage: ({ tmplIds }) =>
      Object.fromEntries((Array.isArray(tmplIds) ? tmplIds : []).map((id) => [String(id), 'accept'])),
  }
  const files = new Map<string, Buffer>()
  const shown = (kind: 'document' | 'file') => (options: Options) => {
    const bytes = files.get(String(options.filePath))
    if (bytes === undefined) throw new Error(`no file ${String(options.filePath)}`)
    host.said(kind, bytes.toString('base64'))
  }
  later.openDocument = shown('document')
  later.shareFileMessage = shown('file')
  const nothing = [
    'hideToast',
    'showLoading',
    'hideLoading',
    'stopPullDownRefresh',
    'hideKeyboard',
    'vibrateShort',
  ]
  for (const name of [...nothing, 'showShareMenu', 'setNavigationBarColor', 'setBackgroundColor']) {
    later[name] = () => undefined
  }
  const navigation = ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab', 'navigateBack'] as const
  const navigate = (how: Navigation): Api => {
    const go = asynchronous(how, (options) => host.navigate(how, options))
    return (options: Options = {}) => {
      // A wrong address is recorded; what would come of a refusal that nobody expects is of no further interest.
      const isKnown = how === 'navigateBack' || host.knows(how, options)
      return isKnown ? go(options as never) : new Promise(() => undefined)
    }
  }
  return {
    ...Object.fromEntries(Object.entries(later).map(([name, work]) => [name, asynchronous(name, work)])),
    ...Object.fromEntries(navigation.map((how) => [how, navigate(how)])),
    request: (options: Options) => {
      void answered(host, options, host.request(options))
      return { abort: () => undefined }
    },
    downloadFile: (options: Options) => {
      void answered(host, options, downloaded(String(options.url), files))
      return { abort: () => undefined }
    },
    getFileSystemManager: () => ({
      writeFileSync: (path: string, text: string) => void files.set(path, Buffer.from(text, 'utf8')),
    }),
    getRandomValues: ({
      length,
      success,
      complete,
    }: {
      length: number
      success?: Callback
      complete?: Callback
    }) => {
      const answer = {
        errMsg: 'getRandomValues:ok',
        randomValues: randomFillSync(new Uint8Array(length)).buffer,
      }
      host.later(() => tell([success, complete], answer))
    },
    getStorageSync: read,
    setStorageSync: write,
    removeStorageSync: (key: string) => storage.delete(key),
    clearStorageSync: () => storage.clear(),
    getSystemInfoSync: () => host.own(SYSTEM),
    getWindowInfo: () => host.own(SYSTEM),
    getDeviceInfo: () => host.own(SYSTEM),
    getAppBaseInfo: () => host.own(SYSTEM),
    getAccountInfoSync: () =>
      host.own({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'release' } }),
    getMenuButtonBoundingClientRect: () =>
      host.own({ top: 48, right: 365, bottom: 80, left: 278, width: 87, height: 32 }),
    getLaunchOptionsSync: host.launchOptions,
    getEnterOptionsSync: host.launchOptions,
    getUpdateManager: () => ({
      ...{ onCheckForUpdate: () => undefined, onUpdateReady: () => undefined },
      ...{ onUpdateFailed: () => undefined, applyUpdate: () => undefined },
    }),
    canIUse: () => true,
    nextTick: (work: () => void) => host.later(work),
    createSelectorQuery: () => selectorQuery(host),
    createIntersectionObserver: () => intersectionObserver(host),
  }
}

/** The address is the product's own; what lies there becomes a file on the phone. */
async function downloaded(url: string, files: Map<string, Buffer>): Promise<unknown> {
  const response = await fetch(url)
  const tempFilePath = `wxfile://tmp_${files.size}`
  files.set(tempFilePath, Buffer.from(await response.arrayBuffer()))
  return { errMsg: 'downloadFile:ok', statusCode: response.status, tempFilePath }
}

type Ask = { selector: string; all: boolean; callback?: Callback }

function selectorQuery(host: Host) {
  const asked: Ask[] = []
  const found = ({ selector, all }: Ask) => {
    const answers = host.measure(selector, all).map(({ width, height, ...rest }) => ({
      ...rest,
      ...{ width, height, left: 0, top: 0, right: width, bottom: height, scrollTop: 0, scrollLeft: 0 },
    }))
    return all ? answers : (answers[0] ?? null)
  }
  const ask = (selector: string, all: boolean) => {
    const one = (callback?: Callback) => {
      asked.push({ selector, all, ...(callback === undefined ? {} : { callback }) })
      return query
    }
    // The phone has no layout; where somebody asks, each element is told the size of the screen or of a pad.
    return {
      ...{ boundingClientRect: one, scrollOffset: one, node: one, context: one },
      fields: (_fields: unknown, callback?: Callback) => one(callback),
    }
  }
  const query = {
    in: () => query,
    select: (selector: string) => ask(selector, false),
    selectAll: (selector: string) => ask(selector, true),
    selectViewport: () => ask('page', false),
    exec: (callback?: Callback) => {
      host.later(() => {
        const answers = asked.map(found)
        for (const [index, one] of asked.entries()) one.callback?.(answers[index])
        callback?.(answers)
      })
      return query
    },
  }
  return query
}

/** An element counts as out of sight until the page is scrolled to it. */
function intersectionObserver(host: Host) {
  const ends: (() => void)[] = []
  const observer = {
    relativeTo: () => observer,
    relativeToViewport: () => observer,
    observe: (selector: string, callback: Callback) => void ends.push(host.watch(selector, callback)),
    disconnect: () => {
      for (const end of ends.splice(0)) end()
    },
  }
  return observer
}
