import { Picker, Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { addDays, type Day, dayOf } from '../../../../shared/values/day'
import { call } from '../../../cloud/call'
import { useNow } from '../../../cloud/now'
import { useReading } from '../../../cloud/use-reading'
import type { ValueFor } from '../../../cloud/writes'
import { Card } from '../../../components/card'
import { EmptyState } from '../../../components/empty-state'
import { Page } from '../../../components/page'
import { Pressable } from '../../../components/pressable'
import { PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import { TextField } from '../../../components/text-field'
import { RULES } from '../../../copy/rules'
import { accessible } from '../../../theme/accessible'
import { regionAtFirst } from '../at-first'
import { Folded } from '../folded'
import { InParts } from '../in-parts'
import { readWithRegions } from '../read-regions'
import { RegionLine } from '../region-line'
import { type RuleRow, ruleTexts, sureCounts } from '../rows'
import { RuleView } from '../rule-view'
import { topicsFound } from './model'
import '../rules.css'

// The first rules that are held are of 2021; a rule of next year may be published already.
const FIRST_DAY = '2021-01-01'
const LAST_DAY_AHEAD = 365

export default function BrowseRulesPage() {
  const { regionCode: asked } = useRouter().params
  const { reading, reload } = useReading('regions', readWithRegions)
  const [picked, setPicked] = useState<string | null>(null)
  const [day, setDay] = useState<Day | null>(null)
  const known = reading.phase === 'ready' ? reading.value : null
  const looked = picked ?? (known === null ? null : regionAtFirst(known, asked))
  const name = known?.regions.find(({ regionCode }) => regionCode === looked)?.name
  return (
    <Page title={name === undefined ? RULES.title : RULES.of(name)} lead={RULES.lead} reading={reading}>
      <ReadingView reading={reading} onRetry={() => void reload()}>
        {({ regions }) =>
          looked === null ? (
            <EmptyState title={RULES.noRegions} />
          ) : (
            <>
              <RegionLine regions={regions} chosen={looked} onChoose={setPicked} />
              <DayLine day={day} onChoose={setDay} />
              <RulesOf key={`${looked} ${day}`} regionCode={looked} day={day} />
            </>
          )
        }
      </ReadingView>
    </Page>
  )
}

/** Which day's rules these are: what held in the past is part of the list. */
function DayLine({
  day,
  onChoose,
}: {
  readonly day: Day | null
  readonly onChoose: (day: Day | null) => void
}) {
  const today = dayOf(useNow())
  const shown = day ?? today
  return (
    <View className='rules-line'>
      <Picker
        mode='date'
        value={shown}
        start={FIRST_DAY}
        end={addDays(today, LAST_DAY_AHEAD)}
        onChange={(event) => onChoose(event.detail.value as Day)}
      >
        <View
          id='rules-day'
          className='rules-line__box'
          {...accessible({
            role: 'button',
            label: `${RULES.day(shown)}，${RULES.otherDay}`,
            focusable: true,
          })}
        >
          <Text>{RULES.day(shown)}</Text>
          <Text className='rules-line__action'>{RULES.otherDay}</Text>
        </View>
      </Picker>
      {day === null || day === today ? null : (
        <Pressable className='rules-line__back' onPress={() => onChoose(null)}>
          <Text>{RULES.today}</Text>
        </Pressable>
      )}
    </View>
  )
}

function RulesOf({ regionCode, day }: { readonly regionCode: string; readonly day: Day | null }) {
  const { reading, reload } = useReading(`rules:${regionCode}:${day}`, () =>
    call('rules', 'explain', { regionCode, ...(day === null ? {} : { day }) }),
  )
  return (
    <ReadingView reading={reading} onRetry={() => void reload()} blocks={5}>
      {(explained) => <RuleList explained={explained} />}
    </ReadingView>
  )
}

function RuleList({ explained }: { readonly explained: ValueFor<'rules', 'explain'> }) {
  const [search, setSearch] = useState('')
  const [open, setOpen] = useState<string | null>(null)
  const searching = search.trim() !== ''
  const allTopics = topicsFound(explained.parameters, '')
  const found = searching ? topicsFound(explained.parameters, search).flatMap(({ rules }) => rules) : []
  const { published, ours, unknown } = sureCounts(explained.parameters)
  const first = allTopics[0]?.title ?? null
  return (
    <>
      <TextField
        id='rules-search'
        label={RULES.search}
        placeholder={RULES.searchPlaceholder}
        value={search}
        onChange={setSearch}
        maxLength={30}
      />
      <View className='rules-remark' {...accessible({ role: 'status' })}>
        {searching ? RULES.searchDone(found.length) : RULES.sure(published, ours, unknown)}
      </View>
      {/* Folded topics stay where they are while something is searched: to come back to them sends nothing anew. */}
      <View style={searching ? { display: 'none' } : {}}>
        {allTopics.map(({ title, rules }) => {
          const unfolded = title === (open ?? first)
          return (
            <Folded
              key={title}
              title={title}
              count={RULES.count(rules.length)}
              open={unfolded}
              onToggle={() => setOpen(unfolded ? '' : title)}
            >
              <Rules rules={rules} />
            </Folded>
          )
        })}
      </View>
      <View>{searching ? <Found key={search} rules={found} onClear={() => setSearch('')} /> : null}</View>
      <Card title={RULES.sureTitle}>
        <View className='rules-remark'>{RULES.sureText}</View>
      </Card>
    </>
  )
}

function Found({ rules, onClear }: { readonly rules: readonly RuleRow[]; readonly onClear: () => void }) {
  return rules.length === 0 ? (
    <EmptyState
      title={RULES.nothingFound}
      text={RULES.nothingFoundText}
      action={<PrimaryButton kind='quiet' label={RULES.clear} onPress={onClear} />}
    />
  ) : (
    <Card>
      <Rules rules={rules} />
    </Card>
  )
}

function Rules({ rules }: { readonly rules: readonly RuleRow[] }) {
  return (
    <InParts rows={rules} textsOf={ruleTexts}>
      {(row) => <RuleView key={row.parameter} title={row.title} known={row} />}
    </InParts>
  )
}
