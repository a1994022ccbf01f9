import { describe } from './harness/events'
import { seenIn } from './harness/view'

/** What WeChat's own check of a mini-program asks of a page. */
const MOST_NODES = 1_000
const DEEPEST = 30
const MOST_CHILDREN = 60

const TO_BE_NAMED = ['button', 'radio', 'checkbox', 'tab', 'switch', 'dialog', 'img', 'radiogroup', 'group']
const ALWAYS_NAMED = ['input', 'textarea', 'image', 'canvas']
/** What lies in a box that is named as one picture is read as that picture. */
const PICTURE = '[aria-role=img][aria-label]'

/** What stands in a person's way on a page as WeChat would draw it: above all, what a screen reader is not told. */
export function hindrancesIn(page: Element): string[] {
  const nodes = seenIn(page, '*')
  const titles = seenIn(page, '.fs-page__title')
  return [
    ...nodes.flatMap((node) =>
      namelessIn(node).map((kind) => `no name for a screen reader: ${kind} ${at(node)}`),
    ),
    ...nodes.filter((node) => depthOf(node) > DEEPEST).map((node) => `too deep: ${at(node)}`),
    ...nodes
      .filter((node) => node.childNodes.length > MOST_CHILDREN)
      .map((node) => `too many in ${at(node)}`),
    ...(nodes.length > MOST_NODES ? [`${nodes.length} nodes`] : []),
    ...(titles.length === 1 ? [] : [`${titles.length} main headings`]),
    ...titles
      .filter((title) => title.getAttribute('aria-role') !== 'heading')
      .map((title) => `no heading to a screen reader: ${at(title)}`),
  ]
}

function namelessIn(node: Element): string[] {
  const isNamed = !['', null].includes(node.getAttribute('aria-label'))
  if (isNamed || node.getAttribute('aria-hidden') === 'true' || node.closest(PICTURE) !== null) return []
  if (ALWAYS_NAMED.includes(node.localName)) return [node.localName]
  const role = node.getAttribute('aria-role')
  return role !== null && TO_BE_NAMED.includes(role) && node.textContent?.trim() === '' ? [role] : []
}

function depthOf({ parentElement }: Element): number {
  return parentElement === null ? 0 : 1 + depthOf(parentElement)
}

function at(node: Element): string {
  return `${describe(node)} .${node.classList[0]}`
}
