export type DatabaseErrorCode =
  | 'DATABASE_REQUEST_FAILED'
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'DATABASE_COLLECTION_ALREADY_EXIST'
  | 'DATABASE_COLLECTION_EXCEED_LIMIT'
  | 'DATABASE_DUPLICATE_WRITE'
  | 'DATABASE_TRANSACTION_CONFLICT'
  | 'DATABASE_TRANSACTION_FAIL'
  | 'INVALID_PARAM'

/** A refusal of the database: it becomes `{ code, message }` in the reply, and the SDK throws it. */
export class DatabaseError extends Error {
  constructor(
    readonly code: DatabaseErrorCode,
    message: string,
  ) {
    super(message)
    this.name = 'DatabaseError'
  }
}

/** The request is one that a MongoDB server refuses too. */
export const refused = (message: string): DatabaseError =>
  new DatabaseError('DATABASE_REQUEST_FAILED', message)

/** The request may be fine in the cloud, but this stand-in does not do it, and never guesses. */
export const notSupported = (what: string): DatabaseError =>
  new DatabaseError('DATABASE_REQUEST_FAILED', `not supported locally: ${what}`)

/** The request is malformed: a parameter is missing or of the wrong type. */
export const invalidParameter = (message: string): DatabaseError =>
  new DatabaseError('INVALID_PARAM', message)

/** A write met a document that an open transaction has written. It says whom to wait for. */
export class DocumentLocked extends Error {
  constructor(readonly transactionId: string) {
    super(`locked by transaction ${transactionId}`)
    this.name = 'DocumentLocked'
  }
}
