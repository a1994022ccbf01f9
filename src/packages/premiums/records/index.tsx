import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../../cloud/call'
import { mapped } from '../../../cloud/outcome'
import { useOlder, withOlder } from '../../../cloud/use-older'
import { useReading } from '../../../cloud/use-reading'
import { Card } from '../../../components/card'
import { OneOf } from '../../../components/choice-list'
import { EmptyState } from '../../../components/empty-state'
import { Page } from '../../../components/page'
import { Pressable } from '../../../components/pressable'
import { PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import { StatusTag } from '../../../components/status-tag'
import { fullMomentText } from '../../../copy/app'
import { insuredText, PREMIUM_RECORDS, PREMIUMS } from '../../../copy/premiums'
import { addressOf, ROUTES } from '../../../routes'
import { headlineOf, paidOf } from '../payment/model'
import '../premiums.css'
import { Way } from '../../../components/way'
import {
  type Filter,
  filterInput,
  type Met,
  mayFilter,
  metIn,
  NO_FILTER,
  NOBODY_MET,
  type PaymentRecord,
  payerText,
} from './model'

/** What she paid and what was paid for her: of all years and everybody, or of one year or one relative. */
export default function PremiumRecordsPage() {
  const [filter, setFilter] = useState<Filter>(NO_FILTER)
  const [met, setMet] = useState<Met>(NOBODY_MET)
  const read = async (cursor?: string) => {
    const more = cursor === undefined ? {} : { cursor }
    const outcome = await call('premiums', 'records', { ...filterInput(filter), ...more })
    if (outcome.kind === 'value') setMet((before) => metIn(outcome.value.records, before))
    return mapped(outcome, ({ records, next }) => ({ entries: records, next }))
  }
  const key = `payments:${filter.premiumYear ?? ''}:${filter.bindingId ?? ''}`
  const { reading, reload } = useReading(key, read)
  const older = useOlder(read, reload, key)
  const isFiltered = filter.premiumYear !== null || filter.bindingId !== null
  return (
    <Page title={PREMIUM_RECORDS.title} lead={PREMIUM_RECORDS.lead} reading={reading}>
      {mayFilter(met) ? <Filters met={met} filter={filter} onFilter={setFilter} /> : null}
      <ReadingView reading={reading} onRetry={() => void reload()}>
        {(page) => {
          const records = withOlder(page.entries, older.entries, ({ paymentId }) => paymentId)
          const next = older.nextAfter(page.next)
          return (
            <>
              {records.length > 0 || next !== undefined ? null : isFiltered ? (
                <View className='fs-premium__none'>{PREMIUM_RECORDS.emptyFiltered}</View>
              ) : (
                <EmptyState title={PREMIUM_RECORDS.empty.title} text={PREMIUM_RECORDS.empty.text} />
              )}
              {records.map((record) => (
                <Entry key={record.paymentId} record={record} />
              ))}
              {next === undefined ? null : (
                <PrimaryButton
                  id='more'
                  kind='quiet'
                  label={PREMIUM_RECORDS.more}
                  loading={older.loading}
                  onPress={() => void older.more(next)}
                />
              )}
            </>
          )
        }}
      </ReadingView>
      <Card className='fs-premium__after'>
        <Way id='to-take-along' words={PREMIUM_RECORDS.takeAlong} route={ROUTES.takeAlong} last />
      </Card>
    </Page>
  )
}

interface FiltersProps {
  readonly met: Met
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
}

const ALL = 'all'

/** Folded, because most come for the newest. */
function Filters({ met, filter, onFilter }: FiltersProps) {
  const [isOpen, setOpen] = useState(false)
  const years = [
    { value: ALL, label: PREMIUM_RECORDS.allYears },
    ...met.years.map((year) => ({ value: String(year), label: PREMIUMS.yearText(year) })),
  ]
  const relatives = [
    { value: ALL, label: PREMIUM_RECORDS.everyone },
    ...met.relatives.map(({ bindingId, text }) => ({ value: bindingId, label: text })),
  ]
  return (
    <View>
      <Pressable id='filter' className='fs-premium__link' onPress={() => setOpen(!isOpen)}>
        <Text>{isOpen ? PREMIUM_RECORDS.closeFilter : PREMIUM_RECORDS.openFilter}</Text>
      </Pressable>
      {isOpen ? (
        <Card>
          <OneOf
            label={PREMIUM_RECORDS.years}
            inPairs
            choices={years}
            chosen={filter.premiumYear === null ? ALL : String(filter.premiumYear)}
            onChoose={(year) => onFilter({ ...filter, premiumYear: year === ALL ? null : Number(year) })}
          />
          <OneOf
            label={PREMIUM_RECORDS.who}
            choices={relatives}
            chosen={filter.bindingId ?? ALL}
            onChoose={(who) => onFilter({ ...filter, bindingId: who === ALL ? null : who })}
          />
        </Card>
      ) : null}
    </View>
  )
}

function Entry({ record }: { readonly record: PaymentRecord }) {
  const { title, tone } = headlineOf(record)
  const { paymentId } = record
  return (
    <Pressable
      className='fs-premium__entry'
      onPress={() => void Taro.navigateTo({ url: addressOf(ROUTES.payment, { paymentId }) })}
    >
      <View className='fs-premium__head'>
        <Text className='fs-premium__name'>{PREMIUMS.yearText(record.premiumYear)}</Text>
        <StatusTag text={title} tone={tone} />
      </View>
      <View className='fs-premium__amount'>{PREMIUMS.amount(paidOf(record))}</View>
      {record.lines.map((line) => (
        <View key={line.lineId}>{insuredText(line)}</View>
      ))}
      <View className='fs-premium__soft'>
        {PREMIUM_RECORDS.when(fullMomentText(record.createdAt), payerText(record))}
      </View>
      <View className='fs-premium__open'>{PREMIUM_RECORDS.open} ›</View>
    </Pressable>
  )
}
