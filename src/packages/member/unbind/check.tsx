import { View } from '@tarojs/components'
import type { UnbindReason } from '../../../../shared/rules/binding-changes'
import type { WritingObstacle } from '../../../cloud/use-writing'
import { Card } from '../../../components/card'
import { FieldRow } from '../../../components/field-row'
import { Page } from '../../../components/page'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { Steps } from '../../../components/steps'
import { momentText } from '../../../copy/app'
import { UNBIND, UNBIND_REASON_LABELS, UNBIND_STEPS } from '../../../copy/unbind'
import { Lines } from './lines'
import { type Candidate, endsAtMidnight, namesOf, type Prepared, wayOnAfter } from './model'
import { WayOn } from './way-on'

export interface CheckPageProps {
  readonly prepared: Prepared
  readonly chosen: readonly Candidate[]
  readonly reason: UnbindReason
  readonly sending: boolean
  readonly obstacle: WritingObstacle | null
  readonly onConfirm: () => void
  readonly onReadAgain: () => void
  readonly onBack: () => void
}

/** Everything that the confirmation does, and until when it can be taken back. */
export function CheckPage(props: CheckPageProps) {
  const { prepared, chosen, reason, sending, obstacle, onConfirm, onReadAgain, onBack } = props
  const atMidnight = endsAtMidnight(prepared)
  const withdrawing = chosen.some(({ inReview }) => inReview)
  const wayOn = obstacle?.kind === 'refused' ? wayOnAfter(obstacle.refusal) : null
  const confirm = withdrawing ? UNBIND.confirmWithdraw : UNBIND.confirm
  return (
    <Page
      title={UNBIND.checkTitle}
      lead={UNBIND.checkLead}
      bottom={
        wayOn !== null ? null : (
          <BottomBar>
            <PrimaryButton
              id='unbind-confirm'
              kind='attention'
              label={sending ? UNBIND.confirming : confirm}
              loading={sending}
              onPress={onConfirm}
            />
          </BottomBar>
        )
      }
    >
      <Steps names={UNBIND_STEPS} current={2} />
      <WayOn wayOn={wayOn} obstacle={obstacle} onConfirm={onConfirm} onReadAgain={onReadAgain} />
      <Card>
        <FieldRow label={UNBIND.checkWho} value={namesOf(chosen)} />
        {atMidnight ? (
          <FieldRow label={UNBIND.checkLast} value={UNBIND.checkLastDay(prepared.lastDay)} />
        ) : null}
        <FieldRow
          label={UNBIND.checkEnds}
          value={atMidnight ? momentText(prepared.endsAt) : UNBIND.checkEndsAtOnce}
        />
        <FieldRow label={UNBIND.checkReason} value={UNBIND.checkReasonOwn(UNBIND_REASON_LABELS[reason])} />
      </Card>
      <Lines title={UNBIND.staysTitle} lines={UNBIND.stays} />
      <Card title={UNBIND.undoTitle}>
        <View>{atMidnight ? UNBIND.undoUntil(prepared.endsAt) : UNBIND.undoNever}</View>
      </Card>
      <PrimaryButton kind='quiet' label={UNBIND.back} onPress={onBack} />
    </Page>
  )
}
