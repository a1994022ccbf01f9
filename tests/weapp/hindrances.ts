import type { ViewNode } from './harness/view'

/** What WeChat's own check of a mini-program asks of a page. */
const MOST_NODES = 1_000
const DEEPEST = 30
const MOST_CHILDREN = 60

const TO_BE_NAMED = ['button', 'radio', 'checkbox', 'tab', 'switch', 'dialog', 'img', 'radiogroup', 'group']

/** What stands in a person's way on a page as WeChat would draw it: above all, what a screen reader is not told. */
export function hindrancesIn(page: ViewNode): string[] {
  const nodes = page.select('*')
  const titles = nodes.filter((node) => classOf(node).split(' ').includes('fs-page__title'))
  return [
    ...nodes.flatMap((node) =>
      namelessIn(node).map((kind) => `no name for a screen reader: ${kind} ${at(node)}`),
    ),
    ...nodes.filter((node) => depthOf(node) > DEEPEST).map((node) => `too deep: ${at(node)}`),
    ...nodes.filter((node) => node.children.length > MOST_CHILDREN).map((node) => `too many in ${at(node)}`),
    ...(nodes.length > MOST_NODES ? [`${nodes.length} nodes`] : []),
    ...(titles.length === 1 ? [] : [`${titles.length} main headings`]),
    ...titles
      .filter((title) => title.attribs['aria-role'] !== 'heading')
      .map((title) => `no heading to a screen reader: ${at(title)}`),
  ]
}

function namelessIn(node: ViewNode): string[] {
  const label = node.attribs['aria-label']
  const isNamed = typeof label === 'string' && label !== ''
  if (isNamed || node.attribs['aria-hidden'] === 'true' || isPartOfPicture(node)) return []
  if (node.name === 'input' || node.name === 'textarea' || node.name === 'image' || node.name === 'canvas')
    return [node.name]
  const role = node.attribs['aria-role']
  return typeof role === 'string' && TO_BE_NAMED.includes(role) && node.text().trim() === '' ? [role] : []
}

/** What lies in a box that is named as one picture is read as that picture. */
function isPartOfPicture(node: ViewNode): boolean {
  const { parent } = node
  if (parent === null) return false
  const isPicture = parent.attribs['aria-role'] === 'img' && parent.attribs['aria-label'] !== undefined
  return isPicture || isPartOfPicture(parent)
}

function depthOf(node: ViewNode): number {
  return node.parent === null ? 0 : 1 + depthOf(node.parent)
}

function classOf(node: ViewNode): string {
  return node.attribs.class ?? ''
}

function at(node: ViewNode): string {
  return `${node.description()} .${classOf(node).split(' ')[0]}`
}
