import type Database from 'libsql'
import type {
  ChangesPage,
  InsuranceChange,
  InsuredPerson,
  PersonalAccount,
  PoolingArea,
} from '../../platform/insurer/port'
import {
  addMilliseconds,
  ageOn,
  type Day,
  day,
  dayOf,
  type Instant,
  instantFromMilliseconds,
  startOfDay,
} from '../../shared/values/day'
import { fen, subtractFen } from '../../shared/values/fen'
import type { IdDocument } from '../../shared/values/id-document'
import type { EnrolmentState, Scheme } from '../../shared/values/relation'
import type { SyntheticPerson } from '../people'
import type { Ledger } from './ledger'

/** Registered parents are told of people below this age (民法典 art. 17: a minor is under 18). */
const ADULT_AGE = 18

interface PersonRow {
  readonly person: number
  readonly id_type: IdDocument['idType']
  readonly id_number: string
  readonly name: string
  readonly birth_day: string
  readonly sex: InsuredPerson['sex']
  readonly scheme: Scheme | null
  readonly enrolment: EnrolmentState
  readonly area_code: string | null
  readonly area_name: string | null
  readonly region_code: string | null
}

interface ChangeRow extends Pick<PersonRow, 'id_type' | 'id_number'> {
  readonly sequence: number
  readonly at: Instant
  readonly kind: InsuranceChange['kind']
  readonly state: string
}

export interface EnrolmentChange {
  readonly enrolment: EnrolmentState
  /** What is left out stays as it is. */
  readonly scheme?: Scheme | null
  readonly poolingArea?: PoolingArea | null
  readonly regionCode?: string | null
}

/** How a person stands after a change; the feed keeps it as it was then. */
type ChangedState = Pick<InsuranceChange, 'scheme' | 'enrolment' | 'poolingArea' | 'regionCode' | 'diedOn'>

/** Where somebody stands in the register. */
export interface Registered {
  readonly person: number
  readonly scheme: Scheme | null
}

export interface Register {
  find(document: IdDocument): InsuredPerson | null
  /** What is in the personal account, and what of it is from the years before; null where there is none. */
  accountOf(document: IdDocument): PersonalAccount | null
  /** Null for the uninsured, as for somebody who was never heard of. */
  registered(document: IdDocument): Registered | null
  waiverOf(person: number, premiumYear: number): string | null
  changes(afterSequence: number, limit: number): ChangesPage
  /** @throws RangeError when the register knows nobody by that number; so do the three below. */
  personOf(idNumber: string): number
  setEnrolment(idNumber: string, change: EnrolmentChange): void
  setDeath(idNumber: string, diedOn: Day): void
  setWaiver(idNumber: string, premiumYear: number, category: string | null): void
}

/** The insurer's register of persons: who is insured where, who the parents of a child are, and what changed. */
export function openRegister(database: Database.Database, ledger: Ledger, now: () => number): Register {
  const byDocument = database.prepare('SELECT * FROM persons WHERE id_type = ? AND id_number = ?')
  const byNumber = database.prepare('SELECT * FROM persons WHERE id_number = ?')
  const parentsOf = database.prepare(
    `SELECT persons.id_type, persons.id_number FROM parents JOIN persons ON persons.person = parents.parent
     WHERE parents.child = ? ORDER BY persons.person`,
  )
  const waiver = database.prepare('SELECT category FROM waivers WHERE person = ? AND premium_year = ?')
  const update = database.prepare(
    'UPDATE persons SET enrolment = ?, scheme = ?, area_code = ?, area_name = ?, region_code = ? WHERE person = ?',
  )
  const addChange = database.prepare(
    'INSERT INTO changes VALUES ((SELECT COALESCE(MAX(sequence), 0) + 1 FROM changes), ?, ?, ?, ?)',
  )
  // One more than asked for, so that the last page is known as the last.
  const changesAfter = database.prepare(
    `SELECT changes.*, persons.id_type, persons.id_number FROM changes JOIN persons USING (person)
     WHERE sequence > ? ORDER BY sequence LIMIT ? + 1`,
  )
  const moment = () => instantFromMilliseconds(now())

  const rowOf = (document: IdDocument): PersonRow | null => {
    const row = byDocument.get(document.idType, document.idNumber) as PersonRow | undefined
    return row === undefined || row.enrolment === 'none' ? null : row
  }
  const known = (idNumber: string): PersonRow => {
    const row = byNumber.get(idNumber) as PersonRow | undefined
    if (row === undefined) throw new RangeError('nobody in the register has that ID number')
    return row
  }
  const write = (person: number, state: ChangedState, kinds: readonly InsuranceChange['kind'][]) => {
    const { enrolment, scheme, poolingArea, regionCode } = state
    update.run(enrolment, scheme, poolingArea?.code ?? null, poolingArea?.name ?? null, regionCode, person)
    const at = moment()
    for (const kind of kinds) addChange.run(at, person, kind, JSON.stringify(state))
  }
  const writeWhole = database.transaction(write)

  return {
    find(document) {
      const row = rowOf(document)
      if (row === null) return null
      const minor = ageOn(day(row.birth_day), dayOf(moment())) < ADULT_AGE
      const parents = minor ? (parentsOf.all(row.person) as Pick<PersonRow, 'id_type' | 'id_number'>[]) : []
      return insuredPerson(row, parents.map(documentOf))
    },

    accountOf(document) {
      const row = rowOf(document)
      if (row === null || row.scheme !== 'employee') return null
      const account = ledger.accountOf(row.person, 'account')
      if (account === null) return null
      const priorYearsFen = ledger.priorYearsOf(account, yearBegan(moment()))
      return { balanceFen: ledger.balanceOf(account), priorYearsFen }
    },

    registered(document) {
      const row = rowOf(document)
      return row === null ? null : { person: row.person, scheme: row.scheme }
    },

    waiverOf(person, premiumYear) {
      const row = waiver.get(person, premiumYear) as { category: string } | undefined
      return row?.category ?? null
    },

    changes(afterSequence, limit) {
      const rows = changesAfter.all(afterSequence, limit) as ChangeRow[]
      const page = rows.slice(0, limit)
      const changes = page.map((row) => ({
        sequence: row.sequence,
        at: row.at,
        kind: row.kind,
        document: documentOf(row),
        ...(JSON.parse(row.state) as ChangedState),
      }))
      return { changes, next: rows.length > limit ? (page.at(-1)?.sequence ?? null) : null }
    },

    personOf: (idNumber) => known(idNumber).person,

    setEnrolment(idNumber, change) {
      const row = known(idNumber)
      const before = areaOf(row)
      const state: ChangedState = {
        enrolment: change.enrolment,
        scheme: change.scheme === undefined ? row.scheme : change.scheme,
        poolingArea: change.poolingArea === undefined ? before : change.poolingArea,
        regionCode: change.regionCode === undefined ? row.region_code : change.regionCode,
        diedOn: null,
      }
      const kinds: InsuranceChange['kind'][] = []
      if (state.scheme !== row.scheme) kinds.push('scheme-changed')
      if (state.poolingArea?.code !== before?.code || state.regionCode !== row.region_code)
        kinds.push('moved')
      if (state.enrolment !== row.enrolment) {
        kinds.push(state.enrolment === 'none' ? 'enrolment-ended' : 'enrolment-changed')
      }
      writeWhole.immediate(row.person, state, kinds)
    },

    setDeath(idNumber, diedOn) {
      const row = known(idNumber)
      const { scheme, region_code: regionCode } = row
      writeWhole.immediate(
        row.person,
        { enrolment: 'none', scheme, poolingArea: areaOf(row), regionCode, diedOn },
        ['died'],
      )
    },

    setWaiver(idNumber, premiumYear, category) {
      const { person } = known(idNumber)
      if (category === null) {
        database.prepare('DELETE FROM waivers WHERE person = ? AND premium_year = ?').run(person, premiumYear)
        return
      }
      database.prepare('INSERT OR REPLACE INTO waivers VALUES (?, ?, ?)').run(person, premiumYear, category)
    },
  }
}

/** Fills an empty register with the people, once; one that holds people keeps its own. */
export function fillOnce(
  database: Database.Database,
  ledger: Ledger,
  people: readonly SyntheticPerson[],
  at: Instant,
): void {
  if (database.prepare('SELECT 1 FROM persons LIMIT 1').get() !== undefined) return
  const places = new Map(people.map((person, index) => [person.idNumber, index]))
  const addPerson = database.prepare('INSERT INTO persons VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const addParent = database.prepare('INSERT INTO parents VALUES (?, ?)')
  const lastYear = addMilliseconds(yearBegan(at), -1)
  for (const [index, person] of people.entries()) {
    addPerson.run(
      index,
      person.idType,
      person.idNumber,
      person.name,
      person.birthDay,
      person.sex,
      person.scheme,
      person.enrolment,
      person.poolingArea?.code ?? null,
      person.poolingArea?.name ?? null,
      person.regionCode,
    )
    if (person.balanceFen === null) continue
    const thisYearsFen = person.thisYearsFen ?? fen(0)
    ledger.open(index, subtractFen(person.balanceFen, thisYearsFen), lastYear)
    if (thisYearsFen > 0) ledger.open(index, thisYearsFen, at)
  }
  for (const [index, person] of people.entries()) {
    for (const { idNumber, relation } of person.family) {
      const parent = places.get(idNumber)
      if (relation === 'parent' && parent !== undefined) addParent.run(index, parent)
    }
  }
}

/** The first moment of the year in which a moment lies, in Asia/Shanghai. */
export function yearBegan(at: Instant): Instant {
  return startOfDay(day(`${dayOf(at).slice(0, 4)}-01-01`))
}

function insuredPerson(row: PersonRow, parents: readonly IdDocument[]): InsuredPerson {
  return {
    name: row.name,
    document: documentOf(row),
    birthDay: day(row.birth_day),
    sex: row.sex,
    scheme: row.scheme,
    enrolment: row.enrolment,
    poolingArea: areaOf(row),
    regionCode: row.region_code,
    parents,
  }
}

function documentOf(row: Pick<PersonRow, 'id_type' | 'id_number'>): IdDocument {
  return { idType: row.id_type, idNumber: row.id_number }
}

function areaOf(row: PersonRow): PoolingArea | null {
  return row.area_code === null || row.area_name === null
    ? null
    : { code: row.area_code, name: row.area_name }
}
