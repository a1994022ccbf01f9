import vm from 'node:vm'
import { DOMParser } from 'linkedom'
import type { RunRecord } from './record'

/** An element as the compiled template makes it. */
export interface Drawn {
  readonly tag: string
  readonly attr?: Readonly<Record<string, unknown>>
  readonly children?: readonly (Drawn | string)[]
}

/** What a template's data becomes. */
export type Draw = (template: string, data: unknown) => Drawn

/**
 * The view layer: the compiled templates in a realm of their own, because they change prototypes. Only text passes
 * between it and the logic, as in WeChat. What cannot be drawn is recorded and empty.
 */
export function viewLayer(templates: vm.Script, record: RunRecord): Draw {
  const say = (message: unknown) => record.say('wxml', 'template', message)
  const console = { log: () => undefined, warn: say, error: say }
  const realm = vm.createContext({ window: {}, console, __wxAppCode__: {} })
  templates.runInContext(realm)
  const draw: (file: string, data: string) => string = vm.runInContext(
    '(file, data) => JSON.stringify($gwx(file)(JSON.parse(data), {}))',
    realm,
  )
  return (template, data) => {
    try {
      return JSON.parse(draw(`./${template}.wxml`, JSON.stringify(data)))
    } catch (error) {
      record.say('wxml', `${template}.wxml`, error)
      return { tag: 'page' }
    }
  }
}

/** A document that knows no HTML: WeChat's elements have no behaviour that a browser would give them. */
const document = new DOMParser().parseFromString('<page/>', 'text/xml') as unknown as XMLDocument

/** An element as WeChat would draw it, with nothing in it yet. */
export function elementOf({ tag, attr = {} }: Drawn): Element {
  const element = document.createElement(tag.replace(/^wx-/, ''))
  // The compiler writes `aria-role` as `ariaRole`, and hands objects to components by attributes too.
  for (const [name, value] of Object.entries(attr).filter(([, value]) => typeof value !== 'object'))
    element.setAttribute(
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      `${value}`,
    )
  return element
}

const HIDDEN = `:is([hidden=true], ${['display', 'visibility']
  .flatMap((name) => [`[style*="${name}:none"]`, `[style*="${name}: none"]`, `[style*="${name}:hidden"]`])
  .join()})`

/** What is hidden in each tree: a tree does not change, a change is drawn as another one. */
const hiddenIn = new WeakMap<Element, ReadonlySet<Element>>()

/** Elements in it that are before somebody's eyes, in the order of reading. Selectors are CSS and WeChat's `>>>`. */
export function seenIn(root: Element, selector: string): Element[] {
  const hidden = hiddenIn.get(root) ?? new Set(root.querySelectorAll(`${HIDDEN}, ${HIDDEN} *`))
  hiddenIn.set(root, hidden)
  return [...root.querySelectorAll(selector.replaceAll('>>>', ' '))].filter((each) => !hidden.has(each))
}

/** What it is called: by the id that its page has given it, else by the beginning of its text. */
export function titleOf({ id, textContent }: Element): string {
  // Taro numbers those without an id of their own, after an underscore.
  return id !== '' && !id.startsWith('_') ? `#${id}` : `${textContent}`.slice(0, 20)
}
