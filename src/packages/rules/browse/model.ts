import { type Explained, inTopics, type RuleRow, ruleRow, type Topic } from '../rows'

/**
 * The topics with the rules that hold every word of the search, in whatever of them a person can read: title, value,
 * note, source, topic. A search for nothing finds everything.
 */
export function topicsFound(rules: readonly Explained[], search: string): readonly Topic<RuleRow>[] {
  const words = search
    .trim()
    .toLowerCase()
    .split(/[\s，、。,]+/u)
    .filter((word) => word !== '')
  return inTopics(rules.map(ruleRow)).flatMap((topic) => {
    const found = topic.rules.filter((row) => {
      const text = textOf(topic.title, row).toLowerCase()
      return words.every((word) => text.includes(word))
    })
    return found.length === 0 ? [] : [{ ...topic, rules: found }]
  })
}

function textOf(topic: string, row: RuleRow): string {
  return [topic, row.title, row.value, row.elsewhere, row.sure.text, row.days, row.note, ...row.sources].join(
    ' ',
  )
}
