import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../../cloud/call'
import { type Me, readMe } from '../../../cloud/me'
import { both } from '../../../cloud/outcome'
import { useReading } from '../../../cloud/use-reading'
import { useWriting } from '../../../cloud/use-writing'
import type { ValueFor } from '../../../cloud/writes'
import { Card } from '../../../components/card'
import { OneOf } from '../../../components/choice-list'
import { Obstacle } from '../../../components/obstacle'
import { goBack, Page } from '../../../components/page'
import { Pressable } from '../../../components/pressable'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import { SectionTitle } from '../../../components/section-title'
import { REGION } from '../../../copy/region'
import { wordsFor } from '../../../region-words'
import './index.css'
import { enrolmentSentence, type RuleGroup, regionAtFirst, regionChoices, ruleGroups } from './model'

const readChoices = async () => both(...(await Promise.all([readMe(), call('rules', 'regions', {})])))

export default function ChooseRegionPage() {
  const { reading, reload } = useReading('choices', readChoices)
  const [picked, setPicked] = useState<string | null>(null)
  const choosing = useWriting('identity', 'choose-region')
  const known = reading.phase === 'ready' ? reading.value : null
  const looked = picked ?? (known === null ? null : startingRegion(known.first, known.second))
  const inUse = known !== null && looked === known.first.settings.regionCode

  const choose = async (regionCode: string) => {
    const outcome = await choosing.send({ regionCode })
    if (outcome?.kind === 'value') goBack()
  }
  return (
    <Page
      title={REGION.title}
      lead={known === null ? undefined : enrolmentSentence(known.first, known.second)}
      reading={reading}
      bottom={
        looked === null ? undefined : (
          <BottomBar>
            <PrimaryButton
              id='use-region'
              label={REGION.use(wordsFor(looked).shortName)}
              loading={choosing.sending}
              disabledReason={inUse ? REGION.inUse : null}
              onPress={() => void choose(looked)}
            />
          </BottomBar>
        )
      }
    >
      <ReadingView reading={reading} onRetry={() => void reload()}>
        {({ first: me, second: regions }) => (
          <>
            <OneOf
              label={REGION.choose}
              choices={regionChoices(regions, me.person?.regionCode ?? null)}
              chosen={looked}
              onChoose={setPicked}
            />
            <View className='region__remark'>{REGION.lookOnly}</View>
            <Obstacle obstacle={choosing.obstacle} />
            {looked === null ? null : <Rules key={looked} regionCode={looked} />}
          </>
        )}
      </ReadingView>
    </Page>
  )
}

function startingRegion(me: Me, regions: ValueFor<'rules', 'regions'>): string | null {
  return regionAtFirst(regions, me.settings.regionCode, me.person?.regionCode ?? null)
}

function Rules({ regionCode }: { readonly regionCode: string }) {
  const { reading, reload } = useReading(`rules:${regionCode}`, () =>
    call('rules', 'explain', { regionCode }),
  )
  const [open, setOpen] = useState(0)
  return (
    <ReadingView reading={reading} onRetry={() => void reload()}>
      {(explained) => (
        <>
          <SectionTitle text={REGION.known(explained.name)} />
          <View className='region__remark'>{REGION.knownLead(explained.day)}</View>
          {ruleGroups(explained.parameters).map((group, index) => (
            <Group
              key={group.title}
              group={group}
              open={index === open}
              onToggle={() => setOpen(index === open ? -1 : index)}
            />
          ))}
        </>
      )}
    </ReadingView>
  )
}

function Group(props: { readonly group: RuleGroup; readonly open: boolean; readonly onToggle: () => void }) {
  const { group, open, onToggle } = props
  const count = REGION.count(group.rules.length)
  const action = open ? REGION.close : REGION.open
  return (
    <Card>
      <Pressable className='region__group' label={`${group.title}，${count}，${action}`} onPress={onToggle}>
        <Text className='region__group-title'>{group.title}</Text>
        <Text className='region__group-action'>{`${count} · ${action}`}</Text>
      </Pressable>
      {open
        ? group.rules.map((rule) => (
            <View key={rule.parameter} className='region__rule'>
              <View className='region__rule-title'>{rule.title}</View>
              <View className='region__rule-value'>{rule.value}</View>
              <View className='region__rule-source'>{[...rule.remarks, ...rule.sources].join(' · ')}</View>
            </View>
          ))
        : null}
    </Card>
  )
}
