import type { Sex } from '../../shared/values/id-document'
import type { Relation } from '../../shared/values/relation'

/** One person of a family tree; the numbers are places in the same list. */
export interface Kin {
  readonly sex: Sex
  readonly father?: number
  readonly mother?: number
  readonly spouse?: number
}

export interface KinRelation {
  readonly other: number
  /** What the other is to the person. */
  readonly relation: Relation
}

/**
 * Everybody's near relatives (the eight kinds of 民法典 art. 1045) within one family tree, worked out from parents
 * and spouses so that both directions always agree. Half-siblings are siblings; in-laws and cousins are no near
 * relatives and do not appear.
 */
export function nearRelatives(kin: readonly Kin[]): KinRelation[][] {
  return kin.map((person, index) =>
    kin.flatMap((other, otherIndex) => {
      if (otherIndex === index) return []
      const relation = relationTo(kin, index, person, otherIndex, other)
      return relation === null ? [] : [{ other: otherIndex, relation }]
    }),
  )
}

function relationTo(
  kin: readonly Kin[],
  index: number,
  person: Kin,
  otherIndex: number,
  other: Kin,
): Relation | null {
  if (person.spouse === otherIndex || other.spouse === index) return 'spouse'
  if (isParent(person, otherIndex)) return 'parent'
  if (isParent(other, index)) return 'child'
  if (shareParent(person, other)) return 'sibling'
  if (isParentOf(kin, person.father, otherIndex)) return 'paternal-grandparent'
  if (isParentOf(kin, person.mother, otherIndex)) return 'maternal-grandparent'
  if (isParentOf(kin, other.father, index)) return 'grandchild-via-son'
  if (isParentOf(kin, other.mother, index)) return 'grandchild-via-daughter'
  return null
}

function isParent(child: Kin, parent: number): boolean {
  return child.father === parent || child.mother === parent
}

function isParentOf(kin: readonly Kin[], child: number | undefined, parent: number): boolean {
  const known = child === undefined ? undefined : kin[child]
  return known !== undefined && isParent(known, parent)
}

function shareParent(one: Kin, other: Kin): boolean {
  return (
    (one.father !== undefined && one.father === other.father) ||
    (one.mother !== undefined && one.mother === other.mother)
  )
}
