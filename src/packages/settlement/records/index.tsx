import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { call } from '../../../cloud/call'
import { mapped } from '../../../cloud/outcome'
import { useOlder, withOlder } from '../../../cloud/use-older'
import { useReading } from '../../../cloud/use-reading'
import type { ValueFor } from '../../../cloud/writes'
import { Card } from '../../../components/card'
import { OneOf } from '../../../components/choice-list'
import { EmptyState } from '../../../components/empty-state'
import { Page } from '../../../components/page'
import { Pressable } from '../../../components/pressable'
import { PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import { SectionTitle } from '../../../components/section-title'
import { StatusTag } from '../../../components/status-tag'
import { balanceText, momentText } from '../../../copy/app'
import { SPENDING, sourceText, spentState, spentTitle } from '../../../copy/settlement'
import '../settlement.css'
import { type Bar, type Chart, chartOf, type Picked, type Side } from './model'

type SpentRecord = ValueFor<'settlements', 'records'>['records'][number]

const SIDES = (['policyholder', 'relative'] as const).map((value) => ({
  value,
  label: SPENDING.sides[value],
}))

/** What her account paid for whom, and what was paid for her: a year at a glance, and each of it below. */
export default function SpendingPage() {
  const [side, setSide] = useState<Side>('policyholder')
  const [year, setYear] = useState<number | null>(null)
  const [picked, setPicked] = useState<Picked>({})
  const { reading, reload } = useReading(`summary:${year}`, () =>
    call('settlements', 'summary', year === null ? {} : { year }),
  )
  // The first answer is of the current year, as the functions' clock has it.
  const thisYear = useRef<number | null>(null)
  if (reading.phase === 'ready') thisYear.current ??= reading.value.year
  const turn = (next: number) => {
    setYear(next)
    setPicked({})
  }
  return (
    <Page title={SPENDING.title} lead={SPENDING.lead} reading={reading}>
      <OneOf
        label={SPENDING.sideLabel}
        hideLabel
        inPairs
        choices={SIDES}
        chosen={side}
        onChoose={(next) => {
          setSide(next)
          setPicked({})
        }}
      />
      <View className='settlement__below'>
        <ReadingView reading={reading} onRetry={() => void reload()} blocks={2}>
          {(summary) => (
            <Year
              year={summary.year}
              isLast={summary.year === thisYear.current}
              own={side === 'relative'}
              chart={chartOf(summary, side, picked)}
              onPick={setPicked}
              onTurn={turn}
            />
          )}
        </ReadingView>
      </View>
      {/* A box of its own, since a list that begins anew sends everything beside it to the view again. */}
      <View>
        <Records key={JSON.stringify([side, picked])} side={side} picked={picked} />
      </View>
    </Page>
  )
}

interface YearProps {
  readonly year: number
  readonly isLast: boolean
  readonly own: boolean
  readonly chart: Chart
  readonly onPick: (picked: Picked) => void
  readonly onTurn: (year: number) => void
}

function Year({ year, isLast, own, chart, onPick, onTurn }: YearProps) {
  return (
    <Card title={own ? SPENDING.ownYear : undefined}>
      <View className='settlement__year'>
        <Pressable className='settlement__turn' onPress={() => onTurn(year - 1)}>
          <Text>{SPENDING.earlier}</Text>
        </Pressable>
        <Text className='settlement__total'>{SPENDING.year(year)}</Text>
        {isLast ? (
          <View className='settlement__turn' />
        ) : (
          <Pressable className='settlement__turn' onPress={() => onTurn(year + 1)}>
            <Text>{SPENDING.later}</Text>
          </Pressable>
        )}
      </View>
      <View className='settlement__sum'>
        {chart.totalFen === 0 ? SPENDING.nothing : SPENDING.total(chart.totalFen)}
      </View>
      {chart.groups.map(({ title, bars }) =>
        bars.length === 0 ? null : (
          <View key={title} className='settlement__group'>
            <View className='settlement__source'>{title}</View>
            {bars.map((bar) => (
              <BarRow key={bar.id} bar={bar} onPick={onPick} />
            ))}
          </View>
        ),
      )}
    </Card>
  )
}

function BarRow({ bar, onPick }: { readonly bar: Bar; readonly onPick: (picked: Picked) => void }) {
  const { label, amountFen, percent, picks, on } = bar
  const row = (
    <>
      <View className='settlement__bar-head'>
        <Text className='settlement__bar-name'>{on ? `✓ ${label}` : label}</Text>
        <Text>{balanceText(amountFen)}</Text>
      </View>
      <View className='settlement__bar-track'>
        <View className='settlement__bar' style={{ width: `${percent}%` }} />
      </View>
    </>
  )
  if (picks === null) return <View className='settlement__bar-row'>{row}</View>
  return (
    <Pressable
      className='settlement__bar-row'
      label={`${label}，${balanceText(amountFen)}，${on ? SPENDING.all : SPENDING.only(label)}`}
      onPress={() => onPick(picks)}
    >
      {row}
    </Pressable>
  )
}

/** A list of its own for each choice, so that older pages of another choice never stand under it. */
function Records({ side, picked }: { readonly side: Side; readonly picked: Picked }) {
  const filter = { side, ...picked }
  const { reading, reload } = useReading(JSON.stringify(filter), () => call('settlements', 'records', filter))
  const older = useOlder(
    async (cursor) =>
      mapped(await call('settlements', 'records', { ...filter, cursor }), ({ records, next }) => ({
        entries: records,
        next,
      })),
    reload,
  )
  return (
    <ReadingView reading={reading} onRetry={() => void reload()}>
      {(page) => {
        const records = withOlder(page.records, older.entries, idOf)
        const next = older.nextAfter(page.next)
        const { title, text } = side === 'relative' ? SPENDING.emptyOwn : SPENDING.empty
        if (records.length === 0) return <EmptyState title={title} text={text} />
        return (
          <>
            <SectionTitle text={SPENDING.list} />
            {records.map((record) => (
              <Entry key={idOf(record)} record={record} />
            ))}
            {next === undefined ? null : (
              <PrimaryButton
                kind='quiet'
                label={SPENDING.more}
                loading={older.loading}
                onPress={() => void older.more(next)}
              />
            )}
          </>
        )
      }}
    </ReadingView>
  )
}

function idOf({ settlementId, paymentId }: SpentRecord): string {
  return settlementId ?? paymentId ?? ''
}

function Entry({ record }: { readonly record: SpentRecord }) {
  const state = spentState(record.state)
  const parts = record.side === 'policyholder' || record.on === 'premium' ? [] : record.lines
  return (
    <View className='settlement__entry'>
      <View className='settlement__source'>{momentText(record.createdAt)}</View>
      <View className='settlement__entry-head'>
        <Text className='settlement__entry-name'>{spentTitle(record)}</Text>
        <Text className='settlement__entry-sum'>{balanceText(record.amountFen)}</Text>
      </View>
      {parts.map((line) => (
        <View key={`${line.from}${line.bindingId ?? ''}`} className='settlement__entry-part'>
          <Text>{sourceText(line.from, line.policyholder?.name)}</Text>
          <Text>{balanceText(line.amountFen)}</Text>
        </View>
      ))}
      {state === null ? null : (
        <View className='settlement__entry-state'>
          <StatusTag text={state} tone={record.state === 'outcome-unknown' ? 'attention' : 'over'} />
        </View>
      )}
    </View>
  )
}
