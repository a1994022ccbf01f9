import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { functionNames } from './build.mjs'

const PROGRAM = fileURLToPath(new URL('memory-process.mjs', import.meta.url))
const MOST_ROUNDS = 3
/** No further round begins after this. */
const TIME_MS = 20_000
const LIMIT_MS = 20_000

/** What an instance of each function weighs and how long its first call takes: the middle one of the rounds. */
export async function measureMemory(say) {
  const names = functionNames()
  const rounds = new Map(names.map((name) => [name, []]))
  const startedAt = performance.now()
  for (let round = 0; round < MOST_ROUNDS && performance.now() - startedAt < TIME_MS; round += 1) {
    for (const name of names) rounds.get(name).push(await inOwnProcess(name))
  }
  const functions = names.map((name) => {
    const middle = (field) => middleOf(rounds.get(name).map((each) => each[field]))
    return {
      name,
      megabytes: middle('bytesPerInstance') / 1024 / 1024,
      firstCallMs: middle('firstMs'),
      secondCallMs: middle('secondMs'),
    }
  })
  const empty = functions.find(({ name }) => name === 'empty')
  say(`${functions.length} functions weighed`)
  return functions.map((each) => ({
    ...each,
    memoryRatio: each.megabytes / empty.megabytes,
    firstCallRatio: each.firstCallMs / empty.firstCallMs,
  }))
}

function inOwnProcess(name) {
  return new Promise((resolve, reject) => {
    const child = fork(PROGRAM, [name], {
      execArgv: ['--expose-gc'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      timeout: LIMIT_MS,
      killSignal: 'SIGKILL',
    })
    let said
    child.once('message', (message) => {
      said = message
    })
    child.once('error', reject)
    child.once('exit', (code) =>
      said === undefined ? reject(new Error(`weighing ${name} ended with ${code}`)) : resolve(said),
    )
  })
}

function middleOf(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
}
