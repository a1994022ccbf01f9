import { CustomWrapper } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { readMe } from '../../cloud/me'
import { both } from '../../cloud/outcome'
import { LIVE_EVERY_MS, useReading } from '../../cloud/use-reading'
import { EmptyState } from '../../components/empty-state'
import { InviteButton } from '../../components/invite-button'
import { Page } from '../../components/page'
import { PrimaryButton } from '../../components/primary-button'
import { ReadingView } from '../../components/reading-view'
import { SectionTitle } from '../../components/section-title'
import { FAMILY } from '../../copy/family'
import { wordsFor } from '../../region-words'
import { ROUTES } from '../../routes'
import './index.css'
import { InvitationCard, MemberCard } from './cards'
import { type Asked, InvitationDialogs } from './invitation-dialogs'
import { type FamilyView, familyView, sideAtFirst } from './model'
import { type Side, SideTabs } from './side-tabs'

const readFamily = async () =>
  both(...(await Promise.all([call('bindings', 'list', {}), call('invitations', 'list', {})])))

const openForm = () => void Taro.navigateTo({ url: ROUTES.inviteForm })

export default function FamilyPage() {
  const [picked, setPicked] = useState<Side | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const { reading: me } = useReading('me', readMe)
  const { reading, reload } = useReading('family', readFamily, { everyMs: LIVE_EVERY_MS })
  const words = wordsFor(me.phase === 'ready' ? me.value.settings.regionCode : null)
  const view = reading.phase === 'ready' ? familyView(reading.value.first, reading.value.second.sent) : null
  const side = picked ?? (view === null ? 'given' : sideAtFirst(view))
  const invitable = view !== null && side === 'given'
  return (
    <Page
      tab
      title={words.pageTitle}
      reading={reading}
      floating={
        <>
          {invitable && asked === null ? <InviteButton label={words.inviteLabel} onPress={openForm} /> : null}
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
                {side === 'given' ? <Given view={view} onAsk={setAsked} /> : <Received view={view} />}
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

function Given({ view, onAsk }: { readonly view: FamilyView; readonly onAsk: (asked: Asked) => void }) {
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
        <MemberCard key={row.bindingId} row={row} />
      ))}
      {view.closed.length === 0 ? null : <SectionTitle text={FAMILY.closedTitle} />}
      {view.closed.map((row) => (
        <InvitationCard key={row.invitationId} row={row} onAsk={onAsk} />
      ))}
      {view.givenEnded.length === 0 ? null : <SectionTitle text={FAMILY.endedTitle} />}
      {view.givenEnded.map((row) => (
        <MemberCard key={row.bindingId} row={row} />
      ))}
    </>
  )
}

function Received({ view }: { readonly view: FamilyView }) {
  return (
    <>
      {view.received.length === 0 ? (
        <EmptyState title={FAMILY.emptyReceived.title} text={FAMILY.emptyReceived.text} />
      ) : null}
      {view.received.map((row) => (
        <MemberCard key={row.bindingId} row={row} />
      ))}
      {view.receivedEnded.length === 0 ? null : <SectionTitle text={FAMILY.endedTitle} />}
      {view.receivedEnded.map((row) => (
        <MemberCard key={row.bindingId} row={row} />
      ))}
    </>
  )
}
