import { View } from '@tarojs/components'
import { StatusTag } from '../../components/status-tag'
import type { KnownView } from './rows'

/** One rule: what it is called, what it says, how sure that is, since when, and who says so. */
export function RuleView({ title, known }: { readonly title: string; readonly known: KnownView }) {
  return (
    <View className='rules-rule'>
      <View className='rules-rule__title'>{title}</View>
      <View className='rules-rule__value'>{known.value}</View>
      {known.elsewhere === null ? null : <View className='rules-rule__elsewhere'>{known.elsewhere}</View>}
      <StatusTag text={known.sure.text} tone={known.sure.tone} />
      {known.note === null ? null : <View className='rules-rule__note'>{known.note}</View>}
      <View className='rules-rule__source'>
        {[known.days, known.checked].filter((text) => text !== null).join(' · ')}
      </View>
      {known.sources.length === 0 ? null : (
        <View className='rules-rule__source rules-rule__lines'>{known.sources.join('\n')}</View>
      )}
    </View>
  )
}
