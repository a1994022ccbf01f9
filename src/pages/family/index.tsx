import { CustomWrapper, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { Instant } from '../../../shared/values/day'
import { call } from '../../cloud/call'
import { readMe } from '../../cloud/me'
import { useNow } from '../../cloud/now'
import { both } from '../../cloud/outcome'
import { LIVE_EVERY_MS, useReading } from '../../cloud/use-reading'
import { Card } from '../../components/card'
import { EmptyState } from '../../components/empty-state'
import { InviteButton } from '../../components/invite-button'
import { Page } from '../../components/page'
import { Pressable } from '../../components/pressable'
import { PrimaryButton } from '../../components/primary-button'
import { ReadingView } from '../../components/reading-view'
import { SectionTitle } from '../../components/section-title'
import { type Undoing, UndoUnbindDialog } from '../../components/undo-unbind'
import { FAMILY } from '../../copy/family'
import { wordsFor } from '../../region-words'
import { addressOf, ROUTES } from '../../routes'
import './index.css'
import { InvitationCard, MemberCard } from './cards'
import { type Asked, InvitationDialogs } from './invitation-dialogs'
import { type FamilyView, familyView, type MemberRow, sideAtFirst } from './model'
import { type Side, SideTabs } from './side-tabs'

const readFamily = async () =>
  both(...(await Promise.all([call('bindings', 'list', {}), call('invitations', 'list', {})])))

const openForm = () => void Taro.navigateTo({ url: ROUTES.inviteForm })

export default function FamilyPage() {
  const [picked, setPicked] = useState<Side | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [undoing, setUndoing] = useState<Undoing | null>(null)
  const now = useNow()
  const { reading: me } = useReading('me', readMe)
  const { reading, reload } = useReading('family', readFamily, { everyMs: LIVE_EVERY_MS })
  const words = wordsFor(me.phase === 'ready' ? me.value.settings.regionCode : null)
  const view = reading.phase === 'ready' ? familyView(reading.value.first, reading.value.second.sent) : null
  const side = picked ?? (view === null ? 'given' : sideAtFirst(view))
  const invitable = view !== null && side === 'given'
  const undo = ({ bindingId, name }: MemberRow) => setUndoing({ bindingIds: [bindingId], name })
  return (
    <Page
      tab
      title={words.pageTitle}
      reading={reading}
      floating={
        <>
          {invitable && asked === null && undoing === null ? (
            <InviteButton label={words.inviteLabel} onPress={openForm} />
          ) : null}
          <UndoUnbindDialog undoing={undoing} onClose={() => setUndoing(null)} onDone={() => void reload()} />
          <InvitationDialogs asked={asked} onClose={() => setAsked(null)} onDone={() => void reload()} />
        </>
      }
    >
      <ReadingView
        reading={reading}
        onRetry={() => void reload()}
        refused={(refusal) => (refusal.code === 'not-linked' ? <NotLinked /> : null)}
      >
        {() =>
          view === null ? null : (
            <>
              <SideTabs side={side} onChange={setPicked} />
              {/* Looked at again every few seconds: what changes is sent to this part of the page alone. */}
              <CustomWrapper>
                {side === 'given' ? (
                  <Given view={view} now={now} onUndo={undo} onAsk={setAsked} />
                ) : (
                  <Received view={view} now={now} onUndo={undo} />
                )}
              </CustomWrapper>
            </>
          )
        }
      </ReadingView>
    </Page>
  )
}

function NotLinked() {
  return (
    <EmptyState
      title={FAMILY.notLinked.title}
      text={FAMILY.notLinked.text}
      action={
        <PrimaryButton
          label={FAMILY.notLinked.button}
          onPress={() => void Taro.navigateTo({ url: ROUTES.linkIdentity })}
        />
      }
    />
  )
}

interface SideProps {
  readonly view: FamilyView
  readonly now: Instant
  readonly onUndo: (row: MemberRow) => void
}

/** To the page where bindings of this side are ended, one or several. */
function EndLink({ side, rows }: { readonly side: Side; readonly rows: readonly MemberRow[] }) {
  if (rows.every(({ ending }) => ending !== null)) return null
  return (
    <Pressable
      id='end-sharing'
      className='family__end'
      onPress={() => void Taro.navigateTo({ url: addressOf(ROUTES.memberUnbind, { side }) })}
    >
      <Text>{FAMILY.endMany}</Text>
    </Pressable>
  )
}

/** What holds for all relatives together, where the region lets her set it. */
function ForAll({ rows }: { readonly rows: FamilyView['forAll'] }) {
  if (rows.length === 0) return null
  return (
    <Card title={FAMILY.forAllTitle}>
      {rows.map(({ id, name, text, address }) => (
        <Pressable
          key={id}
          id={id}
          className='family__setting'
          onPress={() => void Taro.navigateTo({ url: address })}
        >
          <View className='family__setting-words'>
            <View className='family__setting-name'>{name}</View>
            <View className='family__line'>{text}</View>
          </View>
          <Text className='family__setting-more'>›</Text>
        </Pressable>
      ))}
    </Card>
  )
}

function Given({ view, now, onUndo, onAsk }: SideProps & { readonly onAsk: (asked: Asked) => void }) {
  return (
    <>
      {view.given.length === 0 && view.open.length === 0 ? (
        <EmptyState title={FAMILY.emptyGiven.title} text={FAMILY.emptyGiven.text} />
      ) : null}
      {view.open.length === 0 ? null : <SectionTitle text={FAMILY.pendingTitle} />}
      {view.open.map((row) => (
        <InvitationCard key={row.invitationId} row={row} onAsk={onAsk} />
      ))}
      {view.given.length === 0 ? null : <SectionTitle text={FAMILY.membersTitle} />}
      {view.given.map((row) => (
        <MemberCard key={row.bindingId} row={row} now={now} onUndo={onUndo} />
      ))}
      <ForAll rows={view.forAll} />
      <View>
        <EndLink side='given' rows={view.given} />
      </View>
      {view.closed.length === 0 ? null : <SectionTitle text={FAMILY.closedTitle} />}
      {view.closed.map((row) => (
        <InvitationCard key={row.invitationId} row={row} onAsk={onAsk} />
      ))}
      {view.givenEnded.length === 0 ? null : <SectionTitle text={FAMILY.endedTitle} />}
      {view.givenEnded.map((row) => (
        <MemberCard key={row.bindingId} row={row} now={now} onUndo={onUndo} />
      ))}
    </>
  )
}

function Received({ view, now, onUndo }: SideProps) {
  return (
    <>
      {view.received.length === 0 ? (
        <EmptyState title={FAMILY.emptyReceived.title} text={FAMILY.emptyReceived.text} />
      ) : null}
      {view.received.map((row) => (
        <MemberCard key={row.bindingId} row={row} now={now} onUndo={onUndo} />
      ))}
      <View>
        <EndLink side='received' rows={view.received} />
      </View>
      {view.receivedEnded.length === 0 ? null : <SectionTitle text={FAMILY.endedTitle} />}
      {view.receivedEnded.map((row) => (
        <MemberCard key={row.bindingId} row={row} now={now} onUndo={onUndo} />
      ))}
    </>
  )
}
