import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../../components/card'
import { Pressable } from '../../../components/pressable'
import { momentText } from '../../../copy/app'
import { eventSentence, MEMBER_COPY } from '../../../copy/member'
import { type BindingHistory, newestFirst, type ownSide } from './model'
import './index.css'

/** So many are shown at first: each new one sends those that are shown to the view again. */
const SHOWN_AT_FIRST = 4

export interface HistoryProps {
  readonly history: BindingHistory
  readonly side: ReturnType<typeof ownSide>
}

/** What was done, the newest first, and whether the record is whole. */
export function History({ history, side }: HistoryProps) {
  const [all, setAll] = useState(false)
  const events = newestFirst(history.events)
  const shown = all ? events : events.slice(0, SHOWN_AT_FIRST)
  return (
    <Card title={MEMBER_COPY.historyTitle}>
      {events.length === 0 ? <View>{MEMBER_COPY.historyEmpty}</View> : null}
      <View>
        {shown.map((event) => (
          <View key={event.hash} className='fs-member__event'>
            <View className='fs-member__quiet'>{momentText(event.at)}</View>
            <View>{eventSentence(event, side)}</View>
          </View>
        ))}
      </View>
      <View>
        {shown.length === events.length ? null : (
          <Pressable className='fs-member__all' id='history-all' onPress={() => setAll(true)}>
            <Text>{MEMBER_COPY.historyAll(events.length - shown.length)}</Text>
          </Pressable>
        )}
      </View>
      <View className={history.intact ? 'fs-member__intact' : 'fs-member__broken'}>
        {history.intact ? MEMBER_COPY.historyIntact : MEMBER_COPY.historyBroken}
      </View>
    </Card>
  )
}
