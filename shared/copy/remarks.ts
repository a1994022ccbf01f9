/** What is said of a rule that was looked for and not found. Each names the region first. */
const UNKNOWN: Readonly<Record<string, string>> = {
  'member-cap': '没有公布人数上限，所以这里不限人数。',
  'policyholder-cap': '没有公布一位家人最多能被几个人添加，所以这里不限。',
  proofs: '没有公布要交的材料，所以不用上传。',
  review: '没有公布要不要人工审核，所以同意后直接办成。',
}

/** 「西藏没有公布人数上限……」 */
export function remarkOnUnknown(
  regionShortName: string,
  rule: {
    readonly parameter: string
    readonly title: string
    readonly whenUnknown: 'refuse' | 'unrestricted' | 'product-default'
  },
): string {
  const own = UNKNOWN[rule.parameter]
  if (own !== undefined) return `${regionShortName}${own}`
  const then = rule.whenUnknown === 'unrestricted' ? '所以这里不作限制。' : '可拨打12393询问当地医保部门。'
  return `${regionShortName}没有公布「${rule.title}」，${then}`
}

/** Proofs are asked for, and nothing is published about who looks at them. */
export function remarkOnReviewOfProofs(regionShortName: string): string {
  return `${regionShortName}要交材料，没有公布由谁来看；材料总要有人核对，所以由医保经办人员审核后生效（本产品的读法）。`
}

/** A value that machine-written text alone speaks for: shown, asked of nobody. */
export function remarkOnUnproven(regionShortName: string, said: string): string {
  return `有网文说${regionShortName}${said}，没有找到可靠的出处，所以不作要求。`
}

/** A value that shapes the answer, stops nobody, and that machine-written text alone speaks for. */
export function remarkOnMachineWritten(title: string): string {
  return `「${title}」这一条只见于机器生成的网文，没有找到可靠的出处，只供参考。`
}

/** A value that is known of one city, told to somebody of another place of the region. */
export function remarkOnOtherCity(title: string, city: string): string {
  return `「${title}」查到的是${city}的规定，别的城市没有查到，所以在${city}以外不作要求。`
}

/** A step of the region's that machine-written text alone speaks for, and that is asked because anybody can take it. */
export function remarkOnFollowed(title: string): string {
  return `「${title}」这一条只见于机器生成的网文；这一步谁都能办到，所以照当地的做法办。`
}

/** A reading of our own for which no sentence of its own is needed. */
export function remarkOnOurReading(title: string): string {
  return `「${title}」没有查到公布的规定，按本产品的读法办理。`
}

/** A reading of our own that shaped the answer. */
export function remarkOnReading(parameter: string, value: unknown): string | null {
  return OUR_READINGS[parameter]?.(String(value)) ?? null
}

const OUR_READINGS: Readonly<Record<string, (value: string) => string>> = {
  'relation-caps': () => '没有查到公布的每种关系人数上限，这里配偶只添加一位，其他关系不限（本产品的读法）。',
  'bind-effective': () => '当地没有公布生效时间，这里按家人同意的当天起有效（本产品的读法）。',
  'relative-confirms': () => '成年家人要本人同意才算数（本产品的读法，依据双方自愿和单独同意）。',
  'guardian-age': (age) => `未满${age}周岁的孩子由监护人签字（本产品的读法）。`,
}

const WHEN_UNKNOWN = {
  refuse: '没有查到，所以涉及这一条的事先不能办，可拨打12393询问当地医保部门。',
  unrestricted: '没有查到，所以不作限制。',
  'product-default': '没有查到，按本产品的读法办理。',
} as const

/** What happens where a rule was not found. */
export function meaningWhenUnknown(whenUnknown: keyof typeof WHEN_UNKNOWN): string {
  return WHEN_UNKNOWN[whenUnknown]
}

const FROM_IS = {
  'at-latest': '最晚从这一天起就是这样，可能更早。',
  month: '起始日只查到月份。',
  year: '起始日只查到年份。',
} as const

/** How exactly the first day of a rule is known. */
export function remarkOnFrom(fromIs: keyof typeof FROM_IS): string {
  return FROM_IS[fromIs]
}
