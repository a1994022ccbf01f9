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
  return (
    <Page title={COMPARE.title} lead={COMPARE.lead} reading={reading}>
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

/** The places that are compared; the tiles to choose from stay open until there are two. */
function Chosen({ value: { regions, enrolled }, chosen, onChange }: ChosenProps) {
  const [adding, setAdding] = useState(false)
  const nameOf = (regionCode: string) => regions.find((one) => one.regionCode === regionCode)
  const picking = adding || chosen.length < 2
  const full = chosen.length >= MOST_ON_A_PHONE
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
              onPress={() => onChange(toggledRegion(chosen, regionCode))}
            >
              <Text className='compare__chip-name'>{shortName}</Text>
              <Text className='compare__chip-remove'>{COMPARE.remove}</Text>
            </Pressable>
          )
        })}
        {picking || full ? null : (
          <Pressable id='compare-add' className='compare__add' onPress={() => setAdding(true)}>
            <Text>{`+ ${COMPARE.add}`}</Text>
          </Pressable>
        )}
      </View>
      <View>
        {full ? <View className='rules-remark'>{COMPARE.most}</View> : null}
        {picking && !full ? (
          <>
            {chosen.length < 2 ? (
              <View className='rules-remark'>
                {chosen.length === 0 ? COMPARE.needTwoFirst : COMPARE.needTwo}
              </View>
            ) : null}
            <RegionPicker
              regions={regions}
              enrolled={enrolled}
              several
              chosen={chosen}
              onChoose={(regionCode) => {
                const next = toggledRegion(chosen, regionCode)
                if (next.length >= 2) setAdding(false)
                onChange(next)
              }}
            />
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
            {rules.map((row) => (
              <Row key={row.parameter} row={row} />
            ))}
          </Folded>
        )
      })}
      {leftOut === 0 ? null : <View className='rules-remark'>{COMPARE.sameCount(leftOut)}</View>}
    </>
  )
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
