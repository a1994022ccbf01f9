import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../../cloud/call'
import { useReading } from '../../../cloud/use-reading'
import type { ValueFor } from '../../../cloud/writes'
import { Card } from '../../../components/card'
import { Page } from '../../../components/page'
import { Pressable } from '../../../components/pressable'
import { ReadingView } from '../../../components/reading-view'
import { RegionPicker } from '../../../components/region-picker'
import { StatusTag } from '../../../components/status-tag'
import { COMPARE, RULES } from '../../../copy/rules'
import { type RegionsAndMe, regionAtFirst } from '../at-first'
import { Folded } from '../folded'
import { InParts } from '../in-parts'
import { pickRegion } from '../pick-region'
import { readWithRegions } from '../read-regions'
import type { KnownView } from '../rows'
import { type ComparedRow, comparisonView, MOST_ON_A_PHONE, toggledRegion } from './model'
import '../rules.css'
import './index.css'

export default function CompareRegionsPage() {
  const { regionCode: asked } = useRouter().params
  const { reading, reload } = useReading('regions', readWithRegions)
  const [picked, setPicked] = useState<readonly string[] | null>(null)
  const known = reading.phase === 'ready' ? reading.value : null
  const first = known === null ? null : regionAtFirst(known, asked)
  const chosen = picked ?? (first === null ? [] : [first])
  const nameOf = (code: string) =>
    known?.regions.find(({ regionCode }) => regionCode === code)?.shortName ?? code
  const title = chosen.length < 2 ? COMPARE.title : COMPARE.of(chosen.map(nameOf))
  return (
    <Page title={title} lead={COMPARE.lead} reading={reading}>
      <ReadingView reading={reading} onRetry={() => void reload()}>
        {(value) => (
          <>
            <Chosen value={value} chosen={chosen} onChange={setPicked} />
            {chosen.length < 2 ? null : <Comparison key={chosen.join()} regionCodes={chosen} />}
          </>
        )}
      </ReadingView>
    </Page>
  )
}

interface ChosenProps {
  readonly value: RegionsAndMe
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** The places that are compared. The tiles to choose from stand here until there are two, and then on their own page. */
function Chosen({ value: { regions, enrolled }, chosen, onChange }: ChosenProps) {
  const nameOf = (regionCode: string) => regions.find((one) => one.regionCode === regionCode)
  const few = chosen.length < 2
  const full = chosen.length >= MOST_ON_A_PHONE
  const toggle = (regionCode: string) => onChange(toggledRegion(chosen, regionCode))
  // On the page of all places one that is compared already is marked, and a tap on it takes nothing away.
  const add = (regionCode: string) => {
    if (!chosen.includes(regionCode)) toggle(regionCode)
  }
  return (
    <Card title={COMPARE.chosen}>
      <View className='compare__chosen'>
        {chosen.map((regionCode) => {
          const { shortName = regionCode } = nameOf(regionCode) ?? {}
          return (
            <Pressable
              key={regionCode}
              className='compare__chip'
              label={COMPARE.removeNamed(shortName)}
              onPress={() => toggle(regionCode)}
            >
              <Text className='compare__chip-name'>{shortName}</Text>
              <Text className='compare__chip-remove'>{COMPARE.remove}</Text>
            </Pressable>
          )
        })}
        {few || full ? null : (
          <Pressable id='compare-add' className='compare__add' onPress={() => pickRegion(chosen, add)}>
            <Text>{`+ ${COMPARE.add}`}</Text>
          </Pressable>
        )}
      </View>
      <View>
        {full ? <View className='rules-remark'>{COMPARE.most}</View> : null}
        {few ? (
          <>
            <View className='rules-remark'>
              {chosen.length === 0 ? COMPARE.needTwoFirst : COMPARE.needTwo}
            </View>
            <RegionPicker regions={regions} enrolled={enrolled} several chosen={chosen} onChoose={toggle} />
          </>
        ) : null}
      </View>
    </Card>
  )
}

function Comparison({ regionCodes }: { readonly regionCodes: readonly string[] }) {
  const { reading, reload } = useReading(`compare:${regionCodes.join()}`, () =>
    call('rules', 'compare', { regionCodes: [...regionCodes] }),
  )
  return (
    <ReadingView reading={reading} onRetry={() => void reload()} blocks={4}>
      {(compared) => <Compared compared={compared} />}
    </ReadingView>
  )
}

function Compared({ compared }: { readonly compared: ValueFor<'rules', 'compare'> }) {
  const [onlyDifferent, setOnlyDifferent] = useState(true)
  const [open, setOpen] = useState<string | null>(null)
  const { topics, leftOut } = comparisonView(compared, onlyDifferent)
  const first = topics[0]?.title ?? null
  return (
    <>
      <Pressable
        id='compare-only-different'
        className='rules-line__box compare__switch'
        role='switch'
        checked={onlyDifferent}
        label={COMPARE.onlyDifferent}
        onPress={() => setOnlyDifferent(!onlyDifferent)}
      >
        <Text>{COMPARE.onlyDifferent}</Text>
        <Text className='rules-line__action'>{onlyDifferent ? COMPARE.on : COMPARE.off}</Text>
      </Pressable>
      {topics.length === 0 ? <View className='rules-remark'>{COMPARE.allSame}</View> : null}
      {topics.map(({ title, rules }) => {
        const unfolded = title === (open ?? first)
        return (
          <Folded
            key={title}
            title={title}
            count={RULES.count(rules.length)}
            open={unfolded}
            onToggle={() => setOpen(unfolded ? '' : title)}
          >
            <InParts rows={rules} textsOf={rowTexts}>
              {(row) => <Row key={row.parameter} row={row} />}
            </InParts>
          </Folded>
        )
      })}
      {leftOut === 0 ? null : <View className='rules-remark'>{COMPARE.sameCount(leftOut)}</View>}
    </>
  )
}

/** Everything that a person reads of a row before she asks for its sources, an element each. */
function rowTexts({ title, cells }: ComparedRow): readonly string[] {
  const known = cells.flatMap(({ shortName, known }) => [shortName, valueLines(known), known.sure.text])
  // The way to the sources is a button, which weighs as much as several lines.
  return [title, ...known, COMPARE.sources, title, '', '']
}

/** Both in one element: a page may send no more to its view. */
function valueLines({ value, elsewhere }: KnownView): string {
  return elsewhere === null ? value : `${value}\n${elsewhere}`
}

/** One rule: what it is about, and under it a line for each place, so that the eye goes down and not to and fro. */
function Row({ row }: { readonly row: ComparedRow }) {
  const [sources, setSources] = useState(false)
  const cells = row.same ? row.cells.slice(0, 1) : row.cells
  return (
    <View className='rules-rule'>
      <View className='rules-rule__title'>{row.title}</View>
      {cells.map(({ regionCode, shortName, known }) => (
        <View key={regionCode} className='compare__cell'>
          <Text className='compare__place'>{row.same ? COMPARE.same : shortName}</Text>
          <View className='compare__known'>
            <View className='compare__value'>{valueLines(known)}</View>
            <StatusTag text={known.sure.text} tone={known.sure.tone} />
            {sources
              ? [known.note, known.days, ...known.sources, known.checked]
                  .filter((text) => text !== null)
                  .map((text) => (
                    <View key={text} className='rules-rule__source'>
                      {text}
                    </View>
                  ))
              : null}
          </View>
        </View>
      ))}
      <Pressable
        className='compare__sources'
        label={`${sources ? COMPARE.foldSources : COMPARE.sources}，${row.title}`}
        onPress={() => setSources(!sources)}
      >
        <Text>{sources ? COMPARE.foldSources : COMPARE.sources}</Text>
      </Pressable>
    </View>
  )
}
