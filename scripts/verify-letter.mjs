import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

/**
 * npm run verify-letter FILE [KEYS]: whether an exported letter is as it was signed. Asks nobody: the file and the
 * service's public keys are enough. KEYS is a file with the answer of `consent-letters.seal-keys`, or one public key in
 * hex; without it the keys of this machine's data directory are taken, and without those the key inside the file.
 * Ends with 0 where the letter is intact, 1 where something was changed, 2 where there is nothing to check.
 */
const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const USAGE = 'npm run verify-letter FILE [KEYS]'
const PROBLEMS = {
  'unknown-key': 'the key that the seal names is not among the keys given',
  'content-changed': 'the text, a line, a stroke or a time was changed',
  'seal-changed': 'the seal was changed, or is not of the key that it names',
  'chain-changed': 'the letters before it do not fit',
}

function fail(sentence) {
  console.error(sentence)
  process.exit(2)
}

/** The check as the functions have it, bundled in memory: it must not depend on a build that is out of date. */
function checker() {
  const [bundle] = buildSync({
    entryPoints: [path.join(ROOT, 'platform/letters/exported-letter.ts')],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
  }).outputFiles
  const module = { exports: {} }
  new Function('module', 'exports', 'require', bundle.text)(
    module,
    module.exports,
    createRequire(import.meta.url),
  )
  return module.exports
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return fail(`${file} cannot be read as JSON.`)
  }
}

/** The keys to trust, or null where the file's own key is all there is. */
function trustedKeys(given, keyId) {
  const isHex = /^04[0-9a-f]{128}$/.test(given ?? '')
  if (isHex) return [{ keyId, publicKey: given }]
  const kept = path.join(process.env.DATA_DIR ?? path.join(ROOT, '.data'), 'seal-public-keys.json')
  const file = given ?? (existsSync(kept) ? kept : null)
  if (file === null) return null
  const { keys, value } = readJson(file)
  const list = keys ?? value?.keys
  return Array.isArray(list) ? list : fail(`${file} holds no public keys.`)
}

const [file, given] = process.argv.slice(2)
if (file === undefined) fail(`Which letter? ${USAGE}`)
const read = readJson(file)
// What the function answers may have been kept whole.
const letter = read?.value?.letter ?? read?.letter ?? read
const { exportProblem } = checker()
const keyId = letter?.seal?.keyId
const trusted = trustedKeys(given, keyId)
const keys = trusted ?? [{ keyId, publicKey: String(letter?.publicKey) }]
const problem = exportProblem(letter, keys)
if (problem === 'not-an-export') fail(`${file} is no exported letter.`)
if (problem !== null) {
  console.log(`changed: ${PROBLEMS[problem]}`)
  process.exit(1)
}
const { title, version, signedAt, chain } = letter.content
console.log(`intact: ${title}, text of ${version}`)
console.log(`signed at ${signedAt}, letter ${chain.number} of its chain, sealed with the key ${keyId}`)
console.log(`SM3 ${letter.seal.sm3}`)
if (trusted === null) {
  console.log('The key was taken from the file itself: compare it with the one that the service publishes.')
  console.log(keys[0].publicKey)
}
