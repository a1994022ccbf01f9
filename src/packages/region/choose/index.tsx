import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../../cloud/call'
import { readMe } from '../../../cloud/me'
import { both } from '../../../cloud/outcome'
import { useReading } from '../../../cloud/use-reading'
import { useWriting } from '../../../cloud/use-writing'
import { Card } from '../../../components/card'
import { FieldRow } from '../../../components/field-row'
import { Obstacle } from '../../../components/obstacle'
import { goBack, Page } from '../../../components/page'
import { Pressable } from '../../../components/pressable'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import { RegionPicker } from '../../../components/region-picker'
import { REGION } from '../../../copy/region'
import { wordsFor } from '../../../region-words'
import { addressOf, ROUTES } from '../../../routes'
import './index.css'
import { enrolmentSentence, regionAtFirst } from './model'

const readChoices = async () => both(...(await Promise.all([readMe(), call('rules', 'regions', {})])))

export default function ChooseRegionPage() {
  const { reading, reload } = useReading('choices', readChoices)
  const [picked, setPicked] = useState<string | null>(null)
  const choosing = useWriting('identity', 'choose-region')
  const known = reading.phase === 'ready' ? reading.value : null
  const enrolled = known?.first.person?.regionCode ?? null
  const inUse = known?.first.settings.regionCode ?? null
  const looked = picked ?? (known === null ? null : regionAtFirst(known.second, inUse, enrolled))

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
              disabledReason={looked === inUse ? REGION.inUse : null}
              onPress={() => void choose(looked)}
            />
          </BottomBar>
        )
      }
    >
      <ReadingView reading={reading} onRetry={() => void reload()} blocks={5}>
        {({ second: regions }) => (
          <>
            <Obstacle obstacle={choosing.obstacle} />
            <RegionPicker
              regions={regions}
              enrolled={enrolled}
              chosen={looked === null ? [] : [looked]}
              onChoose={setPicked}
            />
            {looked === null ? null : <Words regionCode={looked} />}
            <View className='region__remark'>{REGION.lookOnly}</View>
          </>
        )}
      </ReadingView>
    </Page>
  )
}

/** How it is called there, and the way to what holds there. */
function Words({ regionCode }: { readonly regionCode: string }) {
  const words = wordsFor(regionCode)
  return (
    <Card title={REGION.callsIt(words.shortName)}>
      <FieldRow label={REGION.system} value={words.system} />
      <FieldRow label={REGION.entry} value={words.entryLabel} />
      <Pressable
        id='region-rules'
        className='region__rules'
        onPress={() => void Taro.navigateTo({ url: addressOf(ROUTES.browseRules, { regionCode }) })}
      >
        <Text>{REGION.seeRules(words.shortName)}</Text>
        <Text>›</Text>
      </Pressable>
    </Card>
  )
}
