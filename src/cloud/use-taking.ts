import { useRef, useState } from 'react'
import type { Outcome } from './outcome'
import type { WritingObstacle } from './use-writing'

export interface Words {
  readonly done: string
  readonly failed: string
}

/** A paper or a file that she takes along: asks for it, gives it to her, and what is said of it. One at a time. */
export function useTaking<What extends string>(): {
  /** Which one is on its way. */
  readonly under: What | null
  readonly said: string | null
  readonly obstacle: WritingObstacle | null
  readonly take: <Value>(
    what: What,
    ask: () => Promise<Outcome<Value>>,
    give: (value: Value) => Promise<void>,
    words: Words,
  ) => Promise<void>
} {
  const [under, setUnder] = useState<What | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const [obstacle, setObstacle] = useState<WritingObstacle | null>(null)
  const busy = useRef(false)

  const take = async <Value>(
    what: What,
    ask: () => Promise<Outcome<Value>>,
    give: (value: Value) => Promise<void>,
    words: Words,
  ) => {
    if (busy.current) return
    busy.current = true
    setUnder(what)
    setSaid(null)
    setObstacle(null)
    const outcome = await ask()
    if (outcome.kind !== 'value') setObstacle(outcome)
    else {
      // She may close the viewer or the list of chats; then nothing was taken, and she may try again.
      await give(outcome.value).then(
        () => setSaid(words.done),
        () => setSaid(words.failed),
      )
    }
    busy.current = false
    setUnder(null)
  }
  return { under, said, obstacle, take }
}
