import { View } from '@tarojs/components'
import { accessible } from '../../theme/accessible'
import './index.css'

/** The heading of a part of a page. */
export function SectionTitle({ text }: { readonly text: string }) {
  return (
    <View className='fs-section-title' {...accessible({ role: 'heading', level: 2 })}>
      {text}
    </View>
  )
}
