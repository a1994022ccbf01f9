import { View } from '@tarojs/components'
import { Notice } from '../../../components/notice'
import { PrimaryButton } from '../../../components/primary-button'
import { APPLICATION } from '../../../copy/member'
import { UNDO_UNBIND } from '../../../copy/unbind'
import type { BindingDetail } from './model'

export interface UnbindingApplicationProps {
  readonly binding: BindingDetail
  readonly onUndo: () => void
}

/** Where the bureau decides on an unbinding: how it stands, and for whoever asked the way back. */
export function UnbindingApplication({ binding, onUndo }: UnbindingApplicationProps) {
  const { review, application, state } = binding
  if (review?.kind !== 'unbinding' || state === 'ended') return null
  if (review.state === 'waiting') {
    return (
      <Notice kind='attention' title={APPLICATION.waitingTitle} text={APPLICATION.waiting}>
        {application === undefined ? null : (
          <PrimaryButton id='undo-unbind' kind='quiet' label={UNDO_UNBIND.action} onPress={onUndo} />
        )}
      </Notice>
    )
  }
  if (review.state !== 'rejected') return null
  return (
    <Notice title={APPLICATION.rejectedTitle} text={APPLICATION.rejected}>
      {application?.opinion === undefined ? null : <View>{APPLICATION.opinion(application.opinion)}</View>}
    </Notice>
  )
}
