import { Text, View } from '@tarojs/components'
import { Card } from '../../../components/card'
import './index.css'

/** What stays or follows, a line each. */
export function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <Card title={title}>
      {lines.map((line) => (
        <View key={line} className='fs-unbind__line'>
          <Text className='fs-unbind__sign'>✓</Text>
          <Text className='fs-unbind__words'>{line}</Text>
        </View>
      ))}
    </Card>
  )
}
