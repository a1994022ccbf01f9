import type { Sex } from '../values/id-document'
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

const ONE_WORD: Readonly<Record<Exclude<Relation, 'sibling'>, Readonly<Record<Sex, string>>>> = {
  spouse: { male: '丈夫', female: '妻子' },
  parent: { male: '父亲', female: '母亲' },
  child: { male: '儿子', female: '女儿' },
  'paternal-grandparent': { male: '祖父', female: '祖母' },
  'maternal-grandparent': { male: '外祖父', female: '外祖母' },
  'grandchild-via-son': { male: '孙子', female: '孙女' },
  'grandchild-via-daughter': { male: '外孙', female: '外孙女' },
}

const SIBLINGS: Readonly<Record<Sex, readonly [older: string, younger: string]>> = {
  male: ['哥哥', '弟弟'],
  female: ['姐姐', '妹妹'],
}

/**
 * The word for one person: 母亲, 儿子, 妹妹. Null where sex (or, of siblings, who is older) is not known: then the label
 * of the relation has to stand in a sentence that speaks of the relation and not of her.
 */
export function relationWord(
  relation: Relation,
  person: { readonly sex: Sex | null; readonly olderThanOther: boolean | null },
): string | null {
  if (person.sex === null) return relation === 'spouse' ? relationLabel(relation) : null
  if (relation !== 'sibling') return ONE_WORD[relation][person.sex]
  if (person.olderThanOther === null) return null
  return SIBLINGS[person.sex][person.olderThanOther ? 0 : 1]
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
