import tcb from '@cloudbase/node-sdk'
import * as v from 'valibot'
import type {
  Action,
  Contract,
  DraftValueOf,
  FunctionContract,
  ParsedInputOf,
} from '../shared/contract/action'
import { eventSchema, type Reply, requestIdSchema } from '../shared/contract/event'
import type { RefusalReply } from '../shared/contract/fields'
import { refusalSentence } from '../shared/copy'
import type { Id } from '../shared/values/ids'
import type { Refusal } from '../shared/values/refusal'
import { ok, type Result, refuse } from '../shared/values/result'
import { type Caller, callerOf } from './caller'
import { canonicalJson, without } from './canonical'
import { auditChainOf, nextInChain } from './chain'
import { type Moment, readClock } from './clock'
import { newId } from './ids'
import { type Level, writeLog } from './log'
import { PortOutage } from './outage'
import type { Ports } from './ports'
import type { PersonDocument } from './store/collections'
import type { StaffDocument } from './store/review-collections'
import type { InstitutionDocument } from './store/settlement-collections'
import type { Transaction } from './store/store'

/** What every action is given: the moment, who calls, and the ports. */
export interface ReadCall<Who extends Action['access'] = Action['access']> extends Moment, Ports {
  readonly caller: Caller
  /** The platform's user, under the product's own key. */
  readonly userKey: Who extends 'linked' | 'user' ? string : string | null
  /** The person to whom the user is linked, as loaded before the action. */
  readonly person: Who extends 'linked' ? PersonDocument : PersonDocument | null
  /** The hospital or pharmacy that calls, as loaded before the action. */
  readonly institution: Who extends 'institution' ? InstitutionDocument : InstitutionDocument | null
  /** Whose account at the bureau it is, as loaded before the action. */
  readonly staff: Who extends 'staff' ? StaffDocument : StaffDocument | null
  newId<Kind extends string>(kind: Kind): Id<Kind>
  /** False once the call has used so much of its time that it should begin nothing more. */
  hasTime(): boolean
}

export interface WriteCall<Who extends Action['access'] = Action['access']> extends ReadCall<Who> {
  /** Names this request to outside parties, so that they too do a thing once. */
  readonly requestKey: string
  /**
   * The one commit of a request: what the work writes, the reply and the audit event stand or fall together.
   * A refusal of the work writes nothing. The work may run more than once.
   */
  commit<Value>(
    work: (transaction: Transaction) => Promise<Result<Value, Refusal>>,
  ): Promise<Result<Value, Refusal>>
}

type Answer<A extends Action> = Promise<Result<DraftValueOf<A>, Refusal>>
type Plain<A extends Action> = A['kind'] extends 'write'
  ? (call: WriteCall<A['access']>, input: ParsedInputOf<A>) => Answer<A>
  : (call: ReadCall<A['access']>, input: ParsedInputOf<A>) => Answer<A>

/** A write whose reply holds a secret: what is kept of it, and how the reply is made of that, each time again. */
export interface Revealing<A extends Action, Kept> {
  execute(call: WriteCall<A['access']>, input: ParsedInputOf<A>): Promise<Result<Kept, Refusal>>
  reveal(call: ReadCall, kept: Kept): DraftValueOf<A>
}

// `Kept` is different for each action and known to it alone, so it cannot be named in the table of all actions.
export type Executes<Actions extends Contract> = {
  readonly [Name in keyof Actions]: Actions[Name] extends { secretReply: true }
    ? // biome-ignore lint/suspicious/noExplicitAny: the action's own `execute` and `reveal` agree on the type.
      Revealing<Actions[Name], any>
    : Plain<Actions[Name]>
}

/** @param signedIn who calls, where the request itself has proven it; else the platform reports it */
export type Main = (event: unknown, context: unknown, signedIn?: Caller) => Promise<Reply<unknown>>

/** What is under way when the time is over still has this part of it to end in. */
const PART_TO_BEGIN_IN = 2 / 3
/** Where the platform does not say how long a call may take: the shortest that this product's functions are given. */
const SHORTEST_LIMIT_MS = 10_000

interface Written {
  readonly requestKey: string
  readonly fingerprint: string
}

/**
 * The one wrapper around every function: who calls, is the request well formed, was it answered before, is the
 * reply what the contract says; refusals are replies, outages and bugs fail the call without any detail.
 */
export function createHandler<Actions extends Contract>(
  contract: FunctionContract<string, Actions>,
  executes: Executes<Actions>,
  ports: Ports,
): Main {
  return async (rawEvent, context, signedIn) => {
    const started = performance.now()
    const moment = readClock()
    const incident = newId('incident', moment.now)
    const log = (level: Level, outcome: string, more: Parameters<typeof writeLog>[0]['more'] = {}) =>
      writeLog({
        level,
        at: moment.now,
        functionName: contract.name,
        action: actionNameOf(rawEvent, contract.actions),
        outcome,
        milliseconds: Math.round(performance.now() - started),
        more,
      })
    try {
      const hasTime = () => performance.now() - started < PART_TO_BEGIN_IN * timeLimitOf(context)
      const reply = await answer(
        contract,
        executes,
        ports,
        { ...moment, hasTime },
        eventOf(rawEvent),
        signedIn ?? callerIn(context),
      )
      if (reply.ok) log('info', 'done')
      else log('info', 'refused', { refusal: reply.refusal.code })
      return reply
    } catch (error) {
      if (error instanceof PortOutage) {
        log('warn', 'outage', { outage: error.code })
        throw new Error(JSON.stringify({ outage: { code: error.code, retry: error.retry } }))
      }
      log('error', 'incident', { incident, error })
      throw new Error(JSON.stringify({ incident }))
    }
  }
}

async function answer<Actions extends Contract>(
  contract: FunctionContract<string, Actions>,
  executes: Executes<Actions>,
  ports: Ports,
  moment: Moment & Pick<ReadCall, 'hasTime'>,
  rawEvent: unknown,
  caller: Caller,
): Promise<Reply<unknown>> {
  const event = v.safeParse(eventSchema, rawEvent)
  if (!event.success) return replyOf(invalid(event.issues))
  const action = Object.hasOwn(contract.actions, event.output.action)
    ? contract.actions[event.output.action]
    : undefined
  if (action === undefined) return replyOf(invalidAt('action', 'an action of this function'))

  const userKey = caller.kind === 'user' ? ports.keys.userKey(caller.openid) : null
  const barred = barredFrom(action, caller)
  if (barred !== null) return replyOf(refuse(barred))

  const input = v.safeParse(action.input, event.output.input)
  if (!input.success) return replyOf(invalid(input.issues, 'input'))
  const requestId = v.safeParse(requestIdSchema, event.output.requestId)
  if (action.kind === 'write' && !requestId.success) return replyOf(invalid(requestId.issues, 'requestId'))

  const forLinked = action.access === 'linked' || action.access === 'linked-or-institution'
  const person = forLinked && userKey !== null ? await personOf(ports, userKey) : null
  const unlinked = forLinked && caller.kind !== 'institution' && person === null
  if (unlinked && action.kind === 'read') return replyOf(refuse({ code: 'not-linked' }))

  const staff = action.access === 'staff' ? await staffOf(ports, caller) : null
  if (action.access === 'staff' && staff === null) return replyOf(refuse({ code: 'not-allowed' }))
  const forInstitution = action.access === 'institution' || action.access === 'linked-or-institution'
  const institution = forInstitution ? await institutionOf(ports, caller) : null
  if (forInstitution && caller.kind === 'institution' && institution === null) {
    return replyOf(refuse({ code: 'institution-unknown' }))
  }

  const readCall: ReadCall = {
    ...ports,
    ...moment,
    caller,
    userKey: userKey as string,
    person: person as PersonDocument,
    staff: staff as StaffDocument,
    institution: institution as InstitutionDocument,
    newId: (kind) => newId(kind, moment.now),
  }
  const execute = executes[event.output.action] as Plain<Action> | Revealing<Action, unknown>
  if (action.kind === 'read') {
    const result = await (execute as Plain<Action>)(readCall as WriteCall, input.output)
    return replyOf(result.ok ? ok(v.parse(action.value, result.value)) : result)
  }

  const written: Written = {
    requestKey: ports.keys.requestKey(
      userKey ?? callerName(caller),
      contract.name,
      event.output.action,
      requestId.output as string,
    ),
    fingerprint: ports.keys.requestFingerprint(
      canonicalJson(without(input.output, action.secretInput ?? [])),
    ),
  }
  const replay = () => replayed(readCall, written, action, execute)
  const earlier = await replay()
  if (earlier !== null) return earlier
  // One whose account was closed by this very request, and who did not get the answer, got it above.
  if (unlinked) return replyOf(refuse({ code: 'not-linked' }))
  const writeCall = writeCallOf(readCall, written, contract.name, event.output.action, action)
  try {
    const result =
      typeof execute === 'function'
        ? await execute(writeCall, input.output)
        : await executeRevealing(execute, writeCall, input.output)
    if (result.ok) return replyOf(ok(v.parse(action.value, result.value)))
    // A twin of this request may have committed while this one was under way; then its reply is the answer.
    return (await replay()) ?? replyOf(result)
  } catch (error) {
    if (error instanceof PortOutage) throw error
    const twin = await replay()
    if (twin === null) throw error
    return twin
  }
}

function timeLimitOf(context: unknown): number {
  const given = context !== null && typeof context === 'object' && 'time_limit_in_ms' in context
  return given && typeof context.time_limit_in_ms === 'number' ? context.time_limit_in_ms : SHORTEST_LIMIT_MS
}

async function executeRevealing(
  execute: Revealing<Action, unknown>,
  call: WriteCall,
  input: unknown,
): Promise<Result<unknown, Refusal>> {
  const kept = await execute.execute(call, input)
  return kept.ok ? ok(execute.reveal(call, kept.value)) : kept
}

function writeCallOf(
  call: ReadCall,
  written: Written,
  functionName: string,
  actionName: string,
  action: Action,
): WriteCall {
  return {
    ...call,
    requestKey: written.requestKey,
    commit: (work) =>
      call.store.transact<Awaited<ReturnType<typeof work>>>(async (transaction) => {
        const result = await work(transaction)
        if (!result.ok) return { keep: false, value: result }
        // Only what the contract declares is kept, as only that leaves.
        const reply = action.secretReply ? result.value : v.parse(action.value, result.value)
        const { chain, actor } = auditChainOf(call, written.requestKey)
        const audited = await transaction.append('audit', chain, (newest) =>
          nextInChain(call.keys, chain, newest, {
            at: call.now,
            actor,
            functionName,
            action: actionName,
            requestKey: written.requestKey,
          }),
        )
        await transaction.insert('requests', {
          _id: written.requestKey,
          fingerprint: written.fingerprint,
          reply,
          chain,
          auditNumber: audited.number,
          at: call.now,
        })
        return { keep: true, value: result }
      }),
  }
}

async function replayed(
  call: ReadCall,
  written: Written,
  action: Action,
  execute: Plain<Action> | Revealing<Action, unknown>,
): Promise<Reply<unknown> | null> {
  const earlier = await call.store.get('requests', written.requestKey)
  if (earlier === null) return null
  if (earlier.fingerprint !== written.fingerprint) return replyOf(refuse({ code: 'request-reused' }))
  const value = typeof execute === 'function' ? earlier.reply : execute.reveal(call, earlier.reply)
  return replyOf(ok(v.parse(action.value, value)))
}

function callerIn(context: unknown): Caller {
  return callerOf({
    ...tcb.getCloudbaseContext(context as Parameters<typeof tcb.getCloudbaseContext>[0]),
  })
}

/** Why this kind of caller may not call this action at all, or null. */
function barredFrom(action: Action, caller: Caller): Refusal | null {
  switch (action.access) {
    case 'anyone':
      return null
    case 'timer':
      return caller.kind === 'timer' ? null : { code: 'not-allowed' }
    case 'staff':
      return caller.kind === 'staff' ? null : { code: 'not-allowed' }
    case 'institution':
      return caller.kind === 'institution' ? null : { code: 'not-allowed' }
    case 'linked-or-institution':
      return caller.kind === 'user' || caller.kind === 'institution' ? null : { code: 'not-linked' }
    case 'user':
      return caller.kind === 'user' ? null : { code: 'not-allowed' }
    case 'linked':
      // Whoever is no user of the platform cannot be linked to a person either.
      return caller.kind === 'user' ? null : { code: 'not-linked' }
  }
}

async function personOf(ports: Ports, userKey: string): Promise<PersonDocument | null> {
  const [person] = await ports.store.find('persons', { userKey }, { limit: 1 })
  return person ?? null
}

/** An account that is not in the bureau's list, or is closed there, is nobody's. */
async function staffOf(ports: Ports, caller: Caller): Promise<StaffDocument | null> {
  const staff = caller.kind === 'staff' ? await ports.store.get('staff', caller.staffId) : null
  return staff?.active === true ? staff : null
}

/** One that is not in the operator's list, or is designated no longer, is none. */
async function institutionOf(ports: Ports, caller: Caller): Promise<InstitutionDocument | null> {
  if (caller.kind !== 'institution') return null
  const institution = await ports.store.get('institutions', caller.institutionId)
  return institution?.active === true ? institution : null
}

/** Keeps the requests of two people of the bureau, or of two institutions, apart; a user's stand under her key. */
function callerName(caller: Caller): string {
  if (caller.kind === 'staff') return `staff:${caller.staffId}`
  return caller.kind === 'institution' ? `institution:${caller.institutionId}` : caller.kind
}

/** The platform's timers say which trigger fired; a trigger has the name of its action. */
function eventOf(event: unknown): unknown {
  if (event === null || typeof event !== 'object' || !('Type' in event) || event.Type !== 'Timer')
    return event
  return { action: 'TriggerName' in event ? event.TriggerName : undefined }
}

/** For the log: only a name that the contract knows, since anything may stand in an event. */
function actionNameOf(event: unknown, actions: Contract): string {
  const shaped = v.safeParse(eventSchema, eventOf(event))
  return shaped.success && Object.hasOwn(actions, shaped.output.action) ? shaped.output.action : 'unknown'
}

function replyOf(result: Result<unknown, Refusal>): Reply<unknown> {
  return result.ok ? result : { ok: false, refusal: refusalReply(result.refusal) }
}

/** A refusal as it travels, with its sentence: the whole reply, or one that stands beside what could be done. */
export function refusalReply(refusal: Refusal): RefusalReply {
  const { code, facts, rule } = refusal
  return {
    code,
    message: refusalSentence(refusal),
    ...(facts === undefined ? {} : { facts: { ...facts } }),
    ...(rule === undefined ? {} : { rule: { ...rule } }),
  }
}

function invalid(issues: readonly v.BaseIssue<unknown>[], prefix?: string): { ok: false; refusal: Refusal } {
  const facts = issues.slice(0, 20).map((issue) => ({
    path: [prefix, v.getDotPath(issue)].filter((part) => part != null && part !== '').join('.'),
    // Valibot repeats what it received; that may be personal data and stays out of the reply.
    message: issue.message.replace(/ but received [\s\S]*/u, '').replace(/: Received [\s\S]*/u, ''),
  }))
  return refuse({ code: 'invalid-request', facts: { issues: facts } })
}

/** One thing wrong with a request that its schema cannot say. */
export function invalidAt(path: string, message: string): { ok: false; refusal: Refusal } {
  return refuse({ code: 'invalid-request', facts: { issues: [{ path, message }] } })
}
