import { describe as describePerson, familiesOf, familyOf, regionsOf } from '../../local/demo/people.mjs'
import { otherSide, pageOf } from '../../local/demo/phones.mjs'
import { STORIES, storiesOf } from '../../local/demo/stories.mjs'
import { PEOPLE } from '../../local/people'
import { regions } from '../../shared/rules'

describe('the demo', () => {
  it.each([
    ['pages/join/index?token=AbC-_123', '/pages/join/index?token=AbC-_123'],
    ['/pages/home/index', '/pages/home/index'],
    [
      'packages/invite/share/index?invitationId=01H&x=%E4%B8%AD',
      '/packages/invite/share/index?invitationId=01H&x=%E4%B8%AD',
    ],
    ['https://attacker.example/', null],
    ['//attacker.example', null],
    ['javascript:alert(1)', null],
    ['pages/../../admin', null],
    ['pages/join/index#/pages/home', null],
    ['pages', null],
    [`pages/join/index?token=${'x'.repeat(600)}`, null],
    [{ toString: () => 'pages/home/index' }, null],
    [undefined, null],
  ])('opens pages of the app and nothing else: %s', (path, page) => {
    expect(pageOf(path)).toBe(page)
  })

  it('shows everybody once, in her family', () => {
    const families = familiesOf(PEOPLE)
    expect(families.length).toBeGreaterThanOrEqual(15)
    const shown = families.flatMap(({ members }) => members)
    expect(shown).toHaveLength(PEOPLE.length)
    expect(new Set(shown)).toEqual(new Set(PEOPLE))
    for (const { label } of families) expect(label).toMatch(/^\p{Script=Han}+ · \p{Script=Han}+一家$/u)
  })

  it('says of each person where and how she is insured, or that she is not', () => {
    const named = (name) => describePerson(PEOPLE.find((person) => person.name === name))
    expect(named('扎西').facts).toBe('西藏 拉萨市 · 职工医保 · 个人账户 8000.00 元')
    expect(named('周凯').facts).toBe('没有参保')
    expect(named('赵明辉').facts).toMatch(/职工医保（已停保）/)
  })

  it('tells stories of people who have a phone, two different ones each', () => {
    const openids = new Set(PEOPLE.map(({ openid }) => openid))
    for (const { left, right } of STORIES) {
      expect([openids.has(left), openids.has(right), left === right]).toEqual([true, true, false])
    }
  })

  it('can be walked in every region that is held, and each has a story of its own people', () => {
    const families = familiesOf(PEOPLE)
    const choices = regionsOf(families).flatMap((area) => area.regions)
    expect(choices.map(({ regionCode }) => regionCode).sort()).toEqual(
      regions()
        .map(({ regionCode }) => regionCode)
        .sort(),
    )
    expect(choices.find(({ regionCode }) => regionCode === '210200')?.name).toBe('大连')
    for (const { regionCode } of choices) {
      const here = families.filter((family) => family.regionCode === regionCode)
      const openids = here.flatMap(({ members }) => members.map(({ openid }) => openid))
      const stories = storiesOf(regionCode, families)
      expect([regionCode, stories.length > 0]).toEqual([regionCode, true])
      for (const { right } of stories) expect(openids).toContain(right)
    }
    expect(new Set(STORIES.map(({ title, left }) => left + title)).size).toBe(STORIES.length)
  })

  it('finds the family of a phone, and none where no phone is asked for', () => {
    const families = familiesOf(PEOPLE)
    expect(familyOf(STORIES[0].left, families).regionCode).toBe('130000')
    // Many have no phone: the address of the page without a person must not find one of them.
    expect([familyOf(null, families), familyOf('o-nobody', families)]).toEqual([undefined, undefined])
  })

  it('sends a message to the other phone', () => {
    expect([otherSide('left'), otherSide('right')]).toEqual(['right', 'left'])
  })
})
