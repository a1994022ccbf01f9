import { titleOf } from './view'

export type Place = readonly [number, number]

/** Events that stay with the element on which they happen. */
const NOT_BUBBLING = ['input', 'focus', 'blur', 'confirm', 'change', 'scroll', 'submit']

/** Kinds of touch after which that finger is no longer on the screen. */
const LIFTED = ['touchend', 'touchcancel']

/** Who stands behind a template and hears what happens on the elements of it. */
export interface Hearer {
  readonly path: string
  readonly self: Readonly<Record<string, unknown>>
}

/** Whose template each element stands in. */
export const hearers = new WeakMap<Element, Hearer>()

/**
 * Something happens on an element: who stands behind it hears it by the method that the template names, then for each
 * one around it, up to the page or to a `catch…`.
 * @returns whether anything has heard it
 * @throws Error where a template names a method that its page does not have
 */
export function happen(target: Element, type: string, detail: object, finger?: Place): boolean {
  const [x, y] = finger ?? []
  const touch = { identifier: 0, x, y, clientX: x, clientY: y, pageX: x, pageY: y, force: 1 }
  const changedTouches = finger === undefined ? [] : [touch]
  const touches = LIFTED.includes(type) ? [] : changedTouches
  let isHeard = false
  for (let element: Element | null = target; element !== null; element = element.parentElement) {
    const caught = element.getAttribute(`catch${type}`)
    const name = caught ?? element.getAttribute(`bind${type}`) ?? ''
    const { path, self } = hearers.get(element) ?? { path: '', self: {} }
    const method = self[name]
    if (typeof method === 'function') {
      const parts = { target: partOf(target), currentTarget: partOf(element), mark: {} }
      method.call(self, { type, timeStamp: Date.now(), detail, touches, changedTouches, ...parts })
      isHeard = true
    } else if (name !== '')
      throw new Error(`${path} has no method "${name}" for ${type} on ${describe(element)}`)
    if (caught !== null || NOT_BUBBLING.includes(type)) break
  }
  return isHeard
}

/** For a message. */
export function describe(element: Element): string {
  return `<${element.localName} ${titleOf(element)}>`
}

function partOf(element: Element) {
  const { dataset } = element as HTMLElement
  return { id: element.id, dataset: { ...dataset }, offsetLeft: 0, offsetTop: 0 }
}
