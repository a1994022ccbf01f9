import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import type { LocalClock } from '../../clock'
import type { AdminReply, DatabaseServer } from '../database'
import { type CallerIdentity, LOCAL_APPID, platformUserId } from '../functions/identity'
import type { InvokeOutcome } from '../functions/outcome'
import type { FileStorage } from '../storage'

/** What the server side of the platform can do for a function, action by action, as the SDK asks for it. */

export interface AdminParts {
  readonly database: DatabaseServer
  readonly files: FileStorage
  readonly clock: LocalClock
  readonly functionNames: ReadonlySet<string>
  readonly invoke: (functionName: string, event: unknown, identity: CallerIdentity) => Promise<InvokeOutcome>
  /** Users who have called since the start, by the platform's number for them. */
  readonly usersSeen: ReadonlyMap<string, string>
  readonly onDatabaseRequest?: DatabaseObserver | undefined
}

type Params = Readonly<Record<string, unknown>>

/** Is told of each `database.*` request before it is answered: what a function asks of the store, request by request. */
export type DatabaseObserver = (action: string, params: Params) => void | Promise<void>

const invokeSchema = v.object({ function_name: v.string(), request_data: v.optional(v.string(), '') })
const uploadSchema = v.object({ path: v.string() })
const linksSchema = v.object({
  file_list: v.pipe(
    v.array(v.object({ fileid: v.string(), max_age: v.optional(v.number()) })),
    v.maxLength(50),
  ),
})
const deleteSchema = v.object({ fileid_list: v.pipe(v.array(v.string()), v.maxLength(50)) })
const userSchema = v.object({
  uuid: v.optional(v.string()),
  platform: v.optional(v.string()),
  platformId: v.optional(v.string()),
})

function failure(code: string, message: string): AdminReply {
  return { requestId: randomUUID(), code, message }
}

function success(data: unknown): AdminReply {
  return { requestId: randomUUID(), data }
}

async function invokeFunction(parts: AdminParts, params: Params): Promise<AdminReply> {
  const parsed = v.safeParse(invokeSchema, params)
  if (!parsed.success) return failure('INVALID_PARAM', 'function_name is required')
  const { function_name: name, request_data: text } = parsed.output
  if (!parts.functionNames.has(name)) return failure('FUNCTION_NOT_FOUND', `there is no function "${name}"`)
  let event: unknown
  try {
    event = text === '' ? {} : JSON.parse(text)
  } catch {
    return failure('INVALID_PARAM', 'request_data is not JSON')
  }
  // A function that calls another one speaks for itself: nobody's identity is passed on.
  const outcome = await parts.invoke(name, event, { kind: 'anonymous' })
  switch (outcome.kind) {
    case 'reply':
      return success({ response_data: JSON.stringify(outcome.value) })
    case 'outage':
      return failure('FUNCTION_TIME_LIMIT_EXCEEDED', `the function "${name}" did not answer: ${outcome.code}`)
    case 'incident':
      return failure('FUNCTION_EXECUTE_FAIL', `the function "${name}" failed: ${outcome.incident}`)
  }
}

function uploadMetadata(parts: AdminParts, params: Params): AdminReply {
  const parsed = v.safeParse(uploadSchema, params)
  const grant = parsed.success ? parts.files.grantUpload(parsed.output.path) : null
  return grant === null
    ? failure('STORAGE_REQUEST_FAIL', 'not a path of the file storage: letters, digits, Chinese, _ - . and /')
    : success(grant)
}

function downloadLinks(parts: AdminParts, params: Params): AdminReply {
  const parsed = v.safeParse(linksSchema, params)
  if (!parsed.success) return failure('INVALID_PARAM', 'file_list is a list of at most 50 files')
  const list = parsed.output.file_list.map(({ fileid, max_age }) => {
    const url = parts.files.link(fileid, max_age)
    return url === null
      ? { code: 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: '' }
      : { code: 'SUCCESS', fileID: fileid, tempFileURL: url }
  })
  return success({ download_list: list })
}

function deleteFiles(parts: AdminParts, params: Params): AdminReply {
  const parsed = v.safeParse(deleteSchema, params)
  if (!parsed.success) return failure('INVALID_PARAM', 'fileid_list is a list of at most 50 file ids')
  const codes = {
    removed: 'SUCCESS',
    'not-found': 'STORAGE_FILE_NONEXIST',
    invalid: 'INVALID_PARAM',
  } as const
  const list = parsed.output.fileid_list.map((fileID) => ({
    fileID,
    code: codes[parts.files.remove(fileID)],
  }))
  return success({ delete_list: list })
}

function userInfo(parts: AdminParts, params: Params): AdminReply {
  const parsed = v.safeParse(userSchema, params)
  if (!parsed.success) return failure('INVALID_PARAM', 'uuid, or platform and platformId, are texts')
  const { uuid, platform, platformId } = parsed.output
  const asked = uuid ?? (platform === 'OPENID' && platformId !== undefined ? platformUserId(platformId) : '')
  const openId = parts.usersSeen.get(asked)
  if (openId === undefined)
    return failure('USER_NOT_FOUND', 'no such user has called since the server started')
  return success({ openId, appId: LOCAL_APPID, uid: asked, customUserId: '', isAnonymous: false })
}

/** Answers one request of the SDK. An action that is not done here is said to be so; there is never a made-up result. */
export async function answerAction(parts: AdminParts, action: string, params: Params): Promise<AdminReply> {
  if (action.startsWith('database.')) {
    await parts.onDatabaseRequest?.(action, params)
    return await parts.database.handle(action, { ...params })
  }
  switch (action) {
    case 'functions.invokeFunction':
      return await invokeFunction(parts, params)
    case 'storage.getUploadMetadata':
      return uploadMetadata(parts, params)
    case 'storage.batchGetDownloadUrl':
      return downloadLinks(parts, params)
    case 'storage.batchDeleteFile':
      return deleteFiles(parts, params)
    case 'auth.getUserInfoForAdmin':
      return userInfo(parts, params)
    default:
      return failure('NOT_SUPPORTED_LOCALLY', `"${action}" is not supported locally`)
  }
}
