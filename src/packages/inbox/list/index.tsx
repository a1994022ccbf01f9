import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../../cloud/call'
import { withOlder } from '../../../cloud/use-older'
import { useReading } from '../../../cloud/use-reading'
import { useWriting } from '../../../cloud/use-writing'
import { EmptyState } from '../../../components/empty-state'
import { Obstacle } from '../../../components/obstacle'
import { Page } from '../../../components/page'
import { Pressable } from '../../../components/pressable'
import { PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import { StatusTag } from '../../../components/status-tag'
import { momentText } from '../../../copy/app'
import { INBOX, noticeSentence } from '../../../copy/inbox'
import './index.css'
import { type InboxNotice, type InboxPage, markedRead, pageOf, unreadIds } from './model'

export default function InboxPageView() {
  const { reading, reload } = useReading('inbox', () => call('records', 'inbox', {}))
  const [older, setOlder] = useState<{
    readonly notices: readonly InboxNotice[]
    readonly next: string | undefined
  } | null>(null)
  const marking = useWriting('records', 'mark-read')

  const readOlder = async (cursor: string) => {
    const outcome = await call('records', 'inbox', { cursor })
    if (outcome.kind !== 'value') return void reload()
    const { notices, next } = outcome.value
    setOlder((before) => ({ notices: [...(before?.notices ?? []), ...notices], next }))
  }
  const mark = async (noticeIds: InboxNotice['noticeId'][]) => {
    const outcome = await marking.send({ noticeIds })
    if (outcome?.kind !== 'value') return
    setOlder((before) =>
      before === null ? null : { ...before, notices: markedRead(before.notices, noticeIds) },
    )
    await reload()
  }
  const open = (notice: InboxNotice) => {
    if (!notice.read) void mark([notice.noticeId])
    const url = pageOf(notice)
    if (url !== null) void Taro.navigateTo({ url })
  }
  return (
    <Page title={INBOX.title} reading={reading}>
      <ReadingView reading={reading} onRetry={() => void reload()}>
        {(page: InboxPage) => {
          const notices = withOlder(page.notices, older?.notices ?? [], ({ noticeId }) => noticeId)
          const next = older === null ? page.next : older.next
          const unread = unreadIds(notices)
          if (notices.length === 0) return <EmptyState title={INBOX.empty.title} text={INBOX.empty.text} />
          return (
            <>
              {marking.obstacle === null ? null : <Obstacle obstacle={marking.obstacle} />}
              {notices.map((notice) => (
                <NoticeCard key={notice.noticeId} notice={notice} onOpen={() => open(notice)} />
              ))}
              {unread.length < 2 ? null : (
                <PrimaryButton
                  kind='quiet'
                  label={INBOX.markAll}
                  loading={marking.sending}
                  onPress={() => void mark(unread.slice(0, 50))}
                />
              )}
              {next === undefined ? null : (
                <PrimaryButton kind='quiet' label={INBOX.more} onPress={() => void readOlder(next)} />
              )}
            </>
          )
        }}
      </ReadingView>
    </Page>
  )
}

function NoticeCard({ notice, onOpen }: { readonly notice: InboxNotice; readonly onOpen: () => void }) {
  const { title, text } = noticeSentence(notice)
  return (
    <Pressable className='fs-inbox__notice' onPress={onOpen}>
      <View className='fs-inbox__head'>
        <Text className='fs-inbox__title'>{title}</Text>
        {notice.read ? null : <StatusTag text={INBOX.new} tone='attention' />}
      </View>
      <View>{text}</View>
      <View className='fs-inbox__when'>{momentText(notice.at)}</View>
      {pageOf(notice) === null ? null : <View className='fs-inbox__open'>{INBOX.open} ›</View>}
    </Pressable>
  )
}
