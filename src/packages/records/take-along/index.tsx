import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../../cloud/call'
import { openPaper, saveLinkedFile } from '../../../cloud/papers'
import type { WritingObstacle } from '../../../cloud/use-writing'
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
  const [under, setUnder] = useState<Format | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const [obstacle, setObstacle] = useState<WritingObstacle | null>(null)

  const take = async (format: Format) => {
    if (under !== null) return
    setUnder(format)
    setSaid(null)
    setObstacle(null)
    const outcome = await call('records', 'export', { format })
    if (outcome.kind !== 'value') setObstacle(outcome)
    else {
      const { url, fileName } = outcome.value
      // She may close the viewer or the list of chats; then nothing was taken, and she may try again.
      await (format === 'pdf' ? openPaper(url) : saveLinkedFile(url, fileName)).then(
        () => setSaid(TAKE_ALONG.opened),
        () => setSaid(TAKE_ALONG.failed),
      )
    }
    setUnder(null)
  }
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
