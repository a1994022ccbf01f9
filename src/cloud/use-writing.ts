import { useCallback, useRef, useState } from 'react'
import type { RefusalReply } from '../../shared/contract/fields'
import type { FunctionName } from '../../shared/contract/functions'
import { call } from './call'
import type { Failure, Outcome } from './outcome'
import type { InputFor, ValueFor, WriteName } from './writes'

/** Why the last attempt did not go through: shown by `Obstacle`. */
export type WritingObstacle = { readonly kind: 'refused'; readonly refusal: RefusalReply } | Failure

/**
 * Sends a write from a page: one at a time, with what stood in the way. While one is on its way a second tap gives
 * null and sends nothing.
 */
export function useWriting<Name extends FunctionName, Action extends WriteName<Name>>(
  functionName: Name,
  action: Action,
): {
  readonly sending: boolean
  readonly obstacle: WritingObstacle | null
  readonly clear: () => void
  readonly send: (input: InputFor<Name, Action>) => Promise<Outcome<ValueFor<Name, Action>> | null>
} {
  const [sending, setSending] = useState(false)
  const [obstacle, setObstacle] = useState<WritingObstacle | null>(null)
  const busy = useRef(false)

  const send = useCallback(
    async (input: InputFor<Name, Action>) => {
      if (busy.current) return null
      busy.current = true
      setSending(true)
      setObstacle(null)
      const outcome = await call(functionName, action, input)
      busy.current = false
      setSending(false)
      if (outcome.kind !== 'value') setObstacle(outcome)
      return outcome
    },
    [functionName, action],
  )
  const clear = useCallback(() => setObstacle(null), [])
  return { sending, obstacle, clear, send }
}
