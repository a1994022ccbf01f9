/** What the relative is to the policyholder: the eight kinds of 近亲属 (民法典 art. 1045). Always in this direction. */
export const RELATIONS = [
  'spouse',
  'parent',
  'child',
  'sibling',
  'paternal-grandparent',
  'maternal-grandparent',
  'grandchild-via-son',
  'grandchild-via-daughter',
] as const
export type Relation = (typeof RELATIONS)[number]

/** What a binding may be used for. */
export const USES = ['hospital', 'pharmacy', 'premium'] as const
export type Use = (typeof USES)[number]

/** NHSA `insutype` 310 is the employee scheme, 390 the resident scheme. */
export const SCHEMES = ['employee', 'resident'] as const
export type Scheme = (typeof SCHEMES)[number]
export const ENROLMENT_STATES = ['active', 'suspended', 'none'] as const
export type EnrolmentState = (typeof ENROLMENT_STATES)[number]
