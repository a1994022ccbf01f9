import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { call } from '../../cloud/call'
import { readMe } from '../../cloud/me'
import { both, type Outcome } from '../../cloud/outcome'
import { useReading } from '../../cloud/use-reading'
import { Card } from '../../components/card'
import { Notice } from '../../components/notice'
import { Page } from '../../components/page'
import { Pressable } from '../../components/pressable'
import { ReadingView } from '../../components/reading-view'
import { SERVICES } from '../../copy/services'
import { wordsFor } from '../../region-words'
import { ROUTES, type Route } from '../../routes'
import './index.css'
import { entryOf, type Standing } from './model'

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
          const entry = entryOf(words, standing.phase === 'ready' ? standing.value : null)
          return (
            <>
              <Card>
                <Row name={entry.label} text={entry.text} onPress={() => open(entry.route)} />
                <View className='services__path'>{entry.path}</View>
              </Card>
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
                {value.linked ? null : (
                  <Row
                    name={SERVICES.identity.title}
                    text={SERVICES.identity.text}
                    onPress={() => open(ROUTES.linkIdentity)}
                  />
                )}
              </Card>
              <Notice title={SERVICES.notHere.title} text={SERVICES.notHere.text(words.system)} />
            </>
          )
        }}
      </ReadingView>
    </Page>
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
