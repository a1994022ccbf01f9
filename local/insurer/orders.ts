import { createHash } from 'node:crypto'
import type Database from 'libsql'
import type { Instant } from '../../shared/values/day'

/** What an id was used for. */
export type OrderKind = 'payment' | 'reversal' | 'settlement' | 'settlement-reversal'

export interface Orders {
  /**
   * Answers a request that moves money: as before where this very request came under the id, with `reused` where
   * another did, with `cancelled` where the id was shut out, and else with what the work answers, which is kept. To be
   * called inside the transaction in which the work writes.
   */
  once<Answer>(
    request: {
      readonly id: string
      readonly kind: OrderKind
      readonly asked: object
      readonly reused: Answer
      readonly cancelled: Answer
    },
    work: (at: Instant) => Answer,
  ): Answer
  /** Shuts out an id that has not arrived; one that has keeps its answer. Inside a transaction of the caller. */
  shutOut<Answer>(request: {
    readonly id: string
    readonly kind: OrderKind
    readonly reused: Answer
    readonly cancelled: Answer
  }): Answer
  /** What an id of this kind was answered, one that was shut out too; null where it has not arrived. */
  answerOf(id: string, kind: OrderKind): unknown
}

interface OrderRow {
  readonly kind: OrderKind | 'cancelled'
  readonly digest: string
  readonly answer: string
}

/** Every id that a caller ever sent, with its answer: the same request has the same answer for ever, a refusal too. */
export function openOrders(database: Database.Database, moment: () => Instant): Orders {
  const rowOf = database.prepare('SELECT kind, digest, answer FROM orders WHERE id = ?')
  const add = database.prepare('INSERT INTO orders VALUES (?, ?, ?, ?, ?)')
  const known = (id: string) => (rowOf.get(id) as OrderRow | undefined) ?? null
  return {
    once({ id, kind, asked, reused, cancelled }, work) {
      const digest = digestOf(asked)
      const row = known(id)
      if (row?.kind === 'cancelled') return cancelled
      if (row !== null) return row.kind === kind && row.digest === digest ? JSON.parse(row.answer) : reused
      const at = moment()
      const answer = work(at)
      add.run(id, kind, digest, JSON.stringify(answer), at)
      return answer
    },
    shutOut({ id, kind, reused, cancelled }) {
      const row = known(id)
      if (row?.kind === 'cancelled') return cancelled
      if (row !== null) return row.kind === kind ? JSON.parse(row.answer) : reused
      add.run(id, 'cancelled', '', JSON.stringify(cancelled), moment())
      return cancelled
    },
    answerOf(id, kind) {
      const row = known(id)
      return row === null || (row.kind !== kind && row.kind !== 'cancelled') ? null : JSON.parse(row.answer)
    },
  }
}

/** What a request asks for, whatever the order of its fields: the same digest, the same request. */
function digestOf(request: object): string {
  const sorted = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.entries(value)
          .map(([name, part]) => [name, sorted(part)] as const)
          .sort(([one], [other]) => (one < other ? -1 : 1))
      : value
  return createHash('sha256')
    .update(JSON.stringify(sorted(request)))
    .digest('base64url')
}
