import type { ReactNode } from 'react'
import type { WritingObstacle } from '../../cloud/use-writing'
import { FAILURE, failureText } from '../../copy/app'
import { Notice } from '../notice'
import { PrimaryButton } from '../primary-button'
import { RefusalCard } from '../refusal-card'

export interface ObstacleProps {
  readonly obstacle: WritingObstacle | null
  /** Sends the same again; offered where that is safe. */
  readonly onRetry?: () => void
  /** `reading` where a page could not be shown; else something that the person sent. */
  readonly doing?: 'reading' | 'writing'
  /** What to do after a refusal. */
  readonly refusedAction?: ReactNode
}

/** What stood in the way of a write or of a first read: a refusal, or a failure with the way on. */
export function Obstacle({ obstacle, onRetry, doing = 'writing', refusedAction }: ObstacleProps) {
  if (obstacle === null) return null
  if (obstacle.kind === 'refused') return <RefusalCard refusal={obstacle.refusal} action={refusedAction} />
  const { title, text } = failureText(obstacle, doing)
  const mayRetry = obstacle.kind !== 'outage' || obstacle.retry === 'same-request'
  return (
    <Notice kind='attention' title={title} text={text}>
      {mayRetry && onRetry !== undefined ? (
        <PrimaryButton kind='quiet' label={FAILURE.retry} onPress={onRetry} />
      ) : null}
    </Notice>
  )
}
