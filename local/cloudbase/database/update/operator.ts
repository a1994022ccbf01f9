import type { BsonDocument, Value } from '../values'

/** What one update operator is given for one path. It changes the document in place. */
export interface FieldChange {
  readonly document: BsonDocument
  readonly path: string
  readonly operand: Value
  /** True when the document is made by this very write (an upsert). */
  readonly inserting: boolean
}

export type FieldOperator = (change: FieldChange) => void
