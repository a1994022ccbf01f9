import { Text, View } from '@tarojs/components'
import type { RegionWords } from '../../../../shared/rules'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { PrimaryButton } from '../../../components/primary-button'
import { UNBIND } from '../../../copy/unbind'
import './index.css'

export interface NeedsReviewProps {
  readonly words: Pick<RegionWords, 'name' | 'system'>
  /** In the region's words; empty where it asks for none. */
  readonly proofs: readonly string[]
  readonly onBack: () => void
}

/** Where the bureau decides on an unbinding: that it is an application, what it needs, and where it is handed in. */
export function NeedsReview({ words, proofs, onBack }: NeedsReviewProps) {
  return (
    <Page title={UNBIND.review.title}>
      <Notice kind='attention' text={UNBIND.review.text(words.name)} />
      {proofs.length === 0 ? null : (
        <Card title={UNBIND.review.proofs}>
          {proofs.map((proof) => (
            <View key={proof} className='fs-unbind__line'>
              <Text className='fs-unbind__sign'>·</Text>
              <Text className='fs-unbind__words'>{proof}</Text>
            </View>
          ))}
        </Card>
      )}
      <Card title={UNBIND.review.where}>
        <View>{UNBIND.review.whereText(words.system)}</View>
      </Card>
      <PrimaryButton kind='quiet' label={UNBIND.back} onPress={onBack} />
    </Page>
  )
}
