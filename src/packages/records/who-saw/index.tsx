import { View } from '@tarojs/components'
import { call } from '../../../cloud/call'
import { mapped } from '../../../cloud/outcome'
import { useOlder, withOlder } from '../../../cloud/use-older'
import { useReading } from '../../../cloud/use-reading'
import { EmptyState } from '../../../components/empty-state'
import { Page } from '../../../components/page'
import { PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import { StatusTag } from '../../../components/status-tag'
import { momentText } from '../../../copy/app'
import { RECORDS, readingSentence, WHO_SAW } from '../../../copy/records'
import '../records.css'

/** Each reading of her data, and each that she did of another's: both sides see it. */
export default function WhoSawPage() {
  const { reading, reload } = useReading('who-saw', () => call('records', 'who-saw', {}))
  const older = useOlder(
    async (cursor) =>
      mapped(await call('records', 'who-saw', { cursor }), ({ readings, next }) => ({
        entries: readings,
        next,
      })),
    reload,
  )
  return (
    <Page title={WHO_SAW.title} lead={WHO_SAW.lead} reading={reading}>
      <ReadingView reading={reading} onRetry={() => void reload()}>
        {(page) => {
          const readings = withOlder(page.readings, older.entries, ({ disclosureId }) => disclosureId)
          const next = older.nextAfter(page.next)
          if (readings.length === 0) {
            return <EmptyState title={WHO_SAW.empty.title} text={WHO_SAW.empty.text} />
          }
          return (
            <>
              {readings.map((each) => (
                <View key={each.disclosureId} className='fs-records__entry'>
                  <View className='fs-records__when'>{momentText(each.at)}</View>
                  <View>{readingSentence(each)}</View>
                  <View className='fs-records__tag'>
                    {each.mine ? (
                      <StatusTag text={WHO_SAW.byYou} tone='over' />
                    ) : (
                      <StatusTag text={WHO_SAW.byOther} tone='attention' />
                    )}
                  </View>
                </View>
              ))}
              {next === undefined ? null : (
                <PrimaryButton
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
