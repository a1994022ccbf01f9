import { createRequire } from 'node:module'
import { DATA_DIRECTORY, FUNCTIONS_DIRECTORY, PEOPLE_PROGRAM, PRODUCT_PROGRAM } from './build.mjs'
import { stepOf } from './steps.mjs'

/**
 * The product in a process of its own, so that those who call it take none of its time. It keeps its data on disk as in
 * `npm start`, and remembers what the store was asked for, when told to.
 */

const load = createRequire(import.meta.url)
const { startProduct } = load(PRODUCT_PROGRAM)
const { generatePeople } = load(PEOPLE_PROGRAM)

const DEMO_NOW = Date.parse('2025-11-05T09:00:00+08:00')
/** The cheapest password: what its check costs in earnest is measured apart, in `password.mjs`. */
const PASSWORD_LOG2N = 4
const { people, seed } = JSON.parse(process.argv[2])

let remembered = null
const product = await startProduct({
  dataDir: DATA_DIRECTORY,
  port: 0,
  demoNow: DEMO_NOW,
  functionsDir: FUNCTIONS_DIRECTORY,
  h5Dir: null,
  passwordScryptLog2N: PASSWORD_LOG2N,
  people: generatePeople(people, seed),
  onDatabaseRequest: (action, params) => remembered?.push(stepOf(action, params)),
})

const answers = {
  remember() {
    remembered = []
  },
  remembered() {
    const steps = remembered
    remembered = null
    return steps
  },
}

process.on('message', ({ number, ask }) => process.send({ number, answer: answers[ask]() ?? null }))
process.once('disconnect', () => product.close().then(() => process.exit(0)))
process.send({ url: product.url })
