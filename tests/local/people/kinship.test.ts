import { type Kin, nearRelatives } from '../../../local/people/kinship'

// 0 grandfather, 1 grandmother, 2 their son, 3 their daughter, 4 the son's wife, 5 the son's child, 6 the daughter's child
const tree: readonly Kin[] = [
  { sex: 'male', spouse: 1 },
  { sex: 'female' },
  { sex: 'male', father: 0, mother: 1, spouse: 4 },
  { sex: 'female', father: 0, mother: 1 },
  { sex: 'female' },
  { sex: 'female', father: 2, mother: 4 },
  { sex: 'male', mother: 3 },
]

const relationsOf = (index: number) =>
  Object.fromEntries((nearRelatives(tree)[index] ?? []).map(({ other, relation }) => [other, relation]))

describe('nearRelatives', () => {
  it('tells grandchildren by the parent through whom they come', () => {
    expect(relationsOf(0)).toEqual({
      1: 'spouse',
      2: 'child',
      3: 'child',
      5: 'grandchild-via-son',
      6: 'grandchild-via-daughter',
    })
  })

  it('tells grandparents by the side on which they are, and leaves out aunts and cousins', () => {
    expect(relationsOf(5)).toEqual({
      0: 'paternal-grandparent',
      1: 'paternal-grandparent',
      2: 'parent',
      4: 'parent',
    })
    expect(relationsOf(6)).toEqual({ 0: 'maternal-grandparent', 1: 'maternal-grandparent', 3: 'parent' })
  })

  it('leaves out in-laws', () => {
    expect(relationsOf(4)).toEqual({ 2: 'spouse', 5: 'child' })
    expect(relationsOf(2)).toEqual({ 0: 'parent', 1: 'parent', 3: 'sibling', 4: 'spouse', 5: 'child' })
  })

  it('takes half-siblings as siblings, and people without known parents as strangers', () => {
    const halves: readonly Kin[] = [
      { sex: 'female' },
      { sex: 'male', mother: 0 },
      { sex: 'male', mother: 0, father: 3 },
      { sex: 'male' },
    ]
    expect(nearRelatives(halves)[1]).toEqual([
      { other: 0, relation: 'parent' },
      { other: 2, relation: 'sibling' },
    ])
    expect(nearRelatives([{ sex: 'male' }, { sex: 'female' }])).toEqual([[], []])
  })
})
