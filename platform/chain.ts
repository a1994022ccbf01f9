import type { Caller } from './caller'
import { canonicalJson } from './canonical'
import type { Keys } from './keys/keys'
import type { Chained } from './store/collections'

/** The hash before the first entry. */
const NOTHING_BEFORE = '0'.repeat(64)

/** The next entry of a chain after the newest, or its first. */
export function nextInChain<Said extends object>(
  keys: Keys,
  chain: string,
  newest: Chained | null,
  said: Said,
): Said & Chained {
  const number = (newest?.number ?? 0) + 1
  const entry = { ...said, chain, number, previousHash: newest?.hash ?? NOTHING_BEFORE }
  return { _id: `${chain}:${number}`, ...entry, hash: keys.chainHash(canonicalJson(entry)) }
}

/** Whether the entries of a chain, oldest first, are whole and unchanged from the first to the last that is there. */
export function isChainIntact(keys: Keys, entries: readonly Chained[]): boolean {
  let previousHash = NOTHING_BEFORE
  for (const [index, { _id, hash, ...entry }] of entries.entries()) {
    if (entry.number !== index + 1 || _id !== `${entry.chain}:${entry.number}`) return false
    if (entry.previousHash !== previousHash || keys.chainHash(canonicalJson(entry)) !== hash) return false
    previousHash = hash
  }
  return true
}

interface Acting {
  readonly caller: Caller
  readonly userKey: string | null
  readonly person: { readonly _id: string } | null
}

/** So many chains has a party that does much at once and in no order. */
const SHARD_DIGITS = 2

/**
 * Who acts, and on which chain it is written down. A person has a chain of her own, which only she herself writes to.
 * A hospital or a window serves many people at the same moment, who must not wait for one another; its acts are spread
 * over 256 chains by the request.
 */
export function auditChainOf(
  { caller, userKey, person }: Acting,
  requestKey: string,
): { readonly chain: string; readonly actor: string } {
  const own = person?._id ?? userKey
  if (own !== null) return { chain: own, actor: own }
  const actor = actorOf(caller)
  return { chain: `${actor}/${requestKey.slice(0, SHARD_DIGITS)}`, actor }
}

function actorOf(caller: Caller): string {
  if (caller.kind === 'staff') return `staff:${caller.staffId}`
  if (caller.kind === 'institution') return `institution:${caller.institutionId}`
  return caller.kind
}
