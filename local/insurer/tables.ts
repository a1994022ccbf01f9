import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'

/** The accounts that belong to nobody: each movement of a person's money has its other side in one of them. */
export const OPENING_ACCOUNT = 1
export const PREMIUMS_ACCOUNT = 2
export const OUTSIDE_ACCOUNT = 3
/** Below those of persons, whose numbers in older files begin right after the three. */
export const SETTLEMENTS_ACCOUNT = -1

// One row for everybody whom the insurer has ever heard of; the uninsured are among them and are never given out.
const PERSONS = `
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
  CREATE TABLE IF NOT EXISTS waivers (
    person INTEGER NOT NULL REFERENCES persons (person),
    premium_year INTEGER NOT NULL,
    category TEXT NOT NULL,
    PRIMARY KEY (person, premium_year)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS changes (
    sequence INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES persons (person),
    kind TEXT NOT NULL CHECK (kind IN
      ('enrolment-changed', 'enrolment-ended', 'moved', 'scheme-changed', 'died')),
    state TEXT NOT NULL
  ) STRICT;
`

// The entries of a movement are written before it, and the movement closes them: only so can a trigger, which sees one
// row at a time, ask that they sum to zero. The deferred reference refuses entries that no movement closed.
const LEDGER = `
  CREATE TABLE IF NOT EXISTS accounts (
    account INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('account', 'wallet', 'opening', 'premiums', 'outside', 'settlements')),
    person INTEGER REFERENCES persons (person),
    CHECK ((person IS NULL) = (kind IN ('opening', 'premiums', 'outside', 'settlements'))),
    UNIQUE (kind, person)
  ) STRICT;
  INSERT OR IGNORE INTO accounts VALUES
    (${OPENING_ACCOUNT}, 'opening', NULL), (${PREMIUMS_ACCOUNT}, 'premiums', NULL), (${OUTSIDE_ACCOUNT}, 'outside', NULL),
    (${SETTLEMENTS_ACCOUNT}, 'settlements', NULL);
  CREATE TABLE IF NOT EXISTS movements (
    sequence INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN
      ('opening', 'credit', 'premium', 'reversal', 'settlement', 'settlement-reversal')),
    id TEXT UNIQUE,
    at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS entries (
    movement INTEGER NOT NULL REFERENCES movements (sequence) DEFERRABLE INITIALLY DEFERRED,
    account INTEGER NOT NULL REFERENCES accounts (account),
    amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0),
    PRIMARY KEY (movement, account)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS entries_of_account ON entries (account, amount_fen);
  CREATE TRIGGER IF NOT EXISTS closed_movements_stay BEFORE INSERT ON entries
    WHEN EXISTS (SELECT 1 FROM movements WHERE sequence = NEW.movement)
    BEGIN SELECT RAISE(ABORT, 'a closed movement takes no further entry'); END;
  CREATE TRIGGER IF NOT EXISTS nobody_overdraws AFTER INSERT ON entries
    WHEN NEW.amount_fen < 0
      AND (SELECT person FROM accounts WHERE account = NEW.account) IS NOT NULL
      AND (SELECT SUM(amount_fen) FROM entries WHERE account = NEW.account) < 0
    BEGIN SELECT RAISE(ABORT, 'a personal account cannot be overdrawn'); END;
  CREATE TRIGGER IF NOT EXISTS movements_sum_to_zero BEFORE INSERT ON movements
    WHEN (SELECT COUNT(*) < 2 OR SUM(amount_fen) <> 0 FROM entries WHERE movement = NEW.sequence)
    BEGIN SELECT RAISE(ABORT, 'the entries of a movement sum to zero'); END;
`

const PREMIUMS = `
  CREATE TABLE IF NOT EXISTS orders (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN
      ('payment', 'reversal', 'settlement', 'settlement-reversal', 'cancelled')),
    digest TEXT NOT NULL,
    answer TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS premiums (
    order_id TEXT PRIMARY KEY,
    movement INTEGER NOT NULL UNIQUE REFERENCES movements (sequence),
    payer INTEGER REFERENCES persons (person),
    insured INTEGER NOT NULL REFERENCES persons (person),
    premium_year INTEGER NOT NULL,
    tier TEXT NOT NULL,
    amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
    paid_from TEXT NOT NULL CHECK (paid_from IN ('account', 'wallet', 'outside')),
    at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS premiums_of_insured ON premiums (insured, premium_year);
  CREATE TABLE IF NOT EXISTS reversals (
    order_id TEXT PRIMARY KEY REFERENCES premiums (order_id),
    reversal_id TEXT NOT NULL UNIQUE,
    movement INTEGER NOT NULL UNIQUE REFERENCES movements (sequence),
    reason TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER IF NOT EXISTS one_premium_a_year BEFORE INSERT ON premiums
    WHEN EXISTS (
      SELECT 1 FROM premiums WHERE insured = NEW.insured AND premium_year = NEW.premium_year
        AND order_id NOT IN (SELECT order_id FROM reversals))
    BEGIN SELECT RAISE(ABORT, 'this premium is paid'); END;
`

// What is kept of settlements beside the ledger: which order it was, its parts, and that it was reversed.
const SETTLEMENTS = `
  CREATE TABLE IF NOT EXISTS settlements (
    order_id TEXT PRIMARY KEY,
    movement INTEGER NOT NULL UNIQUE REFERENCES movements (sequence),
    insured INTEGER NOT NULL REFERENCES persons (person),
    institution TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('outpatient', 'inpatient', 'pharmacy')),
    amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
    at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS settlement_legs (
    order_id TEXT NOT NULL REFERENCES settlements (order_id) DEFERRABLE INITIALLY DEFERRED,
    leg INTEGER NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('own-account', 'shared-account', 'wallet', 'cash')),
    account INTEGER NOT NULL REFERENCES accounts (account),
    amount_fen INTEGER NOT NULL CHECK (amount_fen > 0),
    PRIMARY KEY (order_id, leg)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS settlement_reversals (
    order_id TEXT PRIMARY KEY REFERENCES settlements (order_id),
    reversal_id TEXT NOT NULL UNIQUE,
    movement INTEGER NOT NULL UNIQUE REFERENCES movements (sequence),
    at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`

const APPEND_ONLY = [
  ...['movements', 'entries', 'orders', 'premiums', 'reversals', 'changes'],
  ...['settlements', 'settlement_legs', 'settlement_reversals'],
]
  .flatMap((table) =>
    ['UPDATE', 'DELETE'].map(
      (change) =>
        `CREATE TRIGGER IF NOT EXISTS ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table}
         BEGIN SELECT RAISE(ABORT, '${table} are only ever added to'); END;`,
    ),
  )
  .join('\n')

export interface OpenedTables {
  readonly database: Database.Database
  /** Balances of a file from before the ledger, which the caller turns into opening entries; gone from the file. */
  readonly formerBalances: readonly { readonly person: number; readonly balance_fen: number }[]
}

/**
 * Opens the insurer's own file and makes what is missing in it, all in one commit with `fill`.
 *
 * @param directory where the file lies; null keeps everything in memory.
 */
export function openTables(
  directory: string | null,
  fill: (opened: OpenedTables) => void,
): Database.Database {
  if (directory !== null) mkdirSync(directory, { recursive: true, mode: 0o700 })
  const database = new Database(directory === null ? ':memory:' : path.join(directory, 'insurer.sqlite'))
  try {
    if (directory !== null) database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    // Without it a REPLACE would delete a row past the trigger that forbids it.
    database.pragma('recursive_triggers = ON')
    const open = database.transaction(() => {
      const formerBalances = takeFormerBalances(database)
      widenKinds(database)
      database.exec(PERSONS + LEDGER + PREMIUMS + SETTLEMENTS + APPEND_ONLY)
      fill({ database, formerBalances })
    })
    open.immediate()
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * A file from before settlements knows fewer kinds. A `CHECK` cannot be altered, and a table that may only be added to
 * cannot be made anew; what SQLite documents for this is to write the table's own text, with no other change in it.
 */
function widenKinds(database: Database.Database): void {
  const current = tablesIn(PERSONS + LEDGER + PREMIUMS)
  const held = database.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table'").all() as {
    name: string
    sql: string
  }[]
  const narrow = held.filter(({ name, sql }) => {
    const wanted = current.get(name)
    if (wanted === undefined || wanted === plain(sql)) return false
    // Anything but the list of kinds would be another table, of which this knows nothing.
    return withoutKinds(wanted) === withoutKinds(plain(sql))
  })
  if (narrow.length === 0) return
  database.pragma('writable_schema = ON')
  const write = database.prepare("UPDATE sqlite_master SET sql = ? WHERE type = 'table' AND name = ?")
  for (const { name } of narrow) write.run(current.get(name), name)
  database.pragma('writable_schema = RESET')
}

/** The text of each table as SQLite keeps it, by its name. */
function tablesIn(schema: string): ReadonlyMap<string, string> {
  const tables = schema.matchAll(/CREATE TABLE IF NOT EXISTS (\w+) (\([\s\S]*?\n {2}\)[^;]*);/g)
  return new Map([...tables].map(([, name = '', rest]) => [name, plain(`CREATE TABLE ${name} ${rest}`)]))
}

function withoutKinds(sql: string): string {
  return sql.replace(/kind IN \([^)]*\)/g, 'kind IN ()')
}

function plain(sql: string): string {
  return sql.replace(/\s+/g, ' ').trim()
}

function takeFormerBalances(database: Database.Database): OpenedTables['formerBalances'] {
  const columns = database.prepare("SELECT name FROM pragma_table_info('accounts')").all() as {
    name: string
  }[]
  if (!columns.some(({ name }) => name === 'balance_fen')) return []
  const rows = database
    .prepare('SELECT person, balance_fen FROM accounts ORDER BY person')
    .all() as OpenedTables['formerBalances']
  database.exec('DROP TABLE accounts')
  return rows
}
