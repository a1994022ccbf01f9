import { attribute, describeNode, seenIn, textOf, type ViewNode } from './harness/view'

/** What WeChat's own check of a mini-program asks of a page. */
const MOST_NODES = 1_000
const DEEPEST = 30
const MOST_CHILDREN = 60

const TO_BE_NAMED = ['button', 'radio', 'checkbox', 'tab', 'switch', 'dialog', 'img', 'radiogroup', 'group']

/** What stands in a person's way on a page as WeChat would draw it: above all, what a screen reader is not told. */
export function hindrancesIn(page: ViewNode): string[] {
  const nodes = [...seenIn(page)]
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
      .filter((title) => attribute(title, 'aria-role') !== 'heading')
      .map((title) => `no heading to a screen reader: ${at(title)}`),
  ]
}

function namelessIn(node: ViewNode): string[] {
  const label = attribute(node, 'aria-label')
  const isNamed = typeof label === 'string' && label !== ''
  if (isNamed || attribute(node, 'aria-hidden') === 'true' || isPartOfPicture(node)) return []
  if (node.tag === 'input' || node.tag === 'textarea' || node.tag === 'image' || node.tag === 'canvas')
    return [node.tag]
  const role = attribute(node, 'aria-role')
  return typeof role === 'string' && TO_BE_NAMED.includes(role) && textOf(node).trim() === '' ? [role] : []
}

/** What lies in a box that is named as one picture is read as that picture. */
function isPartOfPicture(node: ViewNode): boolean {
  const { parent } = node
  if (parent === null) return false
  const isPicture = attribute(parent, 'aria-role') === 'img' && attribute(parent, 'aria-label') !== undefined
  return isPicture || isPartOfPicture(parent)
}

function depthOf(node: ViewNode): number {
  return node.parent === null ? 0 : 1 + depthOf(node.parent)
}

function classOf(node: ViewNode): string {
  return String(attribute(node, 'class') ?? '')
}

function at(node: ViewNode): string {
  return `${describeNode(node)} .${classOf(node).split(' ')[0]}`
}
