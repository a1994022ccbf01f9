import { type Definitions, settled, unlessPublished } from './definition'

/** The family code (亲情账户): showing a relative's code. It shares no money. */
export interface FamilyCodeValues {
  'family-code-shares-money': false
  'family-code-changes-a-month': number
  'family-code-holders': number
  'family-code-child-age': number
  'family-code-child-proofs': readonly string[]
  'family-code-removed-by': readonly ('holder' | 'relative')[]
  'family-code-seconds': number
}

export const FAMILY_CODE_DEFINITIONS: Definitions<FamilyCodeValues> = {
  'family-code-shares-money': settled('亲情账户能不能用家人的钱'),
  'family-code-changes-a-month': unlessPublished('亲情账户每个自然月最多添加几位', 'people'),
  'family-code-holders': unlessPublished('一个人的医保码最多由几位家人代为展示', 'people'),
  'family-code-child-age': settled('未满多少周岁免人脸识别', 'years'),
  'family-code-child-proofs': unlessPublished('给孩子添加亲情账户要哪些材料'),
  'family-code-removed-by': settled('谁可以解除亲情账户'),
  'family-code-seconds': settled('医保码多少秒后失效', 'seconds'),
}
