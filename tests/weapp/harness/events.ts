import { attribute, describeNode, type ViewNode } from './view'

export type Place = readonly [number, number]

export function touchAt({ x, y }: { readonly x: number; readonly y: number }) {
  return { identifier: 0, x, y, clientX: x, clientY: y, pageX: x, pageY: y, force: 1 }
}

/** Events that stay with the element on which they happen. */
const NOT_BUBBLING = new Set(['input', 'focus', 'blur', 'confirm', 'change', 'scroll', 'submit'])

/**
 * Something happens on an element: its own handler hears it, then each one around it, up to the page or to a `catch`.
 * @returns whether anything has heard it
 * @throws Error where a template names a handler that its page does not have
 */
export function dispatch(
  target: ViewNode,
  type: string,
  detail: object,
  touches: readonly object[] = [],
  changedTouches: readonly object[] = touches,
): boolean {
  let heard = false
  for (let node: ViewNode | null = target; node !== null; node = node.parent) {
    const caught = node.attributes[`catch${type}`] ?? node.attributes[`catch:${type}`]
    const name = caught ?? node.attributes[`bind${type}`] ?? node.attributes[`bind:${type}`]
    if (typeof name === 'string' && name !== '') {
      const handler = node.owner.handler(name)
      if (handler === undefined) {
        throw new Error(`${node.owner.path} has no method "${name}" for ${type} on ${describeNode(node)}`)
      }
      heard = true
      handler({
        ...{ type, timeStamp: Date.now(), detail, touches, changedTouches },
        ...{ target: partOf(target), currentTarget: partOf(node), mark: {} },
      })
    }
    if (caught !== undefined || NOT_BUBBLING.has(type)) break
  }
  return heard
}

function partOf(node: ViewNode) {
  const data = Object.entries(node.attributes).filter(([name]) => name.startsWith('data-'))
  const camel = (name: string) =>
    name.slice(5).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return {
    id: String(attribute(node, 'id') ?? ''),
    dataset: Object.fromEntries(data.map(([name, value]) => [camel(name), value])),
    ...{ offsetLeft: 0, offsetTop: 0 },
  }
}
