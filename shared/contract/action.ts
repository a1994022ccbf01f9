import type { GenericSchema, InferInput, InferOutput } from 'valibot'

/** Who may call an action. What the caller may see or change is checked by the function itself. */
export type Access =
  /** Any signed-in user of the platform. */
  | 'user'
  /** A user whose platform identity is linked to a person. */
  | 'linked'
  /** Anyone, signed in or not. */
  | 'anyone'
  /** Somebody who works at the bureau and whose account is in use. */
  | 'staff'
  /** A designated hospital or pharmacy that is in the list and in use. */
  | 'institution'
  /** A linked user, or such an institution. */
  | 'linked-or-institution'
  /** The platform's timers. */
  | 'timer'

export interface Action<
  Input extends GenericSchema = GenericSchema,
  Value extends GenericSchema = GenericSchema,
  Who extends Access = Access,
> {
  /** A `write` needs a `requestId` and changes at most once for each of them. */
  readonly kind: 'read' | 'write'
  readonly access: Who
  readonly input: Input
  readonly value: Value
  /**
   * Dotted paths in the input that are left out of the stored fingerprint of a request: passwords, verification
   * tokens and strokes. A hash of an input that holds six digits would give the six digits away.
   */
  readonly secretInput?: readonly string[]
  /** The reply holds a secret: it is made again for a repeated request and never stored. */
  readonly secretReply?: true
}

export type Contract = Readonly<Record<string, Action>>

export interface FunctionContract<Name extends string = string, Actions extends Contract = Contract> {
  readonly name: Name
  readonly actions: Actions
}

export function contractOf<Name extends string, Actions extends Contract>(
  name: Name,
  actions: Actions,
): FunctionContract<Name, Actions> {
  return { name, actions }
}

export function read<Input extends GenericSchema, Value extends GenericSchema, Who extends Access>(
  action: Pick<Action<Input, Value, Who>, 'access' | 'input' | 'value'>,
) {
  return { kind: 'read', ...action } as const
}

export function write<Input extends GenericSchema, Value extends GenericSchema, Who extends Access>(
  action: Pick<Action<Input, Value, Who>, 'access' | 'input' | 'value' | 'secretInput'>,
) {
  return { kind: 'write', ...action } as const
}

/** A write whose reply holds a secret. */
export function secretWrite<Input extends GenericSchema, Value extends GenericSchema, Who extends Access>(
  action: Pick<Action<Input, Value, Who>, 'access' | 'input' | 'value' | 'secretInput'>,
) {
  return { kind: 'write', secretReply: true, ...action } as const
}

/** What a client sends. */
export type InputOf<A extends Action> = InferInput<A['input']>
/** What a function works with, after the schema has filled in defaults. */
export type ParsedInputOf<A extends Action> = InferOutput<A['input']>
/** What a function answers. */
export type ValueOf<A extends Action> = InferOutput<A['value']>
/** What a function hands to the handler, before the schema has checked it. */
export type DraftValueOf<A extends Action> = InferInput<A['value']>
