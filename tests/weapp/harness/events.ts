import type { ViewNode } from './view'

export type Place = readonly [number, number]

export function touchAt([x, y]: Place) {
  return { identifier: 0, x, y, clientX: x, clientY: y, pageX: x, pageY: y, force: 1 }
}

/** Events that stay with the element on which they happen. */
const NOT_BUBBLING = ['input', 'focus', 'blur', 'confirm', 'change', 'scroll', 'submit']

/** Kinds of touch after which that finger is no longer on the screen. */
const LIFTED = ['touchend', 'touchcancel']

/**
 * Something happens on an element: its own handler hears it, then each one around it, up to the page or to a `catch`.
 * @returns whether anything has heard it
 * @throws Error where a template names a handler that its page does not have
 */
export function dispatch(target: ViewNode, type: string, detail: object, finger?: Place): boolean {
  const changedTouches = finger === undefined ? [] : [touchAt(finger)]
  const touches = LIFTED.includes(type) ? [] : changedTouches
  let isHeard = false
  for (let node: ViewNode | null = target; node !== null; node = node.parent) {
    const caught = node.attribs[`catch${type}`]
    const name = caught ?? node.attribs[`bind${type}`]
    if (name !== undefined && name !== '') {
      const handler = node.owner.handler(name)
      if (handler === undefined) {
        throw new Error(`${node.owner.path} has no method "${name}" for ${type} on ${node.description()}`)
      }
      isHeard = true
      const parts = { target: partOf(target), currentTarget: partOf(node), mark: {} }
      handler({ type, timeStamp: Date.now(), detail, touches, changedTouches, ...parts })
    }
    if (caught !== undefined || NOT_BUBBLING.includes(type)) break
  }
  return isHeard
}

function partOf({ attribs }: ViewNode) {
  const data = Object.entries(attribs).filter(([name]) => name.startsWith('data-'))
  const camel = (name: string) => name.slice(5).replace(/-([a-z])/g, (_, letter) => letter.toUpperCase())
  const dataset = Object.fromEntries(data.map(([name, value]) => [camel(name), value]))
  return { id: attribs.id ?? '', dataset, offsetLeft: 0, offsetTop: 0 }
}
