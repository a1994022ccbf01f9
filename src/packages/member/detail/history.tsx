import { View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { momentText } from '../../../copy/app'
import { eventSentence, MEMBER_COPY } from '../../../copy/member'
import { type BindingHistory, newestFirst, type ownSide } from './model'
import './index.css'

export interface HistoryProps {
  readonly history: BindingHistory
  readonly side: ReturnType<typeof ownSide>
}

/** What was done, the newest first, and whether the record is whole. */
export function History({ history, side }: HistoryProps) {
  return (
    <Card title={MEMBER_COPY.historyTitle}>
      {history.events.length === 0 ? <View>{MEMBER_COPY.historyEmpty}</View> : null}
      {newestFirst(history.events).map((event) => (
        <View key={event.hash} className='fs-member__event'>
          <View className='fs-member__quiet'>{momentText(event.at)}</View>
          <View>{eventSentence(event, side)}</View>
        </View>
      ))}
      <View className={history.intact ? 'fs-member__intact' : 'fs-member__broken'}>
        {history.intact ? MEMBER_COPY.historyIntact : MEMBER_COPY.historyBroken}
      </View>
    </Card>
  )
}
