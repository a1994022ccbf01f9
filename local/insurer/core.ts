import { instantFromMilliseconds } from '../../shared/values/day'
import { type Fen, fen } from '../../shared/values/fen'
import type { SyntheticPerson } from '../people'
import { type LedgerTotals, openLedger } from './ledger'
import type { Core } from './operations'
import { openOrders } from './orders'
import { openPremiums } from './premiums'
import { fillOnce, openRegister, type Register } from './register'
import { openSettlements } from './settlements'
import { openStatement } from './statement'
import { openTables } from './tables'

/** What happens at the insurer without the product: for tests and the demo, never over HTTP. */
export interface Happenings extends Pick<Register, 'setEnrolment' | 'setDeath' | 'setWaiver'> {
  /** Money comes into a personal account or a wallet, which is opened where there is none. */
  credit(idNumber: string, to: 'account' | 'wallet', amountFen: Fen): void
  /** Somebody pays a premium past the product. @throws Error where that year is paid. */
  payOutside(idNumber: string, premiumYear: number, amountFen: Fen): void
  /** What lies in all accounts of a kind. */
  totals(): LedgerTotals
}

/**
 * Opens the insurer's own data. An empty register is filled with the people once, and their balances become opening
 * entries of the ledger; so do the balances of a file from before the ledger. A register that holds people keeps its own.
 *
 * @param directory where the file lies; null keeps everything in memory.
 */
export function openCore(
  directory: string | null,
  people: readonly SyntheticPerson[],
  now: () => number,
): Core & Happenings & { close(): void } {
  const database = openTables(directory, ({ database: opening, formerBalances }) => {
    const ledger = openLedger(opening)
    const at = instantFromMilliseconds(now())
    for (const { person, balance_fen } of formerBalances) ledger.open(person, fen(balance_fen), at)
    fillOnce(opening, ledger, people, at)
  })
  const ledger = openLedger(database)
  const register = openRegister(database, ledger, now)
  const orders = openOrders(database, () => instantFromMilliseconds(now()))
  const premiums = openPremiums(database, ledger, register, orders, now)
  const credit = database.transaction((person: number, to: 'account' | 'wallet', amountFen: Fen) =>
    ledger.credit(person, to, amountFen, instantFromMilliseconds(now())),
  )
  return {
    register,
    premiums,
    settlements: openSettlements(database, ledger, register, orders),
    statement: openStatement(database),
    setEnrolment: register.setEnrolment,
    setDeath: register.setDeath,
    setWaiver: register.setWaiver,
    credit: (idNumber, to, amountFen) => {
      credit.immediate(register.personOf(idNumber), to, amountFen)
    },
    payOutside: (idNumber, premiumYear, amountFen) =>
      premiums.registerOutside(register.personOf(idNumber), premiumYear, amountFen),
    totals: ledger.totals,
    close() {
      database.close()
    },
  }
}
