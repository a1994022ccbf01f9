import type { Page } from './page'
import type { Timers } from './timers'
import type { ViewNode } from './view'

/** What scripts may ask of the elements of their page. The phone has no layout: each element is as large as here. */

type Callback = (answer: unknown) => void

/** A phone of common size. */
export const PHONE = { width: 375, height: 812, pixelRatio: 3 }
/** How large a canvas says that it is, and any other element. */
export const PAD = { width: PHONE.width - 32, height: 300 }
const ROW = { width: PHONE.width, height: 44 }

/** A part of a page that a script waits for. */
export interface Watch {
  readonly selector: string
  readonly callback: Callback
}

/** What leaves no ink by itself. */
const TRACELESS =
  'setTransform scale clearRect beginPath closePath moveTo lineTo arc quadraticCurveTo fillRect'

/** The node behind a `canvas`: it draws nothing and counts what it was told to draw. */
export class CanvasNode {
  width = PAD.width
  height = PAD.height
  strokes = 0
  private readonly context: Readonly<Record<string, () => void>>

  constructor() {
    const quiet = TRACELESS.split(' ').map((name) => [name, () => undefined])
    const stroke = () => {
      this.strokes += 1
    }
    this.context = { ...Object.fromEntries(quiet), fill: stroke, stroke }
  }

  getContext(kind: string): unknown {
    if (kind !== '2d') throw new Error(`a canvas of the kind ${kind} is not here`)
    return this.context
  }
}

export function selectorQuery(page: Page, timers: Timers) {
  const asked: { found: () => unknown; tell: Callback | undefined }[] = []
  const measured = (node: ViewNode) => {
    const isCanvas = node.name === 'canvas'
    const id = node.attribs.id ?? ''
    return { ...placed(isCanvas ? PAD : ROW), id, dataset: {}, node: isCanvas ? page.canvas(id) : undefined }
  }
  const ask = (found: () => unknown) => {
    const one = (tell?: Callback) => {
      asked.push({ found, tell })
      return query
    }
    const fields = (_fields: unknown, tell?: Callback) => one(tell)
    return { boundingClientRect: one, scrollOffset: one, node: one, context: one, fields }
  }
  const all = (selector: string) => page.tree().select(selector).map(measured)
  const query = {
    in: () => query,
    select: (selector: string) => ask(() => all(selector)[0] ?? null),
    selectAll: (selector: string) => ask(() => all(selector)),
    selectViewport: () => ask(() => placed(PHONE)),
    exec: (tellAll?: Callback) => {
      timers.later(() => {
        const answers = asked.map(({ found }) => found())
        for (const [index, { tell }] of asked.entries()) tell?.(answers[index])
        tellAll?.(answers)
      })
      return query
    },
  }
  return query
}

function placed({ width, height }: { readonly width: number; readonly height: number }) {
  return { width, height, left: 0, top: 0, right: width, bottom: height, scrollTop: 0, scrollLeft: 0 }
}

/** An element counts as out of sight until the page is scrolled to it. */
export function intersectionObserver({ watches }: Page, timers: Timers) {
  const own = new Set<Watch>()
  const observer = {
    relativeTo: () => observer,
    relativeToViewport: () => observer,
    observe: (selector: string, callback: Callback) => {
      const watch = { selector, callback }
      own.add(watch)
      watches.add(watch)
      timers.later(() => callback({ intersectionRatio: 0 }))
    },
    disconnect: () => {
      for (const watch of own) watches.delete(watch)
    },
  }
  return observer
}

/** @throws Error where the page has nothing of that kind to scroll to */
export function scrollTo(page: Page, selector: string): void {
  if (page.tree().select(selector).length === 0) throw new Error(`no ${selector} on ${page.path}`)
  for (const watch of page.watches) if (watch.selector === selector) watch.callback({ intersectionRatio: 1 })
}
