/** The pooling areas of the demo: GB/T 2260 codes of prefectures in the regions of the sources. */
const AREA_CODES = {
  石家庄市: '130100',
  唐山市: '130200',
  保定市: '130600',
  拉萨市: '540100',
  日喀则市: '540200',
  那曲市: '540600',
  贵阳市: '520100',
  新余市: '360500',
  郑州市: '410100',
  合肥市: '340100',
  济南市: '370100',
  西安市: '610100',
  深圳市: '440300',
  太原市: '140100',
} as const

export type AreaName = keyof typeof AREA_CODES

export interface Area {
  readonly code: string
  readonly name: AreaName
}

export const AREAS: readonly Area[] = (Object.keys(AREA_CODES) as AreaName[]).map((name) => area(name))

export function area(name: AreaName): Area {
  return { code: AREA_CODES[name], name }
}

/** The six-digit code of the province that an area lies in. */
export function regionCodeOf(areaCode: string): string {
  return `${areaCode.slice(0, 2)}0000`
}
