import { Text, View } from '@tarojs/components'
import './index.css'

export interface Meaning {
  readonly short: string
  readonly long: string
}

/** What something means for the person, point by point: each in a few words first, and then in a sentence. */
export function Meanings({ meanings }: { readonly meanings: readonly Meaning[] }) {
  return (
    <>
      {meanings.map(({ short, long }, index) => (
        <View key={short} className='fs-meanings__one'>
          <Text className='fs-meanings__number'>{String(index + 1)}</Text>
          <View className='fs-meanings__words'>
            <View className='fs-meanings__short'>{short}</View>
            <View className='fs-meanings__long'>{long}</View>
          </View>
        </View>
      ))}
    </>
  )
}
