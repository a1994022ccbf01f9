import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { parseId } from '../../../../shared/values/ids'
import { call, type ValueFor } from '../../../cloud/call'
import { useReading } from '../../../cloud/use-reading'
import { useWriting } from '../../../cloud/use-writing'
import { Card } from '../../../components/card'
import { EmptyState } from '../../../components/empty-state'
import { Obstacle } from '../../../components/obstacle'
import { Page } from '../../../components/page'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { ProofPhotos } from '../../../components/proof-photos'
import { useProofPhotos } from '../../../components/proof-photos/use-proof-photos'
import { ReadingView } from '../../../components/reading-view'
import { RESUBMIT } from '../../../copy/member'
import { missingSentence } from '../../../copy/proofs'
import { addressOf, ROUTES } from '../../../routes'
import './index.css'

type Application = NonNullable<ValueFor<'bindings', 'get'>['application']>

/** A rejected application is handed in again: the reviewer's opinion above, new photos below. */
export default function MemberProofsPage() {
  const asked = useRouter().params.bindingId ?? ''
  const bindingId = parseId<'binding'>(asked)
  const { reading, reload } = useReading(bindingId === null ? null : `binding:${bindingId}`, () =>
    call('bindings', 'get', { bindingId: bindingId ?? '' }),
  )
  // What she hands in answers the application as it was read first: a later reading takes no photo from her.
  const [begun, setBegun] = useState<Application | null>(null)
  const known = reading.phase === 'ready' ? reading.value.application : undefined
  if (begun === null && known?.resubmitUntil !== undefined) setBegun(known)

  if (begun !== null) return <HandIn application={begun} bindingId={asked} />
  const nothing = (
    <EmptyState
      title={RESUBMIT.nothing}
      text={RESUBMIT.nothingText}
      action={
        <PrimaryButton
          label={RESUBMIT.toDetail}
          onPress={() => void Taro.redirectTo({ url: addressOf(ROUTES.memberDetail, { bindingId: asked }) })}
        />
      }
    />
  )
  return (
    <Page title={RESUBMIT.title} reading={reading}>
      {bindingId === null ? (
        nothing
      ) : (
        <ReadingView
          reading={reading}
          onRetry={() => void reload()}
          refused={({ code }) => (code === 'not-found' ? nothing : null)}
        >
          {() => nothing}
        </ReadingView>
      )}
    </Page>
  )
}

function HandIn({
  application,
  bindingId,
}: {
  readonly application: Application
  readonly bindingId: string
}) {
  const { reviewId, kind, proofs, opinion, resubmitUntil, proofsGiven, proofsKeptDays } = application
  // A reviewer may ask for something that no rule names, and of what the rule names for one page alone.
  const [documents] = useState(() => [...proofs, null])
  const taken = useProofPhotos(documents, { needs: proofs.length === 0 ? 'none' : 'one' })
  const sending = useWriting('reviews', 'resubmit')
  const [done, setDone] = useState(false)

  const send = async () => {
    const outcome = await sending.send({ reviewId, proofFileIds: taken.fileIds })
    if (outcome?.kind === 'refused') taken.refused(outcome.refusal)
    if (outcome?.kind === 'value') {
      setDone(true)
      void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
    }
  }
  if (done) {
    return (
      <Page
        title={RESUBMIT.doneTitle}
        bottom={
          <BottomBar>
            <PrimaryButton
              id='see-binding'
              label={RESUBMIT.toDetail}
              onPress={() => void Taro.redirectTo({ url: addressOf(ROUTES.memberDetail, { bindingId }) })}
            />
          </BottomBar>
        }
      >
        <Card kind='jade'>
          <View>{RESUBMIT.done[kind]}</View>
        </Card>
      </Page>
    )
  }
  return (
    <Page
      title={RESUBMIT.title}
      lead={RESUBMIT.lead}
      asksPersonalData
      bottom={
        <BottomBar>
          <PrimaryButton
            id='resubmit-send'
            label={sending.sending ? RESUBMIT.sending : RESUBMIT.send}
            loading={sending.sending}
            disabledReason={missingSentence(taken.missing)}
            onPress={() => void send()}
          />
        </BottomBar>
      }
    >
      <Card kind='attention' title={RESUBMIT.opinionTitle}>
        {opinion === undefined ? null : <View>{opinion}</View>}
        {resubmitUntil === undefined ? null : (
          <View className='fs-member-proofs__until'>{RESUBMIT.until(resubmitUntil)}</View>
        )}
        {proofsGiven === 0 ? null : <View className='fs-member-proofs__until'>{RESUBMIT.beforeSeen}</View>}
      </Card>
      <ProofPhotos taken={taken} keptDays={proofsKeptDays} />
      <Obstacle obstacle={sending.obstacle} onRetry={() => void send()} />
    </Page>
  )
}
