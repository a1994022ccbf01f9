import type { Relation, Scheme } from '../../../values/relation'
import { type Definitions, needed, settled, unlessPublished } from './definition'

export type Cap = number | 'unlimited'

/**
 * How many policyholders may share with one relative, where it depends on where they are enrolled: in the relative's
 * own pooling area, in another one of the province, or in another province.
 */
export interface CapByArea {
  readonly sameArea: Cap
  readonly crossArea: Cap
  /** Missing where the region says nothing of it. */
  readonly crossProvince?: Cap
}

/** Caps by relation; a region may count fathers and mothers apart. */
export type RelationCaps = Readonly<Partial<Record<Relation | 'father' | 'mother', number>>>

/** Who may share with whom. */
export interface PeopleValues {
  'policyholder-scheme': readonly Scheme[]
  'policyholder-standing': 'active'
  'relative-insured': true
  'relative-standing': 'active'
  'relation-scope': readonly Relation[]
  'relation-caps': RelationCaps
  'member-cap': Cap
  'policyholder-cap': Cap | CapByArea
  'pooling-scope': 'province' | 'pooling-area'
  'cross-province': 'wallet'
  'parent-age-gap': number
  'grandparent-age-gap': number
  'spouse-age': number
  /** The policyholder sets up the family before anybody is added to it (河南: 共济家庭建立). */
  'family-established-first': boolean
}

export const PEOPLE_DEFINITIONS: Definitions<PeopleValues> = {
  'policyholder-scheme': needed('谁可以把个人账户的钱给家人用'),
  'policyholder-standing': settled('授权人的参保状态'),
  'relative-insured': needed('家人要参加基本医保'),
  'relative-standing': settled('家人的参保状态'),
  'relation-scope': needed('可以添加哪些家人'),
  'relation-caps': settled('每种关系最多几位', 'people'),
  'member-cap': unlessPublished('最多可以添加几位家人（不含本人）', 'people'),
  'policyholder-cap': unlessPublished('一位家人最多可被几个人添加', 'people'),
  'pooling-scope': needed('两个人要在什么范围内参保'),
  'cross-province': needed('不在同一省份参保怎么办'),
  'parent-age-gap': settled('父母与子女至少相差几岁', 'years'),
  'grandparent-age-gap': settled('祖辈与孙辈至少相差几岁', 'years'),
  'spouse-age': settled('配偶至少多少周岁', 'years'),
  'family-established-first': unlessPublished('要先建立家庭，再添加家人'),
}
