import type Database from 'libsql'
import type { MoneySource } from '../../platform/insurer/port'
import type { Instant } from '../../shared/values/day'
import { type Fen, fen } from '../../shared/values/fen'
import { OPENING_ACCOUNT, OUTSIDE_ACCOUNT } from './tables'

export type MovementKind =
  | 'opening'
  | 'credit'
  | 'premium'
  | 'reversal'
  | 'settlement'
  | 'settlement-reversal'

/** What an account gains (above zero) or loses by a movement. */
export interface Entry {
  readonly account: number
  readonly amountFen: Fen
}

/** What lies in all accounts of a kind; together they are zero at every moment. */
export type LedgerTotals = Readonly<
  Record<'account' | 'wallet' | 'opening' | 'premiums' | 'outside' | 'settlements', Fen>
>

export interface Ledger {
  /** The account of a person, or null where none was opened. */
  accountOf(person: number, kind: MoneySource): number | null
  /** The account of a person, opened where it was not. */
  openAccount(person: number, kind: MoneySource): number
  /** The sum of the account's entries. */
  balanceOf(account: number): Fen
  /**
   * What of the balance was there when the year began: debits of the year take the older money first, and what is given
   * back goes back to it.
   *
   * @param yearBegan the first moment of the year
   */
  priorYearsOf(account: number, yearBegan: Instant): Fen
  /**
   * Writes one movement inside the transaction of the caller.
   *
   * @param id the caller's id, null for what nobody asked for over HTTP
   * @returns its sequence number; later movements have higher ones
   * @throws Error where the entries do not sum to zero, or where a person's account would be overdrawn
   */
  post(kind: MovementKind, id: string | null, entries: readonly Entry[], at: Instant): number
  /** Opens the personal account with what has been in it since that moment. */
  open(person: number, balanceFen: Fen, since: Instant): void
  /** Money that comes from outside into a person's account. */
  credit(person: number, kind: MoneySource, amountFen: Fen, at: Instant): void
  totals(): LedgerTotals
}

/**
 * The double-entry ledger: every movement is a set of entries that sum to zero, and a balance is nothing but the sum
 * of an account's entries. Nothing in it is ever changed or taken away; the tables themselves refuse that.
 *
 * @throws Error where the file holds a movement that does not sum to zero or an account that is overdrawn
 */
export function openLedger(database: Database.Database): Ledger {
  checkLedger(database)
  const account = database.prepare('SELECT account FROM accounts WHERE person = ? AND kind = ?')
  const addAccount = database.prepare('INSERT INTO accounts (kind, person) VALUES (?, ?)')
  const balance = database.prepare(
    'SELECT COALESCE(SUM(amount_fen), 0) AS fen FROM entries WHERE account = ?',
  )
  const before = database.prepare(
    `SELECT COALESCE(SUM(amount_fen), 0) AS fen FROM entries JOIN movements ON sequence = movement
     WHERE account = ? AND (at < ? OR kind IN ('premium', 'reversal', 'settlement', 'settlement-reversal'))`,
  )
  const nextSequence = database.prepare('SELECT COALESCE(MAX(sequence), 0) + 1 AS sequence FROM movements')
  const addEntry = database.prepare('INSERT INTO entries VALUES (?, ?, ?)')
  const addMovement = database.prepare('INSERT INTO movements VALUES (?, ?, ?, ?)')
  const sums = database.prepare(
    `SELECT kind, COALESCE(SUM(amount_fen), 0) AS fen FROM accounts LEFT JOIN entries USING (account) GROUP BY kind`,
  )

  const ledger: Ledger = {
    accountOf(person, kind) {
      const row = account.get(person, kind) as { account: number } | undefined
      return row?.account ?? null
    },
    openAccount(person, kind) {
      return ledger.accountOf(person, kind) ?? Number(addAccount.run(kind, person).lastInsertRowid)
    },
    balanceOf(number) {
      return fen((balance.get(number) as { fen: number }).fen)
    },
    priorYearsOf(number, yearBegan) {
      const { fen: older } = before.get(number, yearBegan) as { fen: number }
      return fen(Math.min(Math.max(0, older), ledger.balanceOf(number)))
    },
    post(kind, id, entries, at) {
      const { sequence } = nextSequence.get() as { sequence: number }
      for (const entry of entries) addEntry.run(sequence, entry.account, entry.amountFen)
      addMovement.run(sequence, kind, id, at)
      return sequence
    },
    open(person, balanceFen, since) {
      const opened = ledger.openAccount(person, 'account')
      if (balanceFen === 0) return
      ledger.post('opening', null, transfer(OPENING_ACCOUNT, opened, balanceFen), since)
    },
    credit(person, kind, amountFen, at) {
      ledger.post('credit', null, transfer(OUTSIDE_ACCOUNT, ledger.openAccount(person, kind), amountFen), at)
    },
    totals() {
      const zero = fen(0)
      const totals = {
        account: zero,
        wallet: zero,
        opening: zero,
        premiums: zero,
        outside: zero,
        settlements: zero,
      }
      for (const row of sums.all() as { kind: keyof LedgerTotals; fen: number }[]) {
        totals[row.kind] = fen(row.fen)
      }
      return totals
    },
  }
  return ledger
}

/** The two entries that carry an amount from one account to another. */
export function transfer(from: number, to: number, amountFen: Fen): readonly Entry[] {
  return [
    { account: from, amountFen: fen(-amountFen) },
    { account: to, amountFen },
  ]
}

function checkLedger(database: Database.Database): void {
  const uneven = database
    .prepare('SELECT 1 FROM entries GROUP BY movement HAVING SUM(amount_fen) <> 0 LIMIT 1')
    .get()
  if (uneven !== undefined) throw new Error("a movement in the insurer's ledger does not sum to zero")
  const overdrawn = database
    .prepare(
      `SELECT 1 FROM accounts JOIN entries USING (account) WHERE person IS NOT NULL
       GROUP BY account HAVING SUM(amount_fen) < 0 LIMIT 1`,
    )
    .get()
  if (overdrawn !== undefined) throw new Error("an account in the insurer's ledger is overdrawn")
}
