import path from 'node:path'
import { ulid } from 'ulid'
import { personByOpenid, type SyntheticPerson } from '../../local/people'
import { type Product, type ProductSettings, startProduct } from '../../local/product'
import type { InputOf, ValueOf } from '../../shared/contract/action'
import type { Signature } from '../../shared/contract/consent-letters'
import type { RefusalReply } from '../../shared/contract/fields'
import type { ActionOf, ActionsOf, FunctionName } from '../../shared/contract/functions'
import type { Relation } from '../../shared/values/relation'

const ROOT = path.resolve(__dirname, '../..')

/** The day of the demo, inside an enrolment window whose figures are known. */
export const DEMO_NOW = Date.parse('2025-11-05T09:00:00+08:00')

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: RefusalReply }

export interface Http {
  readonly status: number
  readonly text: string
  readonly body: unknown
}

export function startStage(settings: Partial<ProductSettings> = {}): Promise<Product> {
  return startProduct({
    dataDir: null,
    port: 0,
    demoNow: DEMO_NOW,
    functionsDir: path.join(ROOT, 'dist/cloudfunctions'),
    h5Dir: null,
    passwordScryptLog2N: 4,
    ...(process.env.STAGE_LOG
      ? { log: (line: unknown) => process.stderr.write(`${JSON.stringify(line)}\n`) }
      : {}),
    ...settings,
  })
}

/** One request as any client on the network makes it. */
export async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Http> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, text, body: parsed(text) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A person with a phone: calls functions as the platform's user that she is. */
export class Phone {
  readonly person: SyntheticPerson

  constructor(
    readonly product: Pick<Product, 'url'>,
    readonly openid: string,
    person?: SyntheticPerson,
  ) {
    this.person = person ?? personByOpenid(openid)
  }

  event(functionName: string, event: unknown): Promise<Http> {
    return post(`${this.product.url}/call/${functionName}`, event, { 'x-openid': this.openid })
  }

  /** @throws Error where the call itself fails: an outage or a bug. */
  async ask<Name extends FunctionName, A extends keyof ActionsOf<Name> & string>(
    functionName: Name,
    action: A,
    input: InputOf<ActionOf<Name, A>>,
    requestId: string = ulid(),
  ): Promise<Answer<ValueOf<ActionOf<Name, A>>>> {
    const { status, text, body } = await this.event(functionName, { action, requestId, input })
    if (status !== 200) throw new Error(`${functionName}.${action} answered ${status}: ${text}`)
    return body as Answer<ValueOf<ActionOf<Name, A>>>
  }

  /** A token of the identity check, passed as this person or as the one named. */
  async verification(idNumber = this.person.idNumber, outcome: 'pass' | 'fail' = 'pass'): Promise<string> {
    const { body } = await post(`${this.product.url}/verify`, { idNumber, method: 'face', outcome })
    return (body as { token: string }).token
  }

  async link(): Promise<this> {
    const { name, idNumber, idType } = this.person
    const input = { name, idNumber, idType, verificationToken: await this.verification() }
    valueIn(await this.ask('identity', 'link', input))
    return this
  }
}

/** Lets a timer of the platform fire now, whatever the clock says. @returns its reply, or null where it failed */
export async function fire(
  product: Product,
  action: keyof ActionsOf<'clock'> & string,
): Promise<Readonly<Record<string, unknown>> | null> {
  const timer = { kind: 'timer', timerName: action } as const
  const outcome = await product.cloudbase.invoke('clock', { Type: 'Timer', TriggerName: action }, timer)
  return outcome.kind === 'reply' ? (outcome.value as { value: Record<string, unknown> }).value : null
}

export async function linked(product: Product, openid: string): Promise<Phone> {
  return new Phone(product, openid).link()
}

/** @throws Error with the refusal where there is no value. */
export function valueIn<Value>(answer: Answer<Value>): Value {
  if (answer.ok) return answer.value
  throw new Error(`refused: ${JSON.stringify(answer.refusal)}`)
}

/** @throws Error where the request was not refused. */
export function refusalIn(answer: Answer<unknown>): RefusalReply {
  if (!answer.ok) return answer.refusal
  throw new Error(`not refused: ${JSON.stringify(answer.value)}`)
}

/** A name written by hand: two strokes with ink enough. */
export const HANDWRITTEN: Extract<Signature, { kind: 'handwritten' }> = {
  kind: 'handwritten',
  width: 600,
  height: 300,
  strokes: [
    Array.from({ length: 20 }, (_, step) => ({ x: 60 + step * 12, y: 80 + (step % 5) * 14, t: step * 16 })),
    Array.from({ length: 20 }, (_, step) => ({ x: 330 + step * 10, y: 200 - step * 6, t: 400 + step * 16 })),
  ],
}

export async function sign(phone: Phone, letterId: string, verificationToken?: string) {
  const letter = valueIn(await phone.ask('consent-letters', 'get', { letterId }))
  const signature: Signature =
    letter.mode === 'handwritten'
      ? HANDWRITTEN
      : letter.mode === 'tick'
        ? { kind: 'tick' }
        : { kind: 'typed', text: letter.sentence ?? '' }
  const input = { letterId, sm3: letter.sm3, signature, ...(verificationToken ? { verificationToken } : {}) }
  return phone.ask('consent-letters', 'sign', input)
}

export function formOf(relative: SyntheticPerson, relation: Relation) {
  return { name: relative.name, idNumber: relative.idNumber, idType: relative.idType, relation }
}

/** Creates an invitation, signs the policyholder's letter and sends it. */
export async function invite(
  policyholder: Phone,
  relative: SyntheticPerson,
  relation: Relation,
  more: Record<string, unknown> = {},
) {
  const input = { relative: formOf(relative, relation), ...more }
  const created = valueIn(await policyholder.ask('invitations', 'create', input))
  for (const letter of created.letters) {
    if (letter.signer === 'policyholder') valueIn(await sign(policyholder, letter.letterId))
  }
  const sent = valueIn(await policyholder.ask('invitations', 'send', { invitationId: created.invitationId }))
  return { ...created, ...sent }
}

/** Opens, signs and accepts as the invited person. */
export async function acceptAs(relative: Phone, token: string) {
  const opened = valueIn(await relative.ask('invitations', 'open', { token }))
  valueIn(await sign(relative, opened.letterId))
  return relative.ask('invitations', 'accept', { token })
}

/** What the family member of that relation is, from the policyholder's own list. */
export function relativeOf(policyholder: SyntheticPerson, people: readonly SyntheticPerson[], name: string) {
  const relative = people.find((person) => person.name === name)
  const member = policyholder.family.find(({ idNumber }) => idNumber === relative?.idNumber)
  if (relative === undefined || member === undefined) throw new Error(`${name} is not in the family`)
  return { person: relative, relation: member.relation }
}
