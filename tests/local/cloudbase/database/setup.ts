import { type DatabaseOptions, type DatabaseServer, openDatabase } from '../../../../local/cloudbase/database'
import { initSdk, type SdkServer, serveAdmin } from '../sdk'

export type SdkDatabase = ReturnType<ReturnType<typeof initSdk>['database']>

export interface Setting {
  readonly db: SdkDatabase
  readonly server: DatabaseServer
  readonly admin: SdkServer
  close(): Promise<void>
}

/** The document database in memory, reached through the real SDK. */
export async function openSetting(options: Partial<DatabaseOptions> = {}): Promise<Setting> {
  const server = openDatabase({ file: ':memory:', now: () => Date.now(), ...options })
  const admin = await serveAdmin((action, params) => server.handle(action, params))
  return {
    db: initSdk(admin.adminUrl).database(),
    server,
    admin,
    async close() {
      server.close()
      await admin.close()
    },
  }
}

/** What a call was refused with; fails when it was not refused. */
export async function refusalOf(call: Promise<unknown>): Promise<{ code: string; message: string }> {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: { code?: string; message?: string }) => ({ error }),
  )
  if (!('error' in outcome)) throw new Error(`not refused: ${JSON.stringify(outcome.value)}`)
  return { code: outcome.error.code ?? '', message: outcome.error.message ?? '' }
}
