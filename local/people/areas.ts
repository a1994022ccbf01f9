import { isRegionHeld } from '../../shared/rules'

/** Pooling areas in the regions of the sources, by their GB/T 2260 codes: where generated people live. */
const AREAS_OF_THE_SOURCES = {
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

/** The pooling areas of the demo, all of them. A municipality is one area. */
const AREA_CODES = {
  ...AREAS_OF_THE_SOURCES,
  武汉市: '420100',
  扬州市: '321000',
  无锡市: '320200',
  宁波市: '330200',
  上海市: '310000',
  北京市: '110000',
  成都市: '510100',
  重庆市: '500000',
  兰州市: '620100',
  厦门市: '350200',
  福州市: '350100',
  大连市: '210200',
  呼和浩特市: '150100',
  大庆市: '230600',
  哈尔滨市: '230100',
  天津市: '120000',
  长沙市: '430100',
} as const

export type AreaName = keyof typeof AREA_CODES

export interface Area {
  readonly code: string
  readonly name: AreaName
}

export const AREAS: readonly Area[] = (Object.keys(AREA_CODES) as AreaName[]).map((name) => area(name))

/** The same count and seed give the same people for ever, so that a new area of the demo does not belong here. */
export const AREAS_OF_GENERATED_PEOPLE: readonly Area[] = (
  Object.keys(AREAS_OF_THE_SOURCES) as AreaName[]
).map((name) => area(name))

export function area(name: AreaName): Area {
  return { code: AREA_CODES[name], name }
}

/** The six-digit code of the region whose rules hold in an area: its own (大连), else its province's. */
export function regionCodeOf(areaCode: string): string {
  return isRegionHeld(areaCode) ? areaCode : `${areaCode.slice(0, 2)}0000`
}
