import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { RegionWords } from '../../../shared/rules'
import { call } from '../../cloud/call'
import { readMe } from '../../cloud/me'
import { both, type Outcome } from '../../cloud/outcome'
import { useReading } from '../../cloud/use-reading'
import { Card } from '../../components/card'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { Pressable } from '../../components/pressable'
import { ReadingView } from '../../components/reading-view'
import { PRIVACY_TITLE } from '../../copy/privacy'
import { SERVICES } from '../../copy/services'
import { ownSteps, wordsFor } from '../../region-words'
import { ROUTES, type Route } from '../../routes'
import './index.css'
import { entryOf, isElsewhere, premiumPath, type Standing } from './model'

/** What anybody may look up before she begins. */
const ASK_FIRST = [
  { words: SERVICES.mayInvite, route: ROUTES.mayInvite },
  { words: SERVICES.rules, route: ROUTES.browseRules },
  { words: SERVICES.compare, route: ROUTES.compareRegions },
] as const

export default function ServicesPage() {
  const { reading: me, reload } = useReading('me', readMe)
  const linked = me.phase === 'ready' && me.value.linked
  const { reading: standing } = useReading(linked ? 'standing' : null, readStanding)
  const words = wordsFor(me.phase === 'ready' ? me.value.settings.regionCode : null)
  const known = me.phase === 'ready' && me.value.settings.regionCode !== null
  return (
    <Page
      tab
      title={words.entryPath[0] ?? SERVICES.title}
      lead={
        me.phase === 'ready' ? (known ? SERVICES.lead(words.shortName) : SERVICES.leadUnknown) : undefined
      }
      reading={me}
    >
      <ReadingView reading={me} onRetry={() => void reload()}>
        {(value) => {
          const entry = entryOf(words, standing.phase === 'ready' ? standing.value : null, value.family)
          return (
            <>
              <Card>
                <Row name={entry.label} text={entry.text} onPress={() => open(entry.route)} />
                <View className='services__path'>{entry.path}</View>
              </Card>
              {value.linked ? <Premiums words={words} /> : null}
              {words.besideBinding.filter(isElsewhere).map((beside) => (
                <Notice
                  key={beside}
                  title={SERVICES.beside[beside].title}
                  text={SERVICES.beside[beside].text(words.system)}
                />
              ))}
              {ownSteps(words).length === 0 ? null : <TheirSteps words={words} />}
              <Card title={SERVICES.askFirst}>
                {ASK_FIRST.map(({ words: { title, text }, route }) => (
                  <Row key={route} name={title} text={text} onPress={() => open(route)} />
                ))}
              </Card>
              <Card>
                <Row
                  name={SERVICES.region.title}
                  text={SERVICES.region.text}
                  onPress={() => open(ROUTES.chooseRegion)}
                />
                {value.linked ? (
                  <Row
                    name={SERVICES.settlementPreview.title}
                    text={SERVICES.settlementPreview.text}
                    onPress={() => open(ROUTES.settlementPreview)}
                  />
                ) : null}
                {value.linked ? (
                  <Row
                    name={SERVICES.spending.title}
                    text={SERVICES.spending.text}
                    onPress={() => open(ROUTES.spending)}
                  />
                ) : null}
                {value.linked ? (
                  <Row
                    name={SERVICES.letters.title}
                    text={SERVICES.letters.text}
                    onPress={() => open(ROUTES.letterList)}
                  />
                ) : null}
                {value.linked ? (
                  <Row
                    name={SERVICES.records.title}
                    text={SERVICES.records.text}
                    onPress={() => open(ROUTES.records)}
                  />
                ) : null}
                <Row
                  name={SERVICES.check.title}
                  text={SERVICES.check.text}
                  onPress={() => open(ROUTES.letterCheck)}
                />
                {value.linked ? null : (
                  <Row
                    name={SERVICES.identity.title}
                    text={SERVICES.identity.text}
                    onPress={() => open(ROUTES.linkIdentity)}
                  />
                )}
                <Row name={PRIVACY_TITLE} text={SERVICES.privacy} onPress={() => open(ROUTES.privacy)} />
              </Card>
              <Notice title={SERVICES.notHere.title} text={SERVICES.notHere.text(words.system)} />
            </>
          )
        }}
      </ReadingView>
    </Page>
  )
}

/** Paying relatives' premiums, with the steps by which the region's own people know it. */
function Premiums({ words }: { readonly words: RegionWords }) {
  const path = premiumPath(words)
  return (
    <Card>
      <Row
        name={SERVICES.premiums.title}
        text={SERVICES.premiums.text}
        onPress={() => open(ROUTES.premiums)}
      />
      {path === null ? null : <View className='services__path'>{path}</View>}
    </Card>
  )
}

/** The region's own screens, in its own words, for who does it there or has done it there before. */
function TheirSteps({ words }: { readonly words: RegionWords }) {
  const [open, setOpen] = useState(false)
  const { theirs } = SERVICES
  const action = open ? theirs.close : theirs.open
  return (
    <Card>
      <Pressable
        id='their-steps'
        className='services__row'
        label={`${theirs.title(words.system)}，${action}`}
        onPress={() => setOpen(!open)}
      >
        <View className='services__name'>{theirs.title(words.system)}</View>
        <Text className='services__unfold'>{action}</Text>
      </Pressable>
      {open ? (
        <>
          {words.steps.map((step, index) => (
            <View key={step} className='services__step'>
              <Text className='services__number'>{String(index + 1)}</Text>
              <Text>{step}</Text>
            </View>
          ))}
          <View className='services__text'>{theirs.text}</View>
          {words.otherPaths.length === 0 ? null : (
            <View className='services__path'>
              <View>{theirs.others}</View>
              {words.otherPaths.map(({ system, path }) => (
                <View key={path.join()}>{`${system}：${path.join(' → ')}`}</View>
              ))}
            </View>
          )}
        </>
      ) : null}
    </Card>
  )
}

async function readStanding(): Promise<Outcome<Standing>> {
  const [bindings, invitations] = await Promise.all([
    call('bindings', 'list', {}),
    call('invitations', 'list', {}),
  ])
  const outcome = both(bindings, invitations)
  if (outcome.kind !== 'value') return outcome
  return { kind: 'value', value: { bindings: outcome.value.first, invitations: outcome.value.second } }
}

function open(route: Route): void {
  if (route === ROUTES.family) void Taro.switchTab({ url: route })
  else void Taro.navigateTo({ url: route })
}

function Row(props: { readonly name: string; readonly text: string; readonly onPress: () => void }) {
  return (
    <Pressable className='services__row' onPress={props.onPress}>
      <View>
        <View className='services__name'>{props.name}</View>
        <View className='services__text'>{props.text}</View>
      </View>
      <Text className='services__arrow'>›</Text>
    </Pressable>
  )
}
