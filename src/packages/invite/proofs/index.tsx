import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useWriting } from '../../../cloud/use-writing'
import { Obstacle } from '../../../components/obstacle'
import { Page } from '../../../components/page'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { ProofPhotos } from '../../../components/proof-photos'
import { useProofPhotos } from '../../../components/proof-photos/use-proof-photos'
import { Steps } from '../../../components/steps'
import { CHECK_COPY, INVITE_STEPS_AT_PROOFS, INVITE_TITLES, PROOFS_COPY } from '../../../copy/invite'
import { missingSentence } from '../../../copy/proofs'
import { addressOf, ROUTES } from '../../../routes'
import { createAfterCheck } from '../check/model'
import { draftMade, keepPhotos, keptDraft, keptPhotos } from '../draft'
import { LostDraft } from '../lost-draft'

/** What the region wants to see before a sharing begins: photographed here, and handed in with the invitation. */
export default function InviteProofsPage() {
  // What was checked does not change while this page is open.
  const [draft] = useState(keptDraft)
  const taken = useProofPhotos(draft?.answer.proofs ?? [], { kept: keptPhotos(), keep: keepPhotos })
  const creating = useWriting('invitations', 'create')

  if (draft === null) return <LostDraft title={INVITE_TITLES.proofs} />
  const { input, answer } = draft

  const create = async () => {
    const { fileIds: proofFileIds } = taken
    const outcome = await creating.send({ ...createAfterCheck(input, answer), proofFileIds })
    if (outcome?.kind === 'refused') taken.refused(outcome.refusal)
    if (outcome?.kind !== 'value') return
    const { invitationId } = outcome.value
    draftMade(invitationId)
    void Taro.redirectTo({ url: addressOf(ROUTES.inviteSign, { invitationId }) })
  }
  return (
    <Page
      title={INVITE_TITLES.proofs}
      lead={PROOFS_COPY.lead}
      asksPersonalData
      bottom={
        <BottomBar>
          <PrimaryButton
            id='invite-create'
            label={creating.sending ? CHECK_COPY.creating : PROOFS_COPY.create}
            loading={creating.sending}
            disabledReason={missingSentence(taken.missing)}
            onPress={() => void create()}
          />
        </BottomBar>
      }
    >
      <Steps names={INVITE_STEPS_AT_PROOFS} current={1} />
      <ProofPhotos taken={taken} keptDays={answer.proofsKeptDays} />
      <Obstacle obstacle={creating.obstacle} onRetry={() => void create()} />
    </Page>
  )
}
