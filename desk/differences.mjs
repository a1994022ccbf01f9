import { call, newRequestId } from './calls.mjs'
import { button, element, facts, show, tell } from './page.mjs'
import { DIFFERENCES, momentText, yuanText } from './words.mjs'

/** What our records and the insurer's statement do not both say. @param tabs what stands above every list */
export async function showDifferences(tabs) {
  const { differences, more } = await call('differences', {})
  show(
    DIFFERENCES.title,
    tabs,
    differences.length === 0
      ? element('p', { class: 'card' }, DIFFERENCES.none)
      : element('ul', { class: 'list' }, ...differences.map((each) => card(each, tabs))),
    more ? element('p', { class: 'soft' }, DIFFERENCES.more) : null,
  )
}

function card({ differenceId, difference, movementId, hereFen, thereFen, foundAt }, tabs) {
  const sum = (fen) => (fen === undefined ? DIFFERENCES.nothing : yuanText(fen))
  const buttons = Object.entries(DIFFERENCES.ways).map(([how, label]) => {
    // The same tap again is the same request, so that it is taken once.
    const requestId = newRequestId()
    return button(
      label,
      async () => {
        for (const each of buttons) each.disabled = true
        try {
          await call('settle-difference', { differenceId, how }, requestId)
          await showDifferences(tabs)
          tell(DIFFERENCES.done)
        } catch (error) {
          for (const each of buttons) each.disabled = false
          tell(error.message, true)
        }
      },
      'plain',
    )
  })
  return element(
    'li',
    { class: 'card' },
    element('p', { class: 'lead' }, DIFFERENCES.kinds[difference]),
    facts([
      [DIFFERENCES.here, sum(hereFen)],
      [DIFFERENCES.there, sum(thereFen)],
      [DIFFERENCES.id, movementId],
      [DIFFERENCES.found, momentText(foundAt)],
    ]),
    element('div', { class: 'ways', role: 'group' }, ...buttons),
  )
}
