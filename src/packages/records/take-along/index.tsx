import { View } from '@tarojs/components'
import { call } from '../../../cloud/call'
import { openPaper, saveLinkedFile } from '../../../cloud/papers'
import { useTaking } from '../../../cloud/use-taking'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Obstacle } from '../../../components/obstacle'
import { Page } from '../../../components/page'
import { PrimaryButton } from '../../../components/primary-button'
import { TAKE_ALONG } from '../../../copy/records'
import { accessible } from '../../../theme/accessible'
import '../records.css'

type Format = 'json' | 'pdf'

/** All her data, as a paper to look at or as a file for other programs. */
export default function TakeAlongPage() {
  const { under, said, obstacle, take: taking } = useTaking<Format>()
  const take = (format: Format) =>
    taking(
      format,
      () => call('records', 'export', { format }),
      ({ url, fileName }) => (format === 'pdf' ? openPaper(url) : saveLinkedFile(url, fileName)),
      { done: TAKE_ALONG.opened, failed: TAKE_ALONG.failed },
    )
  return (
    <Page title={TAKE_ALONG.title} lead={TAKE_ALONG.lead}>
      <Notice text={TAKE_ALONG.what} />
      <Card>
        <View className='fs-records__line'>{TAKE_ALONG.paperText}</View>
        <PrimaryButton
          id='export-pdf'
          label={TAKE_ALONG.paper}
          loading={under === 'pdf'}
          onPress={() => void take('pdf')}
        />
        <View className='fs-records__line fs-records__after'>{TAKE_ALONG.fileText}</View>
        <PrimaryButton
          id='export-json'
          kind='quiet'
          label={TAKE_ALONG.file}
          loading={under === 'json'}
          onPress={() => void take('json')}
        />
        {said === null ? null : (
          <View className='fs-records__after' {...accessible({ role: 'status' })}>
            {said}
          </View>
        )}
        <Obstacle obstacle={obstacle} />
      </Card>
      <View className='fs-records__text'>{TAKE_ALONG.after}</View>
    </Page>
  )
}
