import * as fc from 'fast-check'
import { addFen, fen, splitFen, subtractFen } from '../../../shared/values/fen'
import { holds } from '../property'

const amount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 })
const positive = fc.integer({ min: 0, max: 1_000_000_000_000 })
const weights = fc
  .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 })
  .filter((list) => list.some((weight) => weight > 0))

describe('fen', () => {
  it('takes every safe integer and nothing else', () => {
    holds(fc.property(fc.maxSafeInteger(), (number) => expect(fen(number) === number).toBe(true)))
    holds(
      fc.property(
        fc.double().filter((number) => !Number.isSafeInteger(number)),
        (number) => {
          expect(() => fen(number)).toThrow(RangeError)
        },
      ),
    )
    expect(Object.is(fen(-0), 0)).toBe(true)
  })

  it('addition and subtraction are each other’s undoing', () => {
    holds(
      fc.property(amount, amount, (a, b) => {
        expect(subtractFen(addFen(fen(a), fen(b)), fen(b))).toBe(a)
        expect(addFen(fen(a), fen(b))).toBe(addFen(fen(b), fen(a)))
      }),
    )
    expect(addFen()).toBe(0)
  })

  it('a sum beyond the safe integers is a bug, not a rounded number', () => {
    expect(() => addFen(fen(Number.MAX_SAFE_INTEGER), fen(1))).toThrow(RangeError)
  })
})

describe('splitting', () => {
  it('loses no fen, and no part is more than one fen from its share', () => {
    holds(
      fc.property(positive, weights, (total, list) => {
        const parts = splitFen(fen(total), list)
        const sum = list.reduce((all, weight) => all + weight, 0)
        expect(addFen(...parts)).toBe(total)
        parts.forEach((part, index) => {
          const share = (BigInt(total) * BigInt(list[index] ?? 0)) / BigInt(sum)
          expect([share, share + 1n]).toContain(BigInt(part))
        })
      }),
    )
  })

  it('gives nothing to a weight of zero', () => {
    holds(
      fc.property(positive, weights, (total, list) => {
        splitFen(fen(total), list).forEach((part, index) => {
          if (list[index] === 0) expect(part).toBe(0)
        })
      }),
    )
  })

  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [1, [1, 1], [1, 0]],
    [5, [3, 1], [4, 1]],
    [0, [2, 3], [0, 0]],
  ])('%i by %j is %j', (total, list, parts) => {
    expect(splitFen(fen(total), list)).toEqual(parts)
  })

  it.each([
    [fen(-1), [1]],
    [fen(1), [0, 0]],
    [fen(1), []],
    [fen(1), [-1, 2]],
    [fen(1), [0.5]],
  ])('%i by %j is a bug', (total, list) => {
    expect(() => splitFen(total, list)).toThrow(RangeError)
  })
})
