import { AREAS, type Area, regionCodeOf } from './areas'

/** Someone who works at the bureau: `reviewer` decides on applications, `clerk` serves at the window. */
export interface StaffMember {
  readonly staffId: string
  readonly name: string
  readonly role: 'reviewer' | 'clerk'
  /** Whose cases she sees: those of one region, or of every region where it is null. */
  readonly regionCode: string | null
  readonly note: string
}

/**
 * Two reviewers for every region, so that a second pair of eyes exists, one for each region that has something reviewed,
 * and two clerks at the window.
 */
export const STAFF: readonly StaffMember[] = [
  {
    staffId: 'reviewer-lin',
    name: '林审',
    role: 'reviewer',
    regionCode: null,
    note: '审核员，处理各地需要审核的申请。',
  },
  {
    staffId: 'reviewer-tang',
    name: '唐核',
    role: 'reviewer',
    regionCode: null,
    note: '另一位审核员，用于复核。',
  },
  {
    staffId: 'reviewer-hao',
    name: '郝清',
    role: 'reviewer',
    regionCode: '610000',
    note: '陕西的审核员，只看陕西的申请。',
  },
  {
    staffId: 'reviewer-cheng',
    name: '程敏',
    role: 'reviewer',
    regionCode: '340000',
    note: '安徽的审核员，只看安徽的申请。',
  },
  {
    staffId: 'reviewer-yu',
    name: '于洋',
    role: 'reviewer',
    regionCode: '210200',
    note: '大连的审核员，只看大连的申请。',
  },
  {
    staffId: 'clerk-meng',
    name: '孟晓',
    role: 'clerk',
    regionCode: '130000',
    note: '窗口经办人员，帮没有手机的人办理。',
  },
  {
    staffId: 'clerk-duan',
    name: '段兰',
    role: 'clerk',
    regionCode: '130000',
    note: '另一位窗口经办人员，用于复核证件。',
  },
]

/** A designated hospital or pharmacy (定点医药机构). */
export interface Institution {
  readonly institutionId: string
  readonly kind: 'hospital' | 'pharmacy'
  readonly name: string
  readonly poolingArea: { readonly code: string; readonly name: string }
}

/**
 * A hospital and a pharmacy in every area. The number has the shape of NHSA's `fixmedins_code` (H or P, six digits of
 * an address, five of a serial), with the address that is assigned to no place, so that it is nobody's.
 */
export const INSTITUTIONS: readonly Institution[] = AREAS.flatMap((place) => [
  institution(place, 'hospital'),
  institution(place, 'pharmacy'),
])

function institution(place: Area, kind: Institution['kind']): Institution {
  const letter = kind === 'hospital' ? 'H' : 'P'
  const province = regionCodeOf(place.code).slice(0, 2)
  return {
    institutionId: `${letter}${province}00990${place.code.slice(0, 4)}`,
    kind,
    name: `${place.name}${kind === 'hospital' ? '示范医院' : '示范药店'}`,
    poolingArea: place,
  }
}
