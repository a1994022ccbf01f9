import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { relationLabel, yuanText } from '../../../shared/copy'
import { fen } from '../../../shared/values/fen'
import { useNow } from '../../cloud/now'
import type { Reading } from '../../cloud/reading'
import { Card } from '../../components/card'
import { FieldRow } from '../../components/field-row'
import { paragraphsOf } from '../../components/letter-reader/reading'
import { Meanings } from '../../components/meanings'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { Pressable } from '../../components/pressable'
import { BottomBar, PrimaryButton } from '../../components/primary-button'
import { RefusalCard } from '../../components/refusal-card'
import { timeLeft } from '../../components/share-invitation/time-left'
import { dayText, momentText } from '../../copy/app'
import { JOIN_COPY } from '../../copy/join'
import { usesInWords } from '../../copy/list'
import type { OpenedInvitation } from './model'
import './index.css'

export interface AskedProps {
  readonly invitation: OpenedInvitation
  readonly reading: Reading<unknown>
  readonly onSign: () => void
  readonly onDecline: () => void
  readonly onAgain: () => void
}

/** Who asks, what for, until when, and what it means, before anything is signed. */
export function Asked({ invitation, reading, onSign, onDecline, onAgain }: AskedProps) {
  const [noticeOpen, setNoticeOpen] = useState(false)
  const now = useNow()
  const { from, child, role, relation, startDay, endDay, obstacle, notice, expiresAt } = invitation
  const forChild = role === 'guardian'
  const left = timeLeft(expiresAt, now)
  const means = forChild ? JOIN_COPY.meansChild : JOIN_COPY.means
  return (
    <Page
      title={forChild ? JOIN_COPY.asksForChild(from.name, child?.name ?? '') : JOIN_COPY.asks(from.name)}
      reading={reading}
      bottom={
        <BottomBar>
          {obstacle === undefined ? (
            <PrimaryButton id='join-sign' label={JOIN_COPY.readAndSign} onPress={onSign} />
          ) : (
            <PrimaryButton id='join-again' label={JOIN_COPY.obstacleRetry} onPress={onAgain} />
          )}
          <PrimaryButton id='join-decline' kind='quiet' label={JOIN_COPY.decline} onPress={onDecline} />
        </BottomBar>
      }
    >
      {obstacle === undefined ? null : (
        <>
          <RefusalCard refusal={obstacle} />
          <Notice text={JOIN_COPY.obstacleText} />
        </>
      )}
      <Card>
        <FieldRow
          label={forChild ? JOIN_COPY.childRelation : JOIN_COPY.relation}
          value={relationLabel(relation)}
        />
        <FieldRow label={JOIN_COPY.whatFor} value={usesInWords(invitation.uses)} />
        <FieldRow
          label={JOIN_COPY.from}
          value={invitation.reviewed === true ? JOIN_COPY.fromReviewed(dayText(startDay)) : dayText(startDay)}
        />
        <FieldRow
          label={JOIN_COPY.until}
          value={endDay === undefined ? JOIN_COPY.untilOpen : JOIN_COPY.untilDay(dayText(endDay))}
        />
        {invitation.monthlyLimitFen === undefined ? null : (
          <FieldRow label={JOIN_COPY.monthly} value={yuanText(fen(invitation.monthlyLimitFen))} />
        )}
        {invitation.perSettlementLimitFen === undefined ? null : (
          <FieldRow label={JOIN_COPY.perSettlement} value={yuanText(fen(invitation.perSettlementLimitFen))} />
        )}
        <FieldRow label={JOIN_COPY.answer}>
          <Text>{JOIN_COPY.answerUntil(momentText(expiresAt))}</Text>
          {left === null ? null : (
            <View className='fs-join__left'>{JOIN_COPY.answerLeft(left.hours, left.minutes)}</View>
          )}
        </FieldRow>
      </Card>
      <Card title={forChild ? JOIN_COPY.meansChildTitle : JOIN_COPY.meansTitle}>
        <Meanings meanings={means} />
        <View className='fs-join__seen'>{JOIN_COPY.willBeSeen}</View>
      </Card>
      <Card>
        <Pressable
          className='fs-join__notice'
          label={`${notice.title}，${noticeOpen ? JOIN_COPY.noticeFold : JOIN_COPY.noticeOpen}`}
          onPress={() => setNoticeOpen(!noticeOpen)}
        >
          <Text className='fs-join__notice-title'>{notice.title}</Text>
          <Text className='fs-join__notice-sign'>
            {noticeOpen ? JOIN_COPY.noticeFold : JOIN_COPY.noticeOpen}
          </Text>
        </Pressable>
        {!noticeOpen
          ? null
          : paragraphsOf(notice.text).map((paragraph) => (
              <View key={paragraph} className='fs-join__paragraph'>
                {paragraph}
              </View>
            ))}
      </Card>
    </Page>
  )
}
