import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { parseId } from '../../../../shared/values/ids'
import { call } from '../../../cloud/call'
import { useReading } from '../../../cloud/use-reading'
import { useWriting, type WritingObstacle } from '../../../cloud/use-writing'
import { EmptyState } from '../../../components/empty-state'
import { SignLetterPage } from '../../../components/letter-reader/sign-letter-page'
import { Page } from '../../../components/page'
import { PrimaryButton } from '../../../components/primary-button'
import { useProofPhotos } from '../../../components/proof-photos/use-proof-photos'
import { ReadingView } from '../../../components/reading-view'
import { Steps } from '../../../components/steps'
import { UNBIND } from '../../../copy/unbind'
import { ROUTES } from '../../../routes'
import { ApplyPage } from './apply'
import { CheckPage } from './check'
import { ChoosePage } from './choose'
import { DonePage, type Ended } from './done'
import {
  type Candidate,
  candidatesOf,
  chosenOf,
  namesOf,
  type Prepared,
  stepsOf,
  type UnbindForm,
} from './model'
import { PhotosPage } from './photos'

interface Notice {
  readonly prepared: Prepared
  /** As they were when the notice was made. */
  readonly chosen: readonly Candidate[]
}

const toTop = () => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })

/**
 * Ending bindings: choose, read and tick the notice, photograph the papers where they are looked at, check, done.
 * Nothing is written before the last tap.
 */
export default function UnbindPage() {
  const { bindingId = '', side } = useRouter().params
  const asked = parseId<'binding'>(bindingId)
  const { reading, reload } = useReading('bindings', () => call('bindings', 'list', {}))
  const [form, setForm] = useState<UnbindForm>({
    chosen: asked === null ? [] : [asked],
    reason: null,
    lastDay: '',
  })
  const [step, setStep] = useState<'choose' | 'read' | 'photos' | 'check'>('choose')
  const [notice, setNotice] = useState<Notice | null>(null)
  const [preparing, setPreparing] = useState(false)
  const [obstacle, setObstacle] = useState<WritingObstacle | null>(null)
  const unbinding = useWriting('bindings', 'unbind')
  const [ended, setEnded] = useState<Ended | null>(null)
  const taken = useProofPhotos(notice?.prepared.proofs ?? [])

  if (ended !== null) return <DonePage ended={ended} />
  if (reading.phase !== 'ready') {
    return (
      <Page title={UNBIND.title}>
        <ReadingView reading={reading} onRetry={() => void reload()}>
          {() => null}
        </ReadingView>
      </Page>
    )
  }
  const candidates = candidatesOf(reading.value, { ...(asked === null ? {} : { bindingId: asked }), side })
  const wish = form.lastDay === '' ? {} : { lastDay: form.lastDay }

  const prepare = async (chosen: readonly Candidate[]) => {
    if (preparing) return
    setPreparing(true)
    setObstacle(null)
    unbinding.clear()
    const bindingIds = chosen.map((one) => one.bindingId)
    const outcome = await call('bindings', 'prepare-unbind', { bindingIds, ...wish })
    setPreparing(false)
    if (outcome.kind !== 'value') {
      setStep('choose')
      setObstacle(outcome)
      return
    }
    setNotice({ prepared: outcome.value, chosen })
    setStep('read')
    toTop()
  }
  const confirm = async () => {
    if (notice === null || form.reason === null) return
    const { prepared, chosen } = notice
    const bindingIds = chosen.map((one) => one.bindingId)
    const { letterId } = prepared
    const proofs = prepared.proofs.length === 0 ? {} : { proofFileIds: taken.fileIds }
    const outcome = await unbinding.send({ bindingIds, letterId, reason: form.reason, ...wish, ...proofs })
    if (outcome?.kind === 'refused' && outcome.refusal.code === 'proof-required') {
      taken.refused(outcome.refusal)
      setStep('photos')
      toTop()
    }
    if (outcome?.kind !== 'value') return
    setEnded({ names: namesOf(chosen), bindings: outcome.value })
    toTop()
  }

  const asksProofs = notice !== null && notice.prepared.proofs.length > 0
  if (notice !== null && step === 'read') {
    const said = notice.prepared.review ? UNBIND.application : UNBIND
    return (
      <SignLetterPage
        key={notice.prepared.letterId}
        letterId={notice.prepared.letterId}
        title={UNBIND.readTitle}
        lead={said.readLead}
        tickLabel={said.tick(notice.prepared.notice.title)}
        above={<Steps names={stepsOf({ proofs: asksProofs })} current={1} />}
        onSigned={() => {
          setStep(asksProofs ? 'photos' : 'check')
          toTop()
        }}
      />
    )
  }
  if (notice !== null && step === 'photos') {
    return (
      <PhotosPage
        taken={taken}
        keptDays={notice.prepared.proofsKeptDays}
        obstacle={unbinding.obstacle}
        onNext={() => {
          unbinding.clear()
          setStep('check')
          toTop()
        }}
      />
    )
  }
  if (notice !== null && step === 'check' && form.reason !== null && notice.prepared.review) {
    return (
      <ApplyPage
        chosen={notice.chosen}
        reason={form.reason}
        lastDay={form.lastDay}
        proofsGiven={taken.fileIds.length}
        sending={unbinding.sending}
        obstacle={unbinding.obstacle}
        onConfirm={() => void confirm()}
        onReadAgain={() => void prepare(notice.chosen)}
        onBack={() => setStep('choose')}
      />
    )
  }
  if (notice !== null && step === 'check' && form.reason !== null) {
    return (
      <CheckPage
        prepared={notice.prepared}
        chosen={notice.chosen}
        reason={form.reason}
        sending={unbinding.sending}
        obstacle={unbinding.obstacle}
        onConfirm={() => void confirm()}
        onReadAgain={() => void prepare(notice.chosen)}
        onBack={() => setStep('choose')}
      />
    )
  }
  if (candidates.rows.length === 0) {
    return (
      <Page title={UNBIND.title} reading={reading}>
        <EmptyState
          title={UNBIND.none}
          text={UNBIND.noneText}
          action={
            <PrimaryButton
              label={UNBIND.toFamily}
              onPress={() => void Taro.switchTab({ url: ROUTES.family })}
            />
          }
        />
      </Page>
    )
  }
  return (
    <ChoosePage
      candidates={candidates}
      form={form}
      preparing={preparing}
      obstacle={obstacle}
      reading={reading}
      onChange={(changed) => setForm({ ...form, ...changed })}
      onNext={() => void prepare(chosenOf(candidates, form))}
    />
  )
}
