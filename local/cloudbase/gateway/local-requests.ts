import * as v from 'valibot'
import { instantFromMilliseconds, millisecondsOf, parseInstant } from '../../../shared/values/day'
import type { RunningBureau } from '../../bureau'
import { EARLIEST_MS, LATEST_MS } from '../../clock'
import type { RunningInsurer } from '../../insurer'
import { faultSchema } from '../../insurer/faults'
import type { Institution, StaffMember, SyntheticPerson } from '../../people'
import type { RunningVerification } from '../../verification'
import { callerFromHeaders, type KnownParties } from './caller-header'
import { readEvent } from './event-body'
import type { GatewayContext, GatewayHandler, GatewaySettings } from './index'
import { invalidRequest, refusalReply } from './refusals'
import { SENTENCES } from './sentences'
import { takeUpload } from './upload'

/** What only this machine has: the synthetic people, the face check, uploads, the clock and the insurer's faults. None of it is deployed. */
export interface LocalRequests {
  readonly people: readonly SyntheticPerson[]
  readonly staff: readonly StaffMember[]
  readonly institutions: readonly Institution[]
  readonly verification: Pick<RunningVerification, 'issue'>
  readonly bureau: Pick<RunningBureau, 'issue' | 'accountIn'>
  readonly insurer: Pick<RunningInsurer, 'setFault' | 'faults'>
}

interface LocalRoute {
  readonly path: string
  readonly get?: GatewayHandler
  readonly post?: GatewayHandler
}

const verifySchema = v.object({
  idNumber: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  method: v.picklist(['face', 'sms']),
  outcome: v.optional(v.picklist(['pass', 'fail'])),
})

const clockSchema = v.object({
  now: v.pipe(
    v.string(),
    v.transform((text) => parseInstant(text)),
    v.check((moment) => moment !== null, 'ISO-8601 with an offset'),
    v.transform((moment) => (moment === null ? Number.NaN : millisecondsOf(moment))),
    v.check((ms) => ms >= EARLIEST_MS && ms < LATEST_MS, '2000 to 2099'),
  ),
})

const accountSchema = v.object({ staffId: v.pipe(v.string(), v.minLength(1), v.maxLength(64)) })

const MOST_FAULTS = 20

const faultsSchema = v.object({ faults: v.pipe(v.array(faultSchema), v.maxLength(MOST_FAULTS)) })

/** A person as `GET /people` shows her. */
function shownPerson(person: SyntheticPerson) {
  const {
    openid,
    name,
    idNumber,
    idType,
    scheme,
    poolingArea,
    regionCode,
    enrolment,
    balanceFen,
    family,
    note,
  } = person
  return {
    openid,
    name,
    idNumber,
    idType,
    scheme,
    poolingArea,
    regionCode,
    enrolment,
    balanceFen,
    family,
    note,
  }
}

function isLoopback(address: string | undefined): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address ?? '')
}

async function inputOf<Schema extends v.GenericSchema>(
  context: GatewayContext,
  schema: Schema,
  sentence: string,
): Promise<{ readonly input: v.InferOutput<Schema> } | { readonly refused: Response }> {
  const body = await readEvent(context.env.incoming)
  if (body.kind === 'cut-off') return { refused: context.body(null, 400) }
  if (body.kind === 'refused') return { refused: context.json(body.reply, 400) }
  const parsed = v.safeParse(schema, body.event)
  if (parsed.success) return { input: parsed.output }
  const issues = parsed.issues.map((issue) => ({
    path: v.getDotPath(issue) ?? '',
    message: 'not as expected',
  }))
  return { refused: context.json(invalidRequest(sentence, issues), 400) }
}

export function localRequests(settings: GatewaySettings, known: KnownParties): LocalRoute[] {
  const { clock, cloudbase } = settings
  const people = settings.people.map(shownPerson)
  const shownClock = () => ({ now: instantFromMilliseconds(clock.now()) })

  return [
    { path: '/people', get: (context) => context.json(people) },
    { path: '/staff', get: (context) => context.json(settings.staff) },
    { path: '/institutions', get: (context) => context.json(settings.institutions) },
    {
      path: '/staff/sign-in',
      post: async (context) => {
        const asked = await inputOf(context, accountSchema, SENTENCES.inputWrong)
        if ('refused' in asked) return asked.refused
        return context.json({ code: settings.bureau.issue(asked.input.staffId) })
      },
    },
    {
      path: '/verify',
      post: async (context) => {
        const asked = await inputOf(context, verifySchema, SENTENCES.inputWrong)
        if ('refused' in asked) return asked.refused
        const { outcome, ...check } = asked.input
        return context.json(
          settings.verification.issue(outcome === undefined ? check : { ...check, outcome }),
        )
      },
    },
    {
      path: '/upload',
      post: async (context) => {
        const caller = callerFromHeaders((header) => context.req.header(header), known)
        if ('ok' in caller) return context.json(caller, 400)
        const answer = await takeUpload(context.env.incoming, cloudbase.files, caller, clock.now())
        return answer === null ? context.body(null, 400) : context.json(answer.body, answer.status)
      },
    },
    {
      path: '/clock',
      get: (context) => context.json(shownClock()),
      post: async (context) => {
        const asked = await inputOf(context, clockSchema, SENTENCES.clockWrong)
        if ('refused' in asked) return asked.refused
        clock.set(asked.input.now)
        await cloudbase.runDueTimers()
        return context.json(shownClock())
      },
    },
    {
      path: '/insurer/faults',
      get: (context) => context.json({ faults: settings.insurer.faults() }),
      post: async (context) => {
        // Other devices may use the demo, but what breaks it for everybody is set at this machine alone.
        if (!isLoopback(context.env.incoming.socket.remoteAddress)) {
          return context.json(refusalReply('not-allowed', SENTENCES.foreign), 403)
        }
        const asked = await inputOf(context, faultsSchema, SENTENCES.inputWrong)
        if ('refused' in asked) return asked.refused
        settings.insurer.setFault(asked.input.faults)
        return context.json({ faults: settings.insurer.faults() })
      },
    },
  ]
}
