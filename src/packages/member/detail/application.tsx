import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Notice } from '../../../components/notice'
import { PrimaryButton } from '../../../components/primary-button'
import { APPLICATION } from '../../../copy/member'
import { UNDO_UNBIND } from '../../../copy/unbind'
import { addressOf, ROUTES } from '../../../routes'
import type { BindingDetail } from './model'

export interface ApplicationProps {
  readonly binding: BindingDetail
  readonly onUndo: () => void
}

/** Where the bureau decides: how the application stands, what is missing, and for whoever handed it in the way on. */
export function Application({ binding, onUndo }: ApplicationProps) {
  const { review, application, state, bindingId } = binding
  if (review === undefined || (review.kind === 'unbinding' && state === 'ended')) return null
  const said = APPLICATION[review.kind]
  if (review.state === 'waiting') {
    return (
      <Notice
        kind={review.kind === 'binding' ? 'told' : 'attention'}
        title={said.waitingTitle}
        text={said.waiting}
      >
        {application === undefined ? null : (
          <>
            <View>
              {`${APPLICATION.sent(application.submittedAt, application.round)}${APPLICATION.given(application.proofsGiven)}`}
            </View>
            {review.kind === 'binding' ? null : (
              <PrimaryButton
                id='undo-unbind'
                kind='quiet'
                label={UNDO_UNBIND.actionOnApplication}
                onPress={onUndo}
              />
            )}
          </>
        )}
      </Notice>
    )
  }
  if (review.state !== 'rejected') return null
  const until = application?.resubmitUntil
  return (
    <Notice
      kind='attention'
      title={said.rejectedTitle}
      text={until === undefined ? said.rejectedForGood : said.rejected}
    >
      {application?.opinion === undefined ? null : <View>{APPLICATION.opinion(application.opinion)}</View>}
      {until === undefined ? null : (
        <>
          <View>{APPLICATION.resubmitUntil(until)}</View>
          <PrimaryButton
            id='resubmit'
            label={APPLICATION.resubmit}
            onPress={() => void Taro.navigateTo({ url: addressOf(ROUTES.memberProofs, { bindingId }) })}
          />
        </>
      )}
    </Notice>
  )
}
