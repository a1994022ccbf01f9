import { HEBEI } from './hebei'
import type { Region } from './layer'
import { XIZANG } from './xizang'

/** Every region whose rules are held. A new region is one file and one line here: see docs/how-to-a-new-region.md. */
export const REGIONS: readonly Region[] = [XIZANG, HEBEI]

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
