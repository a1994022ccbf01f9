import Taro from '@tarojs/taro'
import { useWriting } from '../../../cloud/use-writing'
import { Notice } from '../../../components/notice'
import { Obstacle } from '../../../components/obstacle'
import { PrimaryButton } from '../../../components/primary-button'
import { PROPOSAL } from '../../../copy/change'
import './index.css'
import { type BindingDetail, ownSide } from './model'

export interface ProposalProps {
  readonly binding: BindingDetail
  readonly proposed: NonNullable<BindingDetail['proposedEndDay']>
  readonly onAnswered: () => void
}

/** A later end that was proposed: the side that was asked answers, the other sees that it waits. */
export function Proposal({ binding, proposed, onAnswered }: ProposalProps) {
  const answering = useWriting('bindings', 'answer-end-day')
  const { endDay, by } = proposed
  if (ownSide(by) === ownSide(binding.side)) {
    return <Notice title={PROPOSAL.ownTitle} text={PROPOSAL.own(endDay)} />
  }
  const answer = async (agree: boolean) => {
    const { bindingId } = binding
    // The answer is to the day that stands here; if it was changed meanwhile, the function refuses.
    const outcome = await answering.send({ bindingId, endDay, agree })
    if (outcome === null) return
    if (outcome.kind === 'value') {
      void Taro.showToast({ title: agree ? PROPOSAL.agreed : PROPOSAL.declined, icon: 'none' })
    }
    if (outcome.kind === 'value' || outcome.kind === 'refused') onAnswered()
  }
  return (
    <Notice
      kind='attention'
      title={PROPOSAL.theirsTitle}
      text={PROPOSAL.theirs(binding.counterpart.name, endDay)}
    >
      <PrimaryButton
        id='proposal-agree'
        label={PROPOSAL.agree}
        loading={answering.sending}
        onPress={() => void answer(true)}
      />
      <PrimaryButton
        id='proposal-decline'
        kind='quiet'
        label={PROPOSAL.decline}
        onPress={() => void answer(false)}
      />
      <Obstacle obstacle={answering.obstacle} />
    </Notice>
  )
}
