import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { TimelineEntry } from '../../../../shared/contract/records'
import { call } from '../../../cloud/call'
import { mapped } from '../../../cloud/outcome'
import { useOlder, withOlder } from '../../../cloud/use-older'
import { useReading } from '../../../cloud/use-reading'
import { Card } from '../../../components/card'
import { EmptyState } from '../../../components/empty-state'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { Pressable } from '../../../components/pressable'
import { PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import { Way } from '../../../components/way'
import { momentText } from '../../../copy/app'
import { RECORDS, timelineSentence } from '../../../copy/records'
import { ROUTES } from '../../../routes'
import '../records.css'
import { pageOf } from './model'

const WAYS = [
  { words: RECORDS.whoSaw, route: ROUTES.whoSaw, id: 'to-who-saw' },
  { words: RECORDS.takeAlong, route: ROUTES.takeAlong, id: 'to-take-along' },
  { words: RECORDS.close, route: ROUTES.closeAccount, id: 'to-close' },
] as const

/** What was done, the newest first, whether the record is whole, and the ways to everything else about her data. */
export default function TimelinePage() {
  const { reading, reload } = useReading('timeline', () => call('records', 'timeline', {}))
  const { reading: check } = useReading('check', () => call('records', 'check', {}))
  const older = useOlder(
    async (cursor) =>
      mapped(await call('records', 'timeline', { cursor }), ({ entries, next }) => ({ entries, next })),
    reload,
  )
  return (
    <Page title={RECORDS.title} lead={RECORDS.lead} reading={reading}>
      <Card>
        {WAYS.map(({ words, route, id }, index) => (
          <Way key={route} id={id} words={words} route={route} last={index === WAYS.length - 1} />
        ))}
      </Card>
      {check.phase !== 'ready' ? null : check.value.intact ? (
        <Notice text={RECORDS.intact} />
      ) : (
        <Notice kind='attention' text={RECORDS.broken} />
      )}
      <ReadingView reading={reading} onRetry={() => void reload()}>
        {(page) => {
          const entries = withOlder(page.entries, older.entries, ({ entryId }) => entryId)
          const next = older.nextAfter(page.next)
          if (entries.length === 0) {
            return <EmptyState title={RECORDS.empty.title} text={RECORDS.empty.text} />
          }
          return (
            <>
              {entries.map((entry) => (
                <Entry key={entry.entryId} entry={entry} />
              ))}
              {next === undefined ? null : (
                <PrimaryButton
                  id='more'
                  kind='quiet'
                  label={RECORDS.more}
                  loading={older.loading}
                  onPress={() => void older.more(next)}
                />
              )}
            </>
          )
        }}
      </ReadingView>
    </Page>
  )
}

function Entry({ entry }: { readonly entry: TimelineEntry }) {
  const url = pageOf(entry)
  const said = (
    <>
      <View className='fs-records__when'>{momentText(entry.at)}</View>
      <View>{timelineSentence(entry)}</View>
      {url === null ? null : <View className='fs-records__open'>{RECORDS.open} ›</View>}
    </>
  )
  if (url === null) return <View className='fs-records__entry'>{said}</View>
  return (
    <Pressable className='fs-records__entry' onPress={() => void Taro.navigateTo({ url })}>
      {said}
    </Pressable>
  )
}
