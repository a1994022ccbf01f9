import * as tcb from '@cloudbase/node-sdk'
import { platformUserId } from '../../../../local/cloudbase/functions/identity'
import { type SampleCloud, startSampleCloud } from './sample-functions'

const SOURCES = {
  greet: 'exports.main = async (event) => ({ hello: event.name, openid: process.env.WX_OPENID ?? null })',
  failing: 'exports.main = async () => { throw new Error("no") }',
}

describe('POST /admin through the real SDK', () => {
  let cloud: SampleCloud
  let app: ReturnType<typeof tcb.init>
  const before = { ...process.env }
  beforeAll(async () => {
    cloud = await startSampleCloud(SOURCES)
    Object.assign(process.env, cloud.environment)
    app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })
  })
  afterAll(async () => {
    process.env = before
    await cloud.close()
  })

  it('reads and writes the database', async () => {
    const database = app.database()
    await database.createCollection('people')
    const { id } = await database.collection('people').add({ name: 'a', count: 1 })
    const { data } = await database.collection('people').where({ name: 'a' }).get()
    expect(data).toEqual([{ _id: id, name: 'a', count: 1 }])
  })

  it('calls a function, which speaks for nobody', async () => {
    const { result } = await app.callFunction({ name: 'greet', data: { name: '张三 & ?=+%' } })
    expect(result).toEqual({ hello: '张三 & ?=+%', openid: null })
  })

  it('says when a function is not there or fails', async () => {
    await expect(app.callFunction({ name: 'no-such', data: {} })).rejects.toMatchObject({
      code: 'FUNCTION_NOT_FOUND',
    })
    await expect(app.callFunction({ name: 'failing', data: {} })).rejects.toMatchObject({
      code: 'FUNCTION_EXECUTE_FAIL',
    })
  })

  it('knows the users who have called', async () => {
    await cloud.invoke('greet', {}, { kind: 'user', openid: 'o-known' })
    const { userInfo } = await app.auth().getEndUserInfo(platformUserId('o-known'))
    expect(userInfo).toMatchObject({ openId: 'o-known', uid: platformUserId('o-known') })
    await expect(app.auth().getEndUserInfo(platformUserId('o-other'))).rejects.toMatchObject({
      code: 'USER_NOT_FOUND',
    })
  })

  it('says clearly what it does not do', async () => {
    await expect(app.callWxOpenApi({ apiName: 'wxacode.get', requestData: {} })).rejects.toMatchObject({
      code: 'NOT_SUPPORTED_LOCALLY',
    })
  })

  it('takes no request that is not signed with the key of this start', async () => {
    const post = (headers: Record<string, string>, body = '{"action":"database.startTransaction"}') =>
      fetch(cloud.adminUrl, { method: 'POST', headers, body })
    expect((await post({})).status).toBe(401)
    const authorization = `TC3-HMAC-SHA256 Credential=${cloud.environment.TENCENTCLOUD_SECRETID}/2025-11-05/tcb/tc3_request, SignedParams=action, SignedHeaders=host, Signature=${'0'.repeat(64)}`
    expect((await post({ authorization, 'x-timestamp': '1762304400' })).status).toBe(401)
    expect((await post({}, 'not json')).status).toBe(400)
    expect((await post({}, '[]')).status).toBe(400)
    const stranger = tcb.init({ env: 'local', secretId: 'someone', secretKey: 'else' })
    await expect(stranger.callFunction({ name: 'greet', data: {} })).rejects.toMatchObject({ code: 401 })
  })

  it('answers other paths with what it is not', async () => {
    const response = await fetch(new URL('/v1/sql', cloud.adminUrl))
    expect(response.status).toBe(501)
    expect(await response.json()).toMatchObject({ code: 'NOT_SUPPORTED_LOCALLY' })
  })
})
