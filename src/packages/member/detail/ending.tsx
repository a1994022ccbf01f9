import { View } from '@tarojs/components'
import type { Instant } from '../../../../shared/values/day'
import { Card } from '../../../components/card'
import { PrimaryButton } from '../../../components/primary-button'
import { timeLeft } from '../../../components/share-invitation/time-left'
import { endingSentence, MEMBER_COPY } from '../../../copy/member'
import { countdownText, UNDO_UNBIND } from '../../../copy/unbind'
import './index.css'
import { type BindingDetail, ownSide } from './model'

export interface EndingProps {
  readonly binding: BindingDetail
  readonly ending: NonNullable<BindingDetail['ending']>
  readonly now: Instant
  readonly onUndo: () => void
}

/** An end that is coming: how long it still holds, who asked for it, and what this side can do. */
export function EndingCard({ binding, ending, now, onUndo }: EndingProps) {
  const { state, counterpart, lastDay, side } = binding
  return (
    <Card kind='attention' title={MEMBER_COPY.endingTitle}>
      <View className='fs-member__countdown'>{countdownText(timeLeft(ending.endsAt, now))}</View>
      <View className='fs-member__after'>
        {endingSentence(ending, ownSide(side), counterpart.name, lastDay ?? '')}
      </View>
      {state === 'ending' && ending.mayUndo ? (
        <PrimaryButton id='undo-unbind' kind='quiet' label={UNDO_UNBIND.action} onPress={onUndo} />
      ) : null}
    </Card>
  )
}
