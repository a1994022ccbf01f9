import * as v from 'valibot'
import { ticketKeySchema } from './staff-sign-in/bureau-sign-in'

/** `id:hex` pairs with commas between: public keys whose seals are still checked. */
const RETIRED_KEYS = /^([\w.-]{1,64}:04[0-9a-f]{128}(,|$))*$/

const hexKey = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, '64 hex digits'))
const address = v.pipe(v.string(), v.url())

/** Below this cost six digits are guessed too quickly by someone who holds a copy of the database. */
const LOWEST_DEPLOYED_SCRYPT_LOG2N = 15

const environmentSchema = v.pipe(
  v.object({
    /** `local` loosens what only one machine may loosen; everything else is a deployment. */
    PRODUCT_STAGE: v.optional(v.picklist(['deployment', 'local']), 'deployment'),
    INSURER_URL: address,
    INSURER_KEY: v.pipe(v.string(), v.minLength(16)),
    VERIFICATION_URL: address,
    VERIFICATION_KEY: v.pipe(v.string(), v.minLength(16)),
    /** The secret from which the keys for sealing, finding, tokens and requests are derived. */
    PRODUCT_SECRET: hexKey,
    SEAL_PRIVATE_KEY: hexKey,
    SEAL_KEY_ID: v.pipe(v.string(), v.regex(/^[\w.-]{1,64}$/, 'a short name')),
    /** Messages outside the app: all four or none. Without them every notice stands in the inbox alone. */
    WECHAT_API_URL: v.optional(address),
    WECHAT_APP_ID: v.optional(v.pipe(v.string(), v.minLength(1))),
    WECHAT_APP_SECRET: v.optional(v.pipe(v.string(), v.minLength(1))),
    /** The template's id and the names of its fields for the title, the time and the hint: `id,thing1,time2,thing3`. */
    WECHAT_NOTICE_TEMPLATE: v.optional(
      v.pipe(v.string(), v.regex(/^[\w-]+(,\w+){3}$/, 'id,title,time,hint')),
    ),
    /** The bureau's own sign-in, for the desk: all three or none. Without them nobody signs in at the desk. */
    STAFF_SIGN_IN_URL: v.optional(address),
    STAFF_SIGN_IN_KEY: v.optional(v.pipe(v.string(), v.minLength(16))),
    /** The key of the platform's custom login, the JSON that its console gives out. */
    STAFF_TICKET_KEY: v.optional(
      v.pipe(v.string(), v.parseJson(), ticketKeySchema, v.description('the JSON of a custom login key')),
    ),
    /** Public keys that sealed before, as `id:hex,id:hex`; nothing where the first key still seals. */
    SEAL_RETIRED_KEYS: v.optional(
      v.pipe(
        v.string(),
        v.regex(RETIRED_KEYS, 'id:hex pairs of SM2 public keys'),
        v.transform((text) =>
          text
            .split(',')
            .filter((pair) => pair !== '')
            .map((pair) => {
              const [keyId = '', publicKey = ''] = pair.split(':')
              return { keyId, publicKey }
            }),
        ),
      ),
      '',
    ),
    /** Where the H5 app is served: the address in the code under a printed letter begins with it. */
    APP_URL: address,
    PASSWORD_SCRYPT_LOG2N: v.optional(v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number)), '15'),
  }),
  v.check(
    (environment) =>
      environment.PRODUCT_STAGE === 'local' ||
      environment.PASSWORD_SCRYPT_LOG2N >= LOWEST_DEPLOYED_SCRYPT_LOG2N,
    `PASSWORD_SCRYPT_LOG2N below ${LOWEST_DEPLOYED_SCRYPT_LOG2N} is for one machine only`,
  ),
)

export type Environment = v.InferOutput<typeof environmentSchema>

/**
 * Reads the configuration of a function.
 *
 * @throws Error that names the variables which are missing or wrong, never their values.
 */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = v.safeParse(environmentSchema, variables)
  if (parsed.success) return parsed.output
  const problems = parsed.issues.map(
    (issue) => `${v.getDotPath(issue) ?? 'environment'}: ${issue.message.replace(/Received .*/u, '').trim()}`,
  )
  throw new Error(`The function is not configured: ${problems.join('; ')}`)
}
