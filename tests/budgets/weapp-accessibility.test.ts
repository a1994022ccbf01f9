import { builtFiles, readBuilt } from './built'

/** What a screen reader is told on weapp. Taro's own templates drop all of it. */
const ARIA = ['role', 'label', 'checked', 'selected', 'disabled', 'hidden', 'live'].map(
  (name) => `aria-${name}`,
)
const SPOKEN = ['view', 'text', 'button', 'input', 'image', 'canvas']

interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

function tagsIn(wxml: string): Tag[] {
  return [...wxml.matchAll(/<([a-z-]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g)].map(
    ([, name = '', rest = '']) => ({
      name,
      attributes: Object.fromEntries(
        [...rest.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, value]),
      ),
    }),
  )
}

// A plain view is drawn by a template of its own, which passes on nothing else.
const PLAIN = /^(style|class|id|data-sid|bind\w+|catch\w+)$/

/** Tags that pass on what a page says of them, but not all that a screen reader needs. */
function silentTags(wxml: string): string[] {
  return tagsIn(wxml).flatMap(({ name, attributes }) => {
    const names = Object.keys(attributes)
    if (!SPOKEN.includes(name) || names.every((each) => PLAIN.test(each))) return []
    const missing = ARIA.filter((each) => !/^\{\{i\.p\d+\}\}$/.test(attributes[each] ?? ''))
    return missing.length === 0 ? [] : [`<${name}> passes on no ${missing.join(', ')}`]
  })
}

const base = readBuilt('weapp', 'base.wxml')

describe('the built wxml', () => {
  it('passes every aria attribute on, for each component that a person taps, reads or types in', () => {
    const spoken = new Set(
      tagsIn(base)
        .filter(({ attributes }) => 'aria-label' in attributes)
        .map(({ name }) => name),
    )
    expect([...spoken].sort()).toEqual(expect.arrayContaining([...SPOKEN].sort()))
    expect(silentTags(base)).toEqual([])
  })

  it('would be seen to drop one', () => {
    expect(silentTags(base.replace(/ aria-label="[^"]*"/, ''))).toHaveLength(1)
    expect(silentTags(base.replaceAll(/ aria-role="[^"]*"/g, '')).length).toBeGreaterThan(SPOKEN.length)
    expect(silentTags(base.replaceAll(/aria-role="[^"]*"/g, 'aria-role="button"')).length).toBeGreaterThan(0)
  })

  it('draws every page from these templates', () => {
    const pages = builtFiles('weapp').filter(({ file }) => /^(pages|packages)\/.*\.wxml$/.test(file))
    expect(pages.length).toBeGreaterThan(8)
    for (const { file } of pages) expect(readBuilt('weapp', file)).toMatch(/import src="[./]*base\.wxml"/)
  })

  it('lets the privacy sheet reach WeChat, and yields under the finger', () => {
    const button = tagsIn(base).find(({ name }) => name === 'button')
    expect(Object.keys(button?.attributes ?? {})).toEqual(
      expect.arrayContaining(['open-type', 'bindagreeprivacyauthorization', 'bindtap']),
    )
    expect(tagsIn(base).some(({ name, attributes }) => name === 'view' && 'hover-class' in attributes)).toBe(
      true,
    )
  })
})
