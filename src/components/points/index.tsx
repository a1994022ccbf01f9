import { Text, View } from '@tarojs/components'
import './index.css'

/** Short sentences one under the other, each with a mark before it. */
export function Points({ lines }: { readonly lines: readonly string[] }) {
  return (
    <View>
      {lines.map((line) => (
        <View key={line} className='fs-points__line'>
          <Text className='fs-points__mark'>✓</Text>
          <Text className='fs-points__words'>{line}</Text>
        </View>
      ))}
    </View>
  )
}
