import type { Relation, Scheme, Use } from '../values/relation'

const RELATION_LABELS: Readonly<Record<Relation, string>> = {
  spouse: '配偶',
  parent: '父母',
  child: '子女',
  sibling: '兄弟姐妹',
  'paternal-grandparent': '祖父母',
  'maternal-grandparent': '外祖父母',
  'grandchild-via-son': '孙子女',
  'grandchild-via-daughter': '外孙子女',
}

/** What the relative is to the policyholder. */
export function relationLabel(relation: Relation): string {
  return RELATION_LABELS[relation]
}

const USE_LABELS: Readonly<Record<Use, string>> = {
  hospital: '看病',
  pharmacy: '买药',
  premium: '交居民医保费',
}

export function useLabel(use: Use): string {
  return USE_LABELS[use]
}

const SCHEME_LABELS: Readonly<Record<Scheme, string>> = { employee: '职工医保', resident: '居民医保' }

export function schemeLabel(scheme: Scheme): string {
  return SCHEME_LABELS[scheme]
}
