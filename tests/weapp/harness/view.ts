import vm from 'node:vm'
import { selectAll } from 'css-select'
import { type AnyNode, Element, Text } from 'domhandler'
import type { Live } from './component'
import type { RunRecord } from './record'

const HIDING = /(^|;)\s*(display:\s*none|visibility:\s*hidden)/

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
  const say = (message: unknown) => record.wxmlError('template', message)
  const console = { log: () => undefined, warn: say, error: say }
  const realm = vm.createContext({ window: {}, console, __wxAppCode__: {} })
  templates.runInContext(realm)
  const draw: (file: string, data: string) => string | null = vm.runInContext(
    `(file, data) => {
      const template = $gwx(file)
      return typeof template === 'function' ? JSON.stringify(template(JSON.parse(data), {})) : null
    }`,
    realm,
  )
  return (template, data) => {
    try {
      const text = draw(`./${template}.wxml`, JSON.stringify(data))
      if (text === null) throw new Error('there is no such template')
      return JSON.parse(text)
    } catch (error) {
      record.wxmlError(`${template}.wxml`, error)
      return { tag: 'page' }
    }
  }
}

/** One element as WeChat would draw it. A component's own elements lie inside the element that stands for it. */
export class ViewNode extends Element {
  declare parent: ViewNode | null

  constructor(
    { tag, attr = {} }: Drawn,
    /** Whose template it stands in: who hears what happens on it. */
    readonly owner: Live,
    parent: ViewNode | null,
  ) {
    // The compiler writes `aria-role` as `ariaRole`, and hands objects to components by attributes too.
    const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    const texts = Object.entries(attr).filter(([, value]) => value !== null && typeof value !== 'object')
    super(
      tag.replace(/^wx-/, ''),
      Object.fromEntries(texts.map(([name, value]) => [kebab(name), `${value}`])),
    )
    this.parent = parent
    parent?.children.push(this)
  }

  say(text: string): void {
    if (text.trim() !== '') this.children.push(new Text(text))
  }

  /** Elements in it that are before somebody's eyes, in the order of reading. Selectors are CSS and WeChat's `>>>`. */
  select(selector: string): ViewNode[] {
    const found = selectAll<AnyNode, ViewNode>(selector.replaceAll('>>>', ' '), this, { xmlMode: true })
    return found.filter((node) => node.isSeen())
  }

  text(): string {
    const said = this.children.map((child) => (child instanceof ViewNode ? child.text() : child))
    return said.map((child) => (child instanceof Text ? child.data : child)).join('')
  }

  /** By the id that its page has given it, else by the beginning of its text. */
  title(): string {
    const { id } = this.attribs
    // Taro numbers those without an id of their own, after an underscore.
    return id !== undefined && !id.startsWith('_') ? `#${id}` : this.text().slice(0, 20)
  }

  /** For a message. */
  description(): string {
    return `<${this.name} ${this.title()}>`
  }

  private isSeen(): boolean {
    const { hidden, style = '' } = this.attribs
    return hidden !== 'true' && !HIDING.test(style) && (this.parent?.isSeen() ?? true)
  }
}
