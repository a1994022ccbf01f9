/** Who calls, as the platform reports it; never as the request says. */
export type Caller =
  | { readonly kind: 'user'; readonly openid: string }
  | { readonly kind: 'staff'; readonly staffId: string }
  | { readonly kind: 'institution'; readonly institutionId: string }
  | { readonly kind: 'timer' }
  | { readonly kind: 'anonymous' }

/** @param context what `getCloudbaseContext` made of the call's environment. */
export function callerOf(context: Readonly<Record<string, unknown>>): Caller {
  const text = (name: string) => (typeof context[name] === 'string' ? (context[name] as string) : '')
  // A user first: a call that carries one is never taken for a timer's, whatever else it carries.
  const openid = text('WX_OPENID')
  if (openid !== '') return { kind: 'user', openid }
  const [kind, id] = text('TCB_CUSTOM_USER_ID').split(':')
  if (kind === 'staff' && id) return { kind: 'staff', staffId: id }
  if (kind === 'institution' && id) return { kind: 'institution', institutionId: id }
  if (text('TRIGGER_SRC') === 'timer' && text('TCB_CUSTOM_USER_ID') === '') return { kind: 'timer' }
  return { kind: 'anonymous' }
}
