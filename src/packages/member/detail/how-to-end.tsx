import { Text, View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { MEMBER_COPY, WHERE_TO_END, WHERE_TO_END_ELSEWHERE } from '../../../copy/member'
import './index.css'

/** Ending it here comes with a later version. Until then: where it can be done today, and no promise beyond that. */
export function HowToEnd({ regionCode }: { readonly regionCode: string }) {
  const ways = WHERE_TO_END[regionCode] ?? WHERE_TO_END_ELSEWHERE
  return (
    <Card title={MEMBER_COPY.endTitle}>
      <View>{MEMBER_COPY.endNow}</View>
      {ways.map((way, index) => (
        <View key={way} className='fs-member__way'>
          <Text className='fs-member__number'>{`${index + 1}.`}</Text>
          <Text className='fs-member__words'>{way}</Text>
        </View>
      ))}
      <View className='fs-member__quiet'>{MEMBER_COPY.endDay}</View>
    </Card>
  )
}
