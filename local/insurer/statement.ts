import type Database from 'libsql'
import type { StatementLine, StatementPage, StatementQuery } from '../../platform/insurer/port'

/**
 * The movements that callers asked for, after a sequence number and between two moments. Movements are only ever added
 * with higher numbers, so that a page once read stays as it is.
 */
export function openStatement(database: Database.Database): (query: StatementQuery) => StatementPage {
  // One more than asked for, so that the last page is known as the last.
  const lines = database.prepare(
    `SELECT movements.sequence, movements.at, movements.kind, movements.id,
       premiums.order_id AS orderId, premiums.premium_year AS premiumYear,
       premiums.amount_fen AS amountFen, premiums.paid_from AS account
     FROM movements
     LEFT JOIN reversals ON reversals.movement = movements.sequence
     JOIN premiums ON premiums.order_id = COALESCE(reversals.order_id, movements.id)
     WHERE movements.sequence > @after AND movements.kind IN ('premium', 'reversal') AND movements.id IS NOT NULL
       AND movements.at >= @from AND movements.at < @until
     ORDER BY movements.sequence LIMIT @limit + 1`,
  )
  return ({ afterSequence, from, until, limit }) => {
    const rows = lines.all({
      after: afterSequence,
      from: from ?? '',
      // Every moment sorts before a letter.
      until: until ?? 'never',
      limit,
    }) as StatementLine[]
    const page = rows.slice(0, limit)
    return { lines: page, next: rows.length > limit ? (page.at(-1)?.sequence ?? null) : null }
  }
}
