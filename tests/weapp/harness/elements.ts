import type { Page } from './live'
import type { Timers } from './timers'
import { seenIn } from './view'

/** What scripts may ask of the elements of their page. The phone has no layout: each element is as large as here. */

type Callback = (answer: unknown) => void
type Chain = Readonly<Record<string, (...parts: never[]) => unknown>>

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
  readonly width = PAD.width
  readonly height = PAD.height
  strokes = 0

  getContext(kind: string): object {
    if (kind !== '2d') throw new Error(`a canvas of the kind ${kind} is not here`)
    const stroke = () => {
      this.strokes += 1
    }
    const quiet = TRACELESS.split(' ').map((name) => [name, () => undefined])
    return { ...Object.fromEntries(quiet), fill: stroke, stroke }
  }
}

export function selectorQuery(page: Page, timers: Timers): Chain {
  const asked: { readonly found: () => unknown; readonly tell?: Callback }[] = []
  const measured = (element: Element) => {
    const { id, localName } = element
    const node = localName === 'canvas' ? page.canvas(id) : undefined
    const { width, height } = node ?? ROW
    return { id, node, width, height, dataset: {}, left: 0, top: 0, right: width, bottom: height }
  }
  const ask = (found: () => unknown): Chain => {
    const one = (tell?: Callback) => {
      asked.push({ found, ...(tell && { tell }) })
      return query
    }
    return { boundingClientRect: one, node: one, fields: (_fields: unknown, tell?: Callback) => one(tell) }
  }
  const all = (selector: string) => seenIn(page.tree(), selector).map(measured)
  const query: Chain = {
    in: () => query,
    select: (selector: string) => ask(() => all(selector)[0] ?? null),
    selectAll: (selector: string) => ask(() => all(selector)),
    exec: (tellAll?: Callback) =>
      timers.later(() => {
        const answers = asked.map(({ found }) => found())
        for (const [index, { tell }] of asked.entries()) tell?.(answers[index])
        tellAll?.(answers)
      }),
  }
  return query
}

/** An element counts as out of sight until the page is scrolled to it. */
export function intersectionObserver({ watches }: Page, timers: Timers): Chain {
  const own = new Set<Watch>()
  const observer: Chain = {
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
  if (seenIn(page.tree(), selector).length === 0) throw new Error(`no ${selector} on ${page.path}`)
  for (const watch of page.watches) if (watch.selector === selector) watch.callback({ intersectionRatio: 1 })
}
