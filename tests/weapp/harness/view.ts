import vm from 'node:vm'
import type { RunRecord } from './record'

/** What a page or a component of the view is to its logic: who handles what happens on it. */
export interface Owner {
  readonly path: string
  readonly data: Record<string, unknown>
  handler(name: string): ((event: unknown) => unknown) | undefined
}

/** One element as WeChat would draw it. A component's own elements lie inside the element that stands for it. */
export interface ViewNode {
  /** As written in the template: `view`, `input`, `comp`. */
  readonly tag: string
  readonly attributes: Readonly<Record<string, unknown>>
  readonly children: readonly (ViewNode | string)[]
  readonly parent: ViewNode | null
  readonly owner: Owner
}

/** An element as the compiled template makes it. */
interface Drawn {
  readonly tag: string
  readonly attr?: Readonly<Record<string, unknown>>
  readonly children?: readonly (Drawn | string)[]
}

/** Which component an element of this owner stands for; the layer of components answers. */
export type ComponentAt = (
  owner: Owner,
  name: string,
  place: string,
  properties: Readonly<Record<string, unknown>>,
) => Owner | null

/**
 * The view layer: the compiled templates in a realm of their own, because they change prototypes. Only text passes
 * between it and the logic, as in WeChat.
 */
export class ViewLayer {
  private readonly draw: (path: string, data: string) => string | null

  constructor(
    templates: vm.Script,
    private readonly record: RunRecord,
  ) {
    const say = (message: unknown) => this.record.wxmlError('template', message)
    const realm = vm.createContext({
      window: {},
      console: { log: () => undefined, warn: say, error: say },
      __wxAppCode__: {},
    })
    templates.runInContext(realm)
    this.draw = vm.runInContext(
      `(path, data) => {
        const template = $gwx(path)
        return typeof template === 'function' ? JSON.stringify(template(JSON.parse(data), {})) : null
      }`,
      realm,
    )
  }

  /** The whole page as it stands, with the components in it; a page that cannot be drawn is recorded and empty. */
  render(page: Owner, componentAt: ComponentAt): ViewNode {
    const root: { -readonly [Key in keyof ViewNode]: ViewNode[Key] } = {
      tag: 'page',
      attributes: {},
      children: [],
      parent: null,
      owner: page,
    }
    root.children = this.inside(page, root, '', componentAt)
    return root
  }

  private inside(owner: Owner, parent: ViewNode, place: string, componentAt: ComponentAt) {
    try {
      const text = this.draw(`./${owner.path}.wxml`, JSON.stringify(owner.data))
      if (text === null) throw new Error('there is no such template')
      return this.nodes((JSON.parse(text) as Drawn).children ?? [], { owner, parent, place, componentAt })
    } catch (error) {
      this.record.wxmlError(`${owner.path}.wxml`, error)
      return []
    }
  }

  private nodes(
    drawn: readonly (Drawn | string)[],
    at: { owner: Owner; parent: ViewNode; place: string; componentAt: ComponentAt },
  ): (ViewNode | string)[] {
    return drawn.flatMap((each, index): (ViewNode | string)[] => {
      if (typeof each === 'string') return each.trim() === '' ? [] : [each]
      const place = `${at.place}.${index}`
      // `block`, `wx:if` and `wx:for` leave boxes that nobody sees.
      if (each.tag === 'virtual') return this.nodes(each.children ?? [], { ...at, place })
      const tag = each.tag.replace(/^wx-/, '')
      const node: { -readonly [Key in keyof ViewNode]: ViewNode[Key] } = {
        tag,
        attributes: each.attr ?? {},
        children: [],
        parent: at.parent,
        owner: at.owner,
      }
      const component = at.componentAt(at.owner, tag, place, node.attributes)
      node.children =
        component === null
          ? this.nodes(each.children ?? [], { ...at, parent: node, place })
          : this.inside(component, node, place, at.componentAt)
      return [node]
    })
  }
}

export function attribute(node: ViewNode, name: string): unknown {
  // The compiler writes `aria-role` as `ariaRole` and leaves `data-sid` as it is.
  const camel = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return node.attributes[name] ?? node.attributes[camel]
}

export function textOf(node: ViewNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}

/** The element and everything in it that is before somebody's eyes, in the order of reading. */
export function* seenIn(node: ViewNode): Generator<ViewNode> {
  if (/(^|;)\s*(display:\s*none|visibility:\s*hidden)/.test(String(attribute(node, 'style') ?? ''))) return
  if (attribute(node, 'hidden') === true) return
  yield node
  for (const child of node.children) if (typeof child !== 'string') yield* seenIn(child)
}

/** Elements that a selector of WeChat's kind means: `#id`, `.class`, `tag`, `[name=value]`, one inside another. */
export function select(root: ViewNode, selector: string): ViewNode[] {
  const steps = selector.trim().split(/\s*>>>\s*|\s+/)
  const last = steps[steps.length - 1] ?? ''
  const fits = (node: ViewNode, step: string) => {
    const parts = step.match(/[#.]?[\w-]+|\[[\w-]+(?:=[^\]]*)?\]/g)
    if (parts === null || parts.join('') !== step) throw new Error(`not a selector: ${selector}`)
    return parts.every((part) => {
      if (part.startsWith('#')) return attribute(node, 'id') === part.slice(1)
      if (part.startsWith('.')) return classesOf(node).includes(part.slice(1))
      if (!part.startsWith('[')) return node.tag === part
      const [name = '', value] = part.slice(1, -1).split('=')
      const held = attribute(node, name)
      return value === undefined ? held !== undefined : String(held) === value.replace(/^["']|["']$/g, '')
    })
  }
  const isInside = (node: ViewNode, outer: readonly string[]): boolean => {
    const step = outer[outer.length - 1]
    if (step === undefined) return true
    for (let above = node.parent; above !== null; above = above.parent) {
      if (fits(above, step)) return isInside(above, outer.slice(0, -1))
    }
    return false
  }
  return [...seenIn(root)].filter((node) => fits(node, last) && isInside(node, steps.slice(0, -1)))
}

function classesOf(node: ViewNode): string[] {
  return String(attribute(node, 'class') ?? '').split(/\s+/)
}

/** An element by the id that its page has given it, else by the beginning of its text. */
export function nameOf(node: ViewNode): string {
  const id = attribute(node, 'id')
  // Taro numbers those without an id of their own, after an underscore.
  return typeof id === 'string' && !id.startsWith('_') ? `#${id}` : textOf(node).slice(0, 20)
}

/** An element for a message. */
export function describeNode(node: ViewNode): string {
  return `<${node.tag} ${nameOf(node)}>`
}
