import fc from 'fast-check'
import { FairQueue } from '../../../../local/cloudbase/functions/fair-queue'

const LIMITS = { total: 100, perCaller: 40 }

function drained<Item>(queue: FairQueue<Item>): Item[] {
  const items: Item[] = []
  for (let item = queue.next(); item !== undefined; item = queue.next()) items.push(item)
  return items
}

describe('the waiting line of a function', () => {
  it('lets a caller with one call pass another who sent many before', () => {
    const queue = new FairQueue<string>(LIMITS)
    for (const item of ['a1', 'a2', 'a3', 'a4']) queue.push('a', item)
    queue.push('b', 'b1')
    expect(drained(queue)).toEqual(['a1', 'b1', 'a2', 'a3', 'a4'])
  })

  it('takes no more than its limits', () => {
    const queue = new FairQueue<number>({ total: 3, perCaller: 2 })
    expect(['a', 'a', 'a', 'b', 'c'].map((caller, index) => queue.push(caller, index))).toEqual([
      true,
      true,
      false,
      true,
      false,
    ])
    expect(queue.size).toBe(3)
  })

  it('loses nothing, gives nothing twice, and keeps the order of each caller', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 }), (callers) => {
        const queue = new FairQueue<{ caller: string; index: number }>(LIMITS)
        callers.forEach((caller, index) => {
          queue.push(caller, { caller, index })
        })
        const items = drained(queue)
        expect(items).toHaveLength(callers.length)
        for (const caller of new Set(callers)) {
          const order = items.filter((item) => item.caller === caller).map(({ index }) => index)
          expect(order).toEqual([...order].sort((x, y) => x - y))
        }
        expect(queue.size).toBe(0)
      }),
    )
  })

  it('forgets an item that no longer waits', () => {
    const queue = new FairQueue<string>(LIMITS)
    queue.push('a', 'a1')
    queue.push('a', 'a2')
    queue.remove('a', 'a1')
    queue.remove('a', 'a1')
    expect(queue.size).toBe(1)
    expect(drained(queue)).toEqual(['a2'])
  })
})
