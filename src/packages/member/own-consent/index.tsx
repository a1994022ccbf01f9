import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { relationLabel } from '../../../../shared/copy'
import { regionWords } from '../../../../shared/rules/region-words'
import { call, type ValueFor } from '../../../cloud/call'
import { useReading } from '../../../cloud/use-reading'
import { useWriting, type WritingObstacle } from '../../../cloud/use-writing'
import { Card } from '../../../components/card'
import { ConfirmDialog } from '../../../components/confirm-dialog'
import { FieldRow } from '../../../components/field-row'
import { SignLetterPage } from '../../../components/letter-reader/sign-letter-page'
import { Meanings } from '../../../components/meanings'
import { Notice } from '../../../components/notice'
import { Obstacle } from '../../../components/obstacle'
import { goBack, Page } from '../../../components/page'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import { dayText } from '../../../copy/app'
import { usesInWords } from '../../../copy/list'
import { MEMBER_COPY } from '../../../copy/member'
import { OWN_CONSENT } from '../../../copy/own-consent'
import { addressOf, ROUTES } from '../../../routes'
import type { BindingDetail } from '../detail/model'

type LetterId = ValueFor<'bindings', 'prepare-own-consent'>['letterId']
type Done = { readonly kind: 'given' } | { readonly kind: 'declined'; readonly lastDay: string | null }

/** A guardian signed for her; now she is old enough to answer herself: sign, or end it, or leave it as it is. */
export default function OwnConsentPage() {
  const { bindingId = '' } = useRouter().params
  const { reading, reload } = useReading<BindingDetail>(`binding:${bindingId}`, () =>
    call('bindings', 'get', { bindingId }),
  )
  const [letterId, setLetterId] = useState<LetterId | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  if (reading.phase !== 'ready') {
    return (
      <Page title={OWN_CONSENT.title}>
        <ReadingView reading={reading} onRetry={() => void reload()}>
          {() => null}
        </ReadingView>
      </Page>
    )
  }
  const binding = reading.value
  if (done !== null) return <DonePage binding={binding} done={done} />
  if (letterId !== null) {
    return <Sign binding={binding} letterId={letterId} onGiven={() => setDone({ kind: 'given' })} />
  }
  if (binding.awaitsOwnConsent !== true || binding.side !== 'relative') {
    return (
      <Page title={OWN_CONSENT.title} reading={reading}>
        <Notice
          kind='attention'
          text={binding.awaitsOwnConsent === true ? OWN_CONSENT.notYours : OWN_CONSENT.over}
        >
          <PrimaryButton kind='quiet' label={OWN_CONSENT.toDetail} onPress={() => toDetail(binding)} />
        </Notice>
      </Page>
    )
  }
  return (
    <Asked
      binding={binding}
      onPrepared={setLetterId}
      onDeclined={(lastDay) => setDone({ kind: 'declined', lastDay })}
      onRefused={() => void reload()}
    />
  )
}

interface AskedProps {
  readonly binding: BindingDetail
  readonly onPrepared: (letterId: LetterId) => void
  readonly onDeclined: (lastDay: string | null) => void
  readonly onRefused: () => void
}

/** What was agreed for her, and what each answer does. */
function Asked({ binding, onPrepared, onDeclined, onRefused }: AskedProps) {
  const { bindingId, counterpart } = binding
  const [preparing, setPreparing] = useState(false)
  const [hindered, setHindered] = useState<WritingObstacle | null>(null)
  const [declining, setDeclining] = useState(false)
  const refusing = useWriting('bindings', 'decline-own-consent')
  const prepare = async () => {
    if (preparing) return
    setPreparing(true)
    setHindered(null)
    const outcome = await call('bindings', 'prepare-own-consent', { bindingId })
    setPreparing(false)
    if (outcome.kind === 'value') onPrepared(outcome.value.letterId)
    else setHindered(outcome)
  }
  const decline = async () => {
    const outcome = await refusing.send({ bindingId })
    if (outcome?.kind === 'value') onDeclined(outcome.value.lastDay ?? null)
    // Ended by somebody else meanwhile: what stands behind the dialog has changed as well.
    if (outcome?.kind === 'refused') onRefused()
  }
  const close = () => {
    refusing.clear()
    setDeclining(false)
  }
  return (
    <Page
      title={OWN_CONSENT.title}
      lead={OWN_CONSENT.lead(counterpart.name)}
      bottom={
        <BottomBar>
          <PrimaryButton
            id='own-consent-read'
            label={preparing ? OWN_CONSENT.preparing : OWN_CONSENT.read}
            loading={preparing}
            onPress={() => void prepare()}
          />
          <PrimaryButton
            id='own-consent-decline'
            kind='quiet'
            label={OWN_CONSENT.decline}
            onPress={() => setDeclining(true)}
          />
        </BottomBar>
      }
      floating={
        <ConfirmDialog
          open={declining}
          kind='attention'
          title={OWN_CONSENT.declineDialog.title(counterpart.name)}
          text={OWN_CONSENT.declineDialog.text}
          confirmLabel={OWN_CONSENT.declineDialog.confirm}
          cancelLabel={OWN_CONSENT.declineDialog.cancel}
          loading={refusing.sending}
          onConfirm={() => void decline()}
          onCancel={close}
        >
          <Obstacle obstacle={refusing.obstacle} onRetry={() => void decline()} />
        </ConfirmDialog>
      }
    >
      <Obstacle obstacle={hindered} doing='reading' onRetry={() => void prepare()} />
      <Card>
        <FieldRow label={MEMBER_COPY.relationOfMe} value={relationLabel(binding.relation)} />
        <FieldRow label={MEMBER_COPY.from} value={dayText(binding.effectiveFrom)} />
        <FieldRow
          label={MEMBER_COPY.lastDay}
          value={binding.lastDay === undefined ? MEMBER_COPY.lastDayOpen : dayText(binding.lastDay)}
        />
        <FieldRow label={MEMBER_COPY.uses} value={usesInWords(binding.uses)} />
      </Card>
      <Card title={OWN_CONSENT.meansTitle}>
        <Meanings meanings={OWN_CONSENT.means} />
      </Card>
    </Page>
  )
}

interface SignProps {
  readonly binding: BindingDetail
  readonly letterId: LetterId
  readonly onGiven: () => void
}

/** Her own letter; right after the signature the consent is given, and after a lost answer from where it stands. */
function Sign({ binding, letterId, onGiven }: SignProps) {
  const { bindingId, regionCode } = binding
  const { name, tickLabel } = regionWords(regionCode)
  const giving = useWriting('bindings', 'give-own-consent')
  const [signed, setSigned] = useState(false)
  const give = async () => {
    setSigned(true)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
    const outcome = await giving.send({ bindingId, letterId })
    if (outcome?.kind === 'value') onGiven()
  }
  if (!signed) {
    return (
      <SignLetterPage
        letterId={letterId}
        title={OWN_CONSENT.signTitle}
        lead={OWN_CONSENT.signLead}
        regionName={name}
        tickLabel={tickLabel}
        padTitle={OWN_CONSENT.yourName}
        onSigned={() => void give()}
      />
    )
  }
  return (
    <Page
      title={giving.sending ? OWN_CONSENT.giving : OWN_CONSENT.giveTitle}
      bottom={
        <BottomBar>
          <PrimaryButton
            id='own-consent-give'
            label={giving.sending ? OWN_CONSENT.giving : OWN_CONSENT.give}
            loading={giving.sending}
            onPress={() => void give()}
          />
        </BottomBar>
      }
    >
      <Card>{OWN_CONSENT.giveText}</Card>
      <Obstacle obstacle={giving.obstacle} onRetry={() => void give()} />
    </Page>
  )
}

function DonePage({ binding, done }: { readonly binding: BindingDetail; readonly done: Done }) {
  const { name } = binding.counterpart
  const given = done.kind === 'given'
  return (
    <Page
      title={given ? OWN_CONSENT.doneTitle : OWN_CONSENT.declinedTitle}
      bottom={
        <BottomBar>
          <PrimaryButton
            id='own-consent-done'
            label={OWN_CONSENT.toDetail}
            onPress={() => toDetail(binding)}
          />
        </BottomBar>
      }
    >
      <Card kind='jade'>
        <View>{given ? OWN_CONSENT.doneText(name) : OWN_CONSENT.declinedText(name, done.lastDay)}</View>
        <View>{OWN_CONSENT.told}</View>
      </Card>
    </Page>
  )
}

/** Usually the page before this one; opened from a notice outside the app there is none. */
function toDetail({ bindingId }: BindingDetail): void {
  if (Taro.getCurrentPages().length > 1) goBack()
  else void Taro.redirectTo({ url: addressOf(ROUTES.memberDetail, { bindingId }) })
}
