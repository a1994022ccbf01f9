import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { call } from '../../../cloud/call'
import { useReading } from '../../../cloud/use-reading'
import { EmptyState } from '../../../components/empty-state'
import { Page } from '../../../components/page'
import { Pressable } from '../../../components/pressable'
import { PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import { StatusTag } from '../../../components/status-tag'
import { MY_LETTERS } from '../../../copy/letter'
import { ROUTES } from '../../../routes'
import { type LetterRow, letterRows } from './model'
import './index.css'

/** Every letter of hers, with state and region; a tap reads it. */
export default function LetterListPage() {
  const { reading, reload } = useReading('letters', () => call('consent-letters', 'list', {}))
  return (
    <Page title={MY_LETTERS.title} lead={MY_LETTERS.lead} reading={reading}>
      <ReadingView reading={reading} onRetry={() => void reload()}>
        {({ letters }) =>
          letters.length === 0 ? (
            <EmptyState title={MY_LETTERS.empty} text={MY_LETTERS.emptyText} />
          ) : (
            letterRows(letters).map((row) => <LetterCard key={row.letterId} row={row} />)
          )
        }
      </ReadingView>
      <PrimaryButton
        id='to-check'
        kind='quiet'
        label={MY_LETTERS.check}
        onPress={() => void Taro.navigateTo({ url: ROUTES.letterCheck })}
      />
    </Page>
  )
}

function LetterCard({ row }: { readonly row: LetterRow }) {
  return (
    <Pressable className='letters__card' onPress={() => open(row)}>
      <View className='letters__words'>
        <View className='letters__name'>{row.name}</View>
        <View>{row.about}</View>
        <View className='letters__quiet'>{row.region}</View>
        <StatusTag text={row.state} tone={row.signed ? 'going-well' : 'waiting'} />
      </View>
      <Text className='letters__action'>{row.action}</Text>
    </Pressable>
  )
}

function open({ to }: LetterRow): void {
  if (to === null) void Taro.switchTab({ url: ROUTES.home })
  else void Taro.navigateTo({ url: to })
}
