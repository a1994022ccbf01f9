import type { Region } from './layer'
import { ANHUI } from './regions/anhui'
import { BEIJING } from './regions/beijing'
import { CHONGQING } from './regions/chongqing'
import { DALIAN } from './regions/dalian'
import { FUJIAN } from './regions/fujian'
import { GANSU } from './regions/gansu'
import { GUANGDONG } from './regions/guangdong'
import { GUIZHOU } from './regions/guizhou'
import { HEBEI } from './regions/hebei'
import { HEILONGJIANG } from './regions/heilongjiang'
import { HENAN } from './regions/henan'
import { HUBEI } from './regions/hubei'
import { HUNAN } from './regions/hunan'
import { JIANGSU } from './regions/jiangsu'
import { JIANGXI } from './regions/jiangxi'
import { NEIMENGGU } from './regions/neimenggu'
import { SHAANXI } from './regions/shaanxi'
import { SHANDONG } from './regions/shandong'
import { SHANGHAI } from './regions/shanghai'
import { SHANXI } from './regions/shanxi'
import { SICHUAN } from './regions/sichuan'
import { TIANJIN } from './regions/tianjin'
import { XIZANG } from './regions/xizang'
import { ZHEJIANG } from './regions/zhejiang'

/** Every region whose rules are held. A new region is one file and one line here: see docs/how-to-a-new-region.md. */
export const REGIONS: readonly Region[] = [
  XIZANG,
  HEBEI,
  GUIZHOU,
  JIANGXI,
  HENAN,
  ANHUI,
  SHANDONG,
  SHAANXI,
  GUANGDONG,
  SHANXI,
  HUBEI,
  JIANGSU,
  ZHEJIANG,
  SHANGHAI,
  BEIJING,
  SICHUAN,
  CHONGQING,
  GANSU,
  FUJIAN,
  DALIAN,
  NEIMENGGU,
  HEILONGJIANG,
  TIANJIN,
  HUNAN,
]

export { type Dated, inForce, reliabilityOf } from './dated'
export {
  DEFINITIONS,
  isParameterName,
  PARAMETER_NAMES,
  type ParameterName,
  type ParameterValues,
  type WhenUnknown,
} from './definitions'
export type { Cap, CapByArea } from './definitions/people'
export type { Layer, Region } from './layer'
export { NATIONAL } from './national'
export { PRODUCT_DEFAULTS, productDefault } from './product'
export { provinceOf, sameProvince } from './provinces'
export { bestReliability, RELIABILITIES, SOURCES, type SourceId, sourceLine } from './sources'
