import { ulid } from 'ulid'
import { couplesAmong, STEPS, takeStep } from './journey.mjs'
import { measure, summed } from './measure.mjs'
import { startProductProcess } from './product.mjs'

const PEOPLE = { people: 5_000, seed: 1 }
/** How many couples go through each step, by how many callers there are at once. */
const LEVELS = [
  { callers: 1, couples: 24 },
  { callers: 8, couples: 64 },
  { callers: 32, couples: 128 },
]
const ALL_COUPLES = LEVELS.reduce((sum, level) => sum + level.couples, 0)
const MOST_CALLERS = 32
const WARM_COUPLES = 9
const WARM_CALLERS = 4
/** The product and the reference take turns, so that what drifts on the machine falls on both alike. */
const TURNS = 2
/** What all measured levels have together; on a quiet machine they need half of it. */
const TIME_MS = 80_000

/** Measures every action of the main job, each against the same requests to the store without the product around them. */
export async function measureSpeed(say) {
  const couples = couplesAmong(PEOPLE.people, PEOPLE.seed)
  const needed = WARM_COUPLES + ALL_COUPLES
  if (couples.length < needed)
    throw new Error(`${needed} couples are needed, and there are ${couples.length}`)
  const product = await startProductProcess(PEOPLE)
  try {
    await product.call('bare', 'o-bench', { prepareFor: MOST_CALLERS })
    const warm = couples.splice(0, WARM_COUPLES)
    const requests = await rememberRequests(product, warm[0])
    await warmUp(product, warm.slice(1), requests)
    return await measureSteps(product, couples, requests, say)
  } finally {
    await product.stop()
  }
}

async function measureSteps(product, couples, requests, say) {
  let waiting = couples.slice(0, ALL_COUPLES)
  let left = STEPS.filter((step) => !step.unmeasured).length * LEVELS.length
  const deadline = performance.now() + TIME_MS
  const actions = []
  for (const [index, step] of STEPS.entries()) {
    await measure(
      waiting.map((couple) => () => step.prepare?.(couple, product)),
      MOST_CALLERS,
    )
    if (step.unmeasured) {
      await measure(waiting.map(stepFor(product, step)), MOST_CALLERS)
      continue
    }
    const results = []
    const reached = []
    for (const level of sharedOut(waiting)) {
      const limitMs = (deadline - performance.now()) / left
      const { made, result } = await measureLevel(product, step, level, requests[index], limitMs)
      results.push(result)
      reached.push(...made)
      left -= 1
    }
    // Those whose turn did not come go no further.
    waiting = reached
    actions.push({ action: step.call, roundTrips: requests[index].length, levels: results })
    say(`${step.call}: ${requests[index].length} round trips`)
  }
  return actions
}

/** Every level has its share of those who came this far. */
function sharedOut(couples) {
  let from = 0
  return LEVELS.map((level) => {
    const size = Math.round((level.couples / ALL_COUPLES) * couples.length)
    const own = couples.slice(from, from + size)
    from += size
    return { callers: level.callers, couples: own }
  })
}

/** Walks one couple through everything, and keeps what each step asks of the store. */
async function rememberRequests(product, couple) {
  const requests = []
  for (const step of STEPS) {
    await step.prepare?.(couple, product)
    await product.tell('remember')
    await takeStep(step, couple, product, ulid())
    requests.push(await product.tell('remembered'))
  }
  return requests
}

/** Brings every instance up and its code to speed. */
async function warmUp(product, couples, requests) {
  for (const [index, step] of STEPS.entries()) {
    await measure(
      couples.map((couple) => () => step.prepare?.(couple, product)),
      WARM_CALLERS,
    )
    await measure(couples.map(stepFor(product, step)), WARM_CALLERS)
    await measure(couples.map(bareFor(product, requests[index])), WARM_CALLERS)
  }
}

async function measureLevel(product, step, level, steps, limitMs) {
  const { callers } = level
  const own = []
  const bare = []
  const made = []
  const size = Math.ceil(level.couples.length / TURNS)
  for (let turn = 0; turn < TURNS; turn += 1) {
    const couples = level.couples.slice(turn * size, (turn + 1) * size)
    const takeOwn = async () => {
      const measured = await measure(couples.map(stepFor(product, step)), callers, limitMs / TURNS / 2)
      own.push(measured)
      made.push(...couples.slice(0, measured.made))
    }
    const takeBare = async () => {
      bare.push(await measure(couples.map(bareFor(product, steps)), callers, limitMs / TURNS / 2))
    }
    for (const take of turn % 2 === 0 ? [takeBare, takeOwn] : [takeOwn, takeBare]) await take()
  }
  const [ours, reference] = [summed(own), summed(bare)]
  const result = {
    callers,
    ...ours,
    bareCallsPerSecond: reference.callsPerSecond,
    bareP50Ms: reference.p50Ms,
    ratio: ours.callsPerSecond / reference.callsPerSecond,
  }
  return { made, result }
}

function stepFor(product, step) {
  return (couple) => () => takeStep(step, couple, product, ulid())
}

function bareFor(product, steps) {
  return () => async (slot) => {
    const reply = await product.call('bare', `o-bench-${slot}`, { slot, steps })
    if (!reply.ok) throw new Error('the reference failed')
  }
}
