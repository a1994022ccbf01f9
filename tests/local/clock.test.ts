import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { LATEST_MS, openClock, readShift } from '../../local/clock'
import { START, temporaryDirectory } from './cloudbase/functions/sample-functions'

const DAY = 86_400_000

describe('the local clock', () => {
  const directory = temporaryDirectory()
  afterAll(() => rmSync(directory, { recursive: true }))
  let wall = Date.parse('2026-06-01T00:00:00Z')
  let files = 0
  const newFile = () => path.join(directory, `clock-${files++}.json`)
  const open = (file: string | null, startAt: number | 'real' = START) =>
    openClock({ file, startAt, wall: () => wall })

  it('starts where it is told and runs on', () => {
    const clock = open(null)
    expect(clock.now()).toBe(START)
    wall += 1_234
    expect(clock.now()).toBe(START + 1_234)
    expect(clock.now() - wall).toBe(readShift(clock.shift))
    clock.close()
  })

  it('follows the wall clock when it is told to', () => {
    const clock = open(null, 'real')
    expect(clock.now()).toBe(wall)
    clock.close()
  })

  it('goes on after a restart, also for the time in between, and heeds no new start', () => {
    const file = newFile()
    const first = open(file)
    first.set(START + DAY)
    first.close()
    wall += 60_000
    const second = open(file, START - 100 * DAY)
    expect(second.now()).toBe(START + DAY + 60_000)
    second.close()
  })

  it('goes on after it was killed', () => {
    const file = newFile()
    const killed = open(file)
    killed.set(START + 5 * DAY)
    const next = open(file)
    expect(next.now()).toBe(START + 5 * DAY)
    killed.close()
    next.close()
  })

  it('never shows an earlier time than before a restart', () => {
    const file = newFile()
    const first = open(file)
    first.set(START + 30 * DAY)
    first.close()
    wall -= 10 * DAY
    const setBack = open(file)
    expect(setBack.now()).toBe(START + 30 * DAY)
    setBack.close()

    const future = newFile()
    const ahead = open(future)
    ahead.set(wall + 400 * DAY)
    ahead.close()
    const real = open(future, 'real')
    expect(real.now()).toBe(wall + 400 * DAY)
    real.close()
  })

  it('tells who listens of each shift, until told to stop', () => {
    const clock = open(null)
    const seen: number[] = []
    const stop = clock.onShift(() => seen.push(clock.now()))
    clock.set(START + DAY)
    clock.set(START - DAY)
    stop()
    clock.set(START)
    expect(seen).toEqual([START + DAY, START - DAY])
    clock.close()
  })

  it('takes no time without a meaning', () => {
    const clock = open(null)
    for (const ms of [Number.NaN, Number.POSITIVE_INFINITY, -1, LATEST_MS]) {
      expect(() => clock.set(ms)).toThrow(RangeError)
    }
    expect(clock.now()).toBe(START)
    clock.close()
  })

  it('refuses a file that is not a clock, in a sentence, and leaves it as it is', () => {
    const file = newFile()
    writeFileSync(file, '{"shiftMs":')
    expect(() => open(file)).toThrow(/is not a clock/)
    expect(readFileSync(file, 'utf8')).toBe('{"shiftMs":')
  })
})
