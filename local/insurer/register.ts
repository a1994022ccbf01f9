import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import type { InsuredPerson, PoolingArea } from '../../platform/insurer/port'
import { ageOn, day, dayOf, instantFromMilliseconds } from '../../shared/values/day'
import { type Fen, fen } from '../../shared/values/fen'
import type { IdDocument } from '../../shared/values/id-document'
import type { EnrolmentState, Scheme } from '../../shared/values/relation'
import type { SyntheticPerson } from '../people'

/** Registered parents are told of people below this age (民法典 art. 17: a minor is under 18). */
const ADULT_AGE = 18

// One row for everybody whom the insurer has ever heard of; the uninsured are among them and are never given out.
const TABLES = `
  CREATE TABLE IF NOT EXISTS persons (
    person INTEGER PRIMARY KEY,
    id_type TEXT NOT NULL,
    id_number TEXT NOT NULL,
    name TEXT NOT NULL,
    birth_day TEXT NOT NULL,
    sex TEXT NOT NULL CHECK (sex IN ('male', 'female')),
    scheme TEXT CHECK (scheme IN ('employee', 'resident')),
    enrolment TEXT NOT NULL CHECK (enrolment IN ('active', 'suspended', 'none')),
    area_code TEXT,
    area_name TEXT,
    region_code TEXT,
    UNIQUE (id_type, id_number)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS parents (
    child INTEGER NOT NULL REFERENCES persons (person),
    parent INTEGER NOT NULL REFERENCES persons (person),
    PRIMARY KEY (child, parent)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS accounts (
    person INTEGER PRIMARY KEY REFERENCES persons (person),
    balance_fen INTEGER NOT NULL CHECK (balance_fen >= 0)
  ) STRICT;
`

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

export interface EnrolmentChange {
  readonly enrolment: EnrolmentState
  /** What is left out stays as it is. */
  readonly scheme?: Scheme | null
  readonly poolingArea?: PoolingArea | null
  readonly regionCode?: string | null
}

export interface Register {
  find(document: IdDocument): InsuredPerson | null
  balanceOf(document: IdDocument): Fen | null
  setEnrolment(idNumber: string, change: EnrolmentChange): void
  close(): void
}

/**
 * Opens the insurer's own data. An empty register is filled with the people once; one that holds people keeps its own.
 *
 * @param directory where the file lies; null keeps everything in memory.
 */
export function openRegister(
  directory: string | null,
  people: readonly SyntheticPerson[],
  now: () => number,
): Register {
  if (directory !== null) mkdirSync(directory, { recursive: true, mode: 0o700 })
  const database = new Database(directory === null ? ':memory:' : path.join(directory, 'insurer.sqlite'))
  if (directory !== null) database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.exec(TABLES)
  fillOnce(database, people)

  const byDocument = database.prepare('SELECT * FROM persons WHERE id_type = ? AND id_number = ?')
  const parentsOf = database.prepare(
    `SELECT persons.id_type, persons.id_number FROM parents JOIN persons ON persons.person = parents.parent
     WHERE parents.child = ? ORDER BY persons.person`,
  )
  const balance = database.prepare('SELECT balance_fen FROM accounts WHERE person = ?')

  const rowOf = (document: IdDocument): PersonRow | null => {
    const row = byDocument.get(document.idType, document.idNumber) as PersonRow | undefined
    return row === undefined || row.enrolment === 'none' ? null : row
  }

  return {
    find(document) {
      const row = rowOf(document)
      if (row === null) return null
      const minor = ageOn(day(row.birth_day), dayOf(instantFromMilliseconds(now()))) < ADULT_AGE
      const parents = minor ? (parentsOf.all(row.person) as Pick<PersonRow, 'id_type' | 'id_number'>[]) : []
      return insuredPerson(row, parents.map(documentOf))
    },

    balanceOf(document) {
      const row = rowOf(document)
      if (row === null || row.scheme !== 'employee') return null
      const account = balance.get(row.person) as { balance_fen: number } | undefined
      return account === undefined ? null : fen(account.balance_fen)
    },

    setEnrolment(idNumber, change) {
      const row = database.prepare('SELECT * FROM persons WHERE id_number = ?').get(idNumber) as
        | PersonRow
        | undefined
      if (row === undefined) throw new RangeError('nobody in the register has that ID number')
      const before = areaOf(row)
      const area = change.poolingArea === undefined ? before : change.poolingArea
      database
        .prepare(
          `UPDATE persons SET enrolment = ?, scheme = ?, area_code = ?, area_name = ?, region_code = ?
           WHERE person = ?`,
        )
        .run(
          change.enrolment,
          change.scheme === undefined ? row.scheme : change.scheme,
          area?.code ?? null,
          area?.name ?? null,
          change.regionCode === undefined ? row.region_code : change.regionCode,
          row.person,
        )
    },

    close() {
      database.close()
    },
  }
}

function fillOnce(database: Database.Database, people: readonly SyntheticPerson[]): void {
  const fill = database.transaction(() => {
    if (database.prepare('SELECT 1 FROM persons LIMIT 1').get() !== undefined) return
    const places = new Map(people.map((person, index) => [person.idNumber, index]))
    const addPerson = database.prepare('INSERT INTO persons VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    const addAccount = database.prepare('INSERT INTO accounts VALUES (?, ?)')
    const addParent = database.prepare('INSERT INTO parents VALUES (?, ?)')
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
      if (person.balanceFen !== null) addAccount.run(index, person.balanceFen)
    }
    for (const [index, person] of people.entries()) {
      for (const { idNumber, relation } of person.family) {
        const parent = places.get(idNumber)
        if (relation === 'parent' && parent !== undefined) addParent.run(index, parent)
      }
    }
  })
  fill.immediate()
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
