import { existsSync } from 'node:fs'

/** What a real upload needs from its environment; none of it ever stands in the repository. */
const NEEDED = {
  WEAPP_APPID: 'the appid of the mini-program',
  WEAPP_PRIVATE_KEY_PATH: 'the file with its upload key',
  OPERATOR_NAME: 'who answers for the data in the privacy text',
  OPERATOR_CONTACT: 'how to reach them',
}

/**
 * What an upload is made with, or the one sentence that says what it lacks.
 * @param {Record<string, string | undefined>} env
 */
export function uploadSettings(env) {
  const missing = Object.keys(NEEDED).filter((name) => (env[name] ?? '').trim() === '')
  if (missing.length > 0) {
    const names = missing.map((name) => `${name} (${NEEDED[name]})`)
    return {
      problem: `Nothing was uploaded: set ${names.join(', ')}; docs/operating.md says where each comes from.`,
    }
  }
  const privateKeyPath = env.WEAPP_PRIVATE_KEY_PATH.trim()
  if (!existsSync(privateKeyPath)) {
    return { problem: 'Nothing was uploaded: there is no file at WEAPP_PRIVATE_KEY_PATH.' }
  }
  const robot = Number(env.WEAPP_ROBOT ?? '1')
  if (!Number.isInteger(robot) || robot < 1 || robot > 30) {
    return { problem: 'Nothing was uploaded: WEAPP_ROBOT has to be a whole number from 1 to 30.' }
  }
  return { appid: env.WEAPP_APPID.trim(), privateKeyPath, robot }
}

/** The description of a version as WeChat shows it: the commit, in at most so many characters. */
export function descriptionOf(hash, subject, isChanged) {
  const mark = isChanged ? `${hash}+changes` : hash
  return `${mark} ${subject}`.slice(0, 100)
}
