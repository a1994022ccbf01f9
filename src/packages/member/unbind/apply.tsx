import { View } from '@tarojs/components'
import type { UnbindReason } from '../../../../shared/rules/binding-changes'
import type { WritingObstacle } from '../../../cloud/use-writing'
import { Card } from '../../../components/card'
import { FieldRow } from '../../../components/field-row'
import { Page } from '../../../components/page'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { Steps } from '../../../components/steps'
import { dayText } from '../../../copy/app'
import { UNBIND, UNBIND_REASON_LABELS } from '../../../copy/unbind'
import { Lines } from './lines'
import { type Candidate, namesOf, stepsOf, wayOnAfter } from './model'
import { WayOn } from './way-on'

const SAID = UNBIND.application

export interface ApplyPageProps {
  readonly chosen: readonly Candidate[]
  readonly reason: UnbindReason
  /** The last day that she wishes for; empty where she wishes for none. */
  readonly lastDay: string
  readonly proofsGiven: number
  readonly sending: boolean
  readonly obstacle: WritingObstacle | null
  readonly onConfirm: () => void
  readonly onReadAgain: () => void
  readonly onBack: () => void
}

/** Where the bureau decides: what is handed in, and that everything stays as it is until then. */
export function ApplyPage(props: ApplyPageProps) {
  const { chosen, reason, lastDay, proofsGiven, sending, obstacle, onConfirm, onReadAgain, onBack } = props
  const wayOn = obstacle?.kind === 'refused' ? wayOnAfter(obstacle.refusal) : null
  const steps = stepsOf({ proofs: proofsGiven > 0 })
  return (
    <Page
      title={UNBIND.checkTitle}
      lead={SAID.checkLead}
      bottom={
        wayOn !== null ? null : (
          <BottomBar>
            <PrimaryButton
              id='unbind-confirm'
              label={sending ? SAID.confirming : SAID.confirm}
              loading={sending}
              onPress={onConfirm}
            />
          </BottomBar>
        )
      }
    >
      <Steps names={steps} current={steps.length - 1} />
      <WayOn wayOn={wayOn} obstacle={obstacle} onConfirm={onConfirm} onReadAgain={onReadAgain} />
      <Card>
        <FieldRow label={UNBIND.checkWho} value={namesOf(chosen)} />
        <FieldRow label={SAID.checkLast} value={lastDay === '' ? SAID.lastDayOpen : dayText(lastDay)} />
        <FieldRow label={SAID.checkEnds} value={SAID.checkEndsText} />
        <FieldRow label={UNBIND.checkReason} value={SAID.checkReason(UNBIND_REASON_LABELS[reason])} />
        {proofsGiven === 0 ? null : (
          <FieldRow label={SAID.checkProofs} value={SAID.checkProofsText(proofsGiven)} />
        )}
      </Card>
      <Lines title={SAID.staysTitle} lines={SAID.stays} />
      <Card title={UNBIND.undoTitle}>
        <View>{SAID.undo}</View>
      </Card>
      <PrimaryButton kind='quiet' label={UNBIND.back} onPress={onBack} />
    </Page>
  )
}
