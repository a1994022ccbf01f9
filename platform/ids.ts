import { randomBytes } from 'node:crypto'
import { ulid } from 'ulid'
import { type Instant, millisecondsOf } from '../shared/values/day'
import type { Id } from '../shared/values/ids'

/** A new id: 48 bits of the call's time and 80 random bits. */
export function newId<Kind extends string>(_kind: Kind, now: Instant): Id<Kind> {
  return ulid(millisecondsOf(now)) as Id<Kind>
}

/** 128 random bits, from which an invitation's token is derived. */
export function newNonce(): string {
  return randomBytes(16).toString('base64url')
}
