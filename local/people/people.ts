import { assemble } from './assemble'
import { ANHUI } from './families/anhui'
import { BEIJING } from './families/beijing'
import { CHONGQING } from './families/chongqing'
import { DALIAN } from './families/dalian'
import { FUJIAN } from './families/fujian'
import { GANSU } from './families/gansu'
import { GUANGDONG } from './families/guangdong'
import { GUIZHOU } from './families/guizhou'
import { HEBEI } from './families/hebei'
import { HEILONGJIANG } from './families/heilongjiang'
import { HENAN } from './families/henan'
import { HUBEI } from './families/hubei'
import { HUNAN } from './families/hunan'
import { JIANGSU } from './families/jiangsu'
import { JIANGXI } from './families/jiangxi'
import { NEIMENGGU } from './families/neimenggu'
import { SHAANXI } from './families/shaanxi'
import { SHANDONG } from './families/shandong'
import { SHANGHAI } from './families/shanghai'
import { SHANXI } from './families/shanxi'
import { SICHUAN } from './families/sichuan'
import { TIANJIN } from './families/tianjin'
import { XIZANG } from './families/xizang'
import { ZHEJIANG } from './families/zhejiang'
import type { SyntheticPerson } from './person'

export const FAMILIES = [
  ...XIZANG,
  ...HEBEI,
  ...GUIZHOU,
  ...JIANGXI,
  ...HENAN,
  ...ANHUI,
  ...SHANDONG,
  ...SHAANXI,
  ...GUANGDONG,
  ...SHANXI,
  ...HUBEI,
  ...JIANGSU,
  ...ZHEJIANG,
  ...SHANGHAI,
  ...BEIJING,
  ...SICHUAN,
  ...CHONGQING,
  ...GANSU,
  ...FUJIAN,
  ...DALIAN,
  ...NEIMENGGU,
  ...HEILONGJIANG,
  ...TIANJIN,
  ...HUNAN,
]

/** The people of the demo. None of them exists, and none is linked or bound at first start. */
export const PEOPLE: readonly SyntheticPerson[] = assemble(FAMILIES)

/** @throws RangeError when nobody of the demo has this openid. */
export function personByOpenid(openid: string): SyntheticPerson {
  return found(
    PEOPLE.find((person) => person.openid === openid),
    openid,
  )
}

/** Names are one of a kind in the demo. @throws RangeError when nobody has this name. */
export function personNamed(name: string): SyntheticPerson {
  return found(
    PEOPLE.find((person) => person.name === name),
    name,
  )
}

function found(person: SyntheticPerson | undefined, asked: string): SyntheticPerson {
  if (person === undefined) throw new RangeError(`no synthetic person: ${asked}`)
  return person
}
