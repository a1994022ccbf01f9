import { CustomWrapper, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { chooseElderMode, type Me, readMe } from '../../cloud/me'
import { keepSeenNotice, lastSeenNotice } from '../../cloud/seen-notice'
import { LIVE_EVERY_MS, useReading } from '../../cloud/use-reading'
import { Card } from '../../components/card'
import { Notice } from '../../components/notice'
import { OpenPaymentNotice } from '../../components/open-payment'
import { Page } from '../../components/page'
import { Pressable } from '../../components/pressable'
import { PrimaryButton } from '../../components/primary-button'
import { PrivacyLink } from '../../components/privacy-sheet'
import { ReadingView } from '../../components/reading-view'
import { SectionTitle } from '../../components/section-title'
import { HOME } from '../../copy/home'
import { wordsFor } from '../../region-words'
import { ROUTES } from '../../routes'
import { useElderMode } from '../../theme/elder-mode'
import './index.css'
import { accountLine, noticeToShow, regionLine, type WaitingTask, waitingTasks } from './model'

export default function HomePage() {
  const { reading: me, reload } = useReading('me', readMe)
  const linked = me.phase === 'ready' && me.value.linked
  const invitations = useReading(linked ? 'invitations' : null, () => call('invitations', 'list', {}), {
    everyMs: LIVE_EVERY_MS,
  })
  const person = me.phase === 'ready' ? me.value.person : undefined
  return (
    <Page
      tab
      title={person === undefined ? HOME.welcome : HOME.greeting(person.name)}
      lead={person === undefined ? HOME.lead : undefined}
      reading={me.phase === 'ready' && me.trouble === null ? invitations.reading : me}
    >
      <ReadingView reading={me} onRetry={() => void reload()}>
        {(value) => (
          <>
            <TopLine me={value} />
            <AccountNotice me={value} />
            {value.person === undefined ? (
              <>
                <NotLinked />
                <MayInvite />
              </>
            ) : (
              <>
                <Account person={value.person} account={value.account} />
                <OpenPaymentNotice />
                <Inbox />
                <SectionTitle text={HOME.waiting} />
                <ReadingView
                  reading={invitations.reading}
                  onRetry={() => void invitations.reload()}
                  blocks={1}
                >
                  {(lists) => (
                    // Looked at again every few seconds: what changes is sent to this part of the page alone.
                    <CustomWrapper>
                      <Waiting tasks={waitingTasks(lists)} />
                    </CustomWrapper>
                  )}
                </ReadingView>
                <Entry me={value} />
              </>
            )}
          </>
        )}
      </ReadingView>
      <View className='home__privacy'>{HOME.privacy}</View>
      <PrivacyLink />
    </Page>
  )
}

function TopLine({ me }: { readonly me: Me }) {
  const elder = useElderMode()
  const region = regionLine(me, wordsFor)
  return (
    <>
      <View className='home__top'>
        <Pressable
          className='home__pill'
          label={`${region.text}，${region.button}`}
          onPress={() => void Taro.navigateTo({ url: ROUTES.chooseRegion })}
        >
          <Text>{region.text}</Text>
          <Text className='home__pill-action'>{region.button}</Text>
        </Pressable>
        <Pressable
          className='home__pill'
          role='switch'
          checked={elder}
          label={HOME.elder.label}
          onPress={() => void chooseElderMode(!elder)}
        >
          <Text>{HOME.elder.label}</Text>
          <Text className='home__pill-action'>{elder ? HOME.elder.on : HOME.elder.off}</Text>
        </Pressable>
      </View>
      {region.warning === null ? null : <Notice text={region.warning} />}
    </>
  )
}

/** The way to what she was told; it says how many she has not seen, and a page that cannot tell says nothing. */
function Inbox() {
  const { reading } = useReading('inbox', () => call('records', 'inbox', {}))
  const unread = reading.phase === 'ready' ? reading.value.unread : null
  const state = unread === null ? '' : unread === 0 ? HOME.inbox.allRead : HOME.inbox.unread(unread)
  return (
    <Pressable
      className='home__pill home__inbox'
      label={`${HOME.inbox.title} ${state}`}
      onPress={() => void Taro.navigateTo({ url: ROUTES.inbox })}
    >
      <Text>{HOME.inbox.title}</Text>
      <Text className={unread === 0 ? 'home__pill-quiet' : 'home__pill-action'}>{state} ›</Text>
    </Pressable>
  )
}

function NotLinked() {
  return (
    <Card title={HOME.link.title}>
      <View className='home__card-text'>{HOME.link.text}</View>
      <PrimaryButton
        label={HOME.link.button}
        onPress={() => void Taro.navigateTo({ url: ROUTES.linkIdentity })}
      />
    </Card>
  )
}

/** What happened to her account while she was not looking; it stays until she says that she has read it. */
function AccountNotice({ me }: { readonly me: Me }) {
  const [seen, setSeen] = useState(lastSeenNotice)
  const notice = noticeToShow(me, seen)
  if (notice === null) return null
  const read = () => {
    keepSeenNotice(notice.at)
    setSeen(notice.at)
  }
  return (
    <Notice kind='attention' title={notice.title} text={notice.text}>
      <PrimaryButton kind='quiet' label={HOME.notices.read} onPress={read} />
    </Notice>
  )
}

function Account({ person, account }: Pick<Me, 'account'> & { readonly person: NonNullable<Me['person']> }) {
  const line = accountLine(person, account)
  if (line.kind === 'told') return <Notice text={line.text} />
  return (
    <Card kind='jade'>
      <View className='home__balance-label'>{HOME.balance.label}</View>
      <View className='home__balance'>{line.amount}</View>
    </Card>
  )
}

function Waiting({ tasks }: { readonly tasks: readonly WaitingTask[] }) {
  if (tasks.length === 0) return <View className='home__nothing'>{HOME.nothingWaits}</View>
  return (
    <>
      {tasks.map((task) => (
        <Card key={task.key} kind='attention' title={task.title}>
          {task.lines.map((line) => (
            <View key={line} className='home__task-line'>
              {line}
            </View>
          ))}
          <View className='home__task-button'>
            <PrimaryButton label={task.button} onPress={() => void Taro.navigateTo({ url: task.address })} />
          </View>
        </Card>
      ))}
    </>
  )
}

/** The way into the region's own entry, by the name that people know it by. */
function Entry({ me }: { readonly me: Me }) {
  const words = wordsFor(me.settings.regionCode)
  return (
    <>
      <SectionTitle text={HOME.services} />
      <EntryRow
        name={words.entryLabel}
        text={HOME.lead}
        onPress={() => void Taro.switchTab({ url: ROUTES.services })}
      />
      <EntryRow
        id='to-premiums'
        name={HOME.premiums.title}
        text={HOME.premiums.text}
        onPress={() => void Taro.navigateTo({ url: ROUTES.premiums })}
      />
      <MayInvite />
    </>
  )
}

/** Open to everybody, also to who has not said who she is. */
function MayInvite() {
  return (
    <EntryRow
      name={HOME.mayInvite.title}
      text={HOME.mayInvite.text}
      onPress={() => void Taro.navigateTo({ url: ROUTES.mayInvite })}
    />
  )
}

interface EntryRowProps {
  readonly id?: string
  readonly name: string
  readonly text: string
  readonly onPress: () => void
}

function EntryRow(props: EntryRowProps) {
  return (
    <Pressable id={props.id} className='home__entry' onPress={props.onPress}>
      <View>
        <View className='home__entry-name'>{props.name}</View>
        <View className='home__entry-text'>{props.text}</View>
      </View>
      <Text className='home__entry-arrow'>›</Text>
    </Pressable>
  )
}
