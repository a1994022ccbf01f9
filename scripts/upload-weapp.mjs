import './set-up/node-version.mjs'
import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildTarget } from './build/build.mjs'
import { TARGETS } from './build/targets.mjs'
import { ensurePackages } from './set-up/packages.mjs'
import { runQuietly } from './terminal/run.mjs'
import { step } from './terminal/step.mjs'
import { ensureCompiler } from './upload/compiler.mjs'
import { descriptionOf, uploadSettings } from './upload/settings.mjs'

/**
 * node scripts/upload-weapp.mjs: builds the mini-program and hands it to WeChat as a development version; a person
 * submits it for review in WeChat's console. With `--dry` WeChat's compiler runs on it here, with a key that is made
 * for the moment, and nothing is sent.
 */
const DRY = process.argv.includes('--dry')
const DRY_HOME = path.resolve('.cache/upload-dry')

/** The compiler reads a key and an appid before it does anything; for a dry run any will do. */
function throwawaySettings() {
  mkdirSync(DRY_HOME, { recursive: true })
  const privateKeyPath = path.join(DRY_HOME, 'throwaway.key')
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  })
  writeFileSync(privateKeyPath, privateKey, { mode: 0o600 })
  return { appid: 'wx0000000000000000', privateKeyPath, robot: 1 }
}

async function description() {
  const [hash, ...subject] = (await runQuietly(['git', 'log', '-1', '--format=%h %s'])).trim().split(' ')
  const isChanged = (await runQuietly(['git', 'status', '--porcelain'])).trim() !== ''
  return descriptionOf(hash, subject.join(' '), isChanged)
}

async function compileOnly(ci, project, setting, version, desc) {
  // Offline nobody can be asked what this appid may do; WeChat's defaults stand in.
  project.attr = async () => ci.DefaultProjectAttr
  const zip = path.join(DRY_HOME, 'compiled.zip')
  await ci.getCompiledResult({ project, version, desc, setting }, zip)
  return `WeChat's compiler took it: ${Math.round(statSync(zip).size / 1024)} KB zipped. Nothing was sent.`
}

async function run() {
  const settings = DRY ? throwawaySettings() : uploadSettings(process.env)
  if (settings.problem !== undefined) throw new Error(settings.problem)
  await ensurePackages()
  await step(`building the ${TARGETS.weapp.title}`, () => buildTarget('weapp', { anew: !DRY }))
  const ci = await ensureCompiler()
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const desc = await description()
  const project = new ci.Project({
    appid: settings.appid,
    type: 'miniProgram',
    projectPath: path.resolve('.'),
    privateKeyPath: settings.privateKeyPath,
    ignores: ['node_modules/**/*'],
  })
  // Taro has compiled and shortened everything; WeChat's compiler is to take it as it is.
  const setting = { es6: false, minify: false, codeProtect: false }
  if (DRY) {
    console.log(
      await step("running WeChat's compiler", () => compileOnly(ci, project, setting, version, desc)),
    )
    return
  }
  await step(`uploading ${version}`, () =>
    ci.upload({ project, version, desc, setting, robot: settings.robot, onProgressUpdate: () => undefined }),
  )
  console.log(`Uploaded ${version} (${desc}). Submit it for review in WeChat's console.`)
}

try {
  await run()
  process.exit(0)
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
