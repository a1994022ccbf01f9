import type Database from 'libsql'
import type { StatementLine, StatementPage, StatementQuery } from '../../platform/insurer/port'
import { settledLegsOf } from './settlements'

interface Row {
  readonly sequence: number
  readonly at: string
  readonly kind: StatementLine['kind']
  readonly id: string
  readonly orderId: string
  readonly premiumYear: number | null
  readonly amountFen: number
  readonly account: string | null
}

/**
 * The movements that callers asked for, after a sequence number and between two moments. Movements are only ever added
 * with higher numbers, so that a page once read stays as it is.
 */
export function openStatement(database: Database.Database): (query: StatementQuery) => StatementPage {
  const legsOf = settledLegsOf(database)
  // One more than asked for, so that the last page is known as the last.
  const lines = database.prepare(
    `SELECT movements.sequence, movements.at, movements.kind, movements.id,
       COALESCE(reversals.order_id, settlement_reversals.order_id, movements.id) AS orderId,
       premiums.premium_year AS premiumYear, premiums.paid_from AS account,
       COALESCE(premiums.amount_fen, settlements.amount_fen) AS amountFen
     FROM movements
     LEFT JOIN reversals ON reversals.movement = movements.sequence
     LEFT JOIN settlement_reversals ON settlement_reversals.movement = movements.sequence
     LEFT JOIN premiums ON premiums.order_id = COALESCE(reversals.order_id, movements.id)
     LEFT JOIN settlements ON settlements.order_id = COALESCE(settlement_reversals.order_id, movements.id)
     WHERE movements.sequence > @after AND movements.id IS NOT NULL
       AND movements.kind IN ('premium', 'reversal', 'settlement', 'settlement-reversal')
       AND movements.at >= @from AND movements.at < @until
     ORDER BY movements.sequence LIMIT @limit + 1`,
  )
  const lineOf = ({ premiumYear, account, ...row }: Row) =>
    (premiumYear === null
      ? { ...row, legs: legsOf(row.orderId) }
      : { ...row, premiumYear, account }) as StatementLine
  return ({ afterSequence, from, until, limit }) => {
    const rows = lines.all({
      after: afterSequence,
      from: from ?? '',
      // Every moment sorts before a letter.
      until: until ?? 'never',
      limit,
    }) as Row[]
    const page = rows.slice(0, limit)
    return { lines: page.map(lineOf), next: rows.length > limit ? (page.at(-1)?.sequence ?? null) : null }
  }
}
