import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { UnbindReason } from '../../../../shared/rules/binding-changes'
import type { WritingObstacle } from '../../../cloud/use-writing'
import { Card } from '../../../components/card'
import { FieldRow } from '../../../components/field-row'
import { Notice } from '../../../components/notice'
import { Obstacle } from '../../../components/obstacle'
import { Page } from '../../../components/page'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { Steps } from '../../../components/steps'
import { momentText } from '../../../copy/app'
import { UNBIND, UNBIND_REASON_LABELS, UNBIND_STEPS } from '../../../copy/unbind'
import { ROUTES } from '../../../routes'
import './index.css'
import { type Candidate, endsAtMidnight, namesOf, type Prepared, wayOnAfter } from './model'

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
      <View>
        {wayOn === 'read-again' ? (
          <Notice kind='attention' title={UNBIND.changedTitle} text={UNBIND.changedText}>
            <PrimaryButton id='unbind-read-again' label={UNBIND.readAgain} onPress={onReadAgain} />
          </Notice>
        ) : wayOn === 'look' ? (
          <Notice kind='attention' text={UNBIND.elsewhere}>
            <PrimaryButton
              label={UNBIND.toFamily}
              onPress={() => void Taro.switchTab({ url: ROUTES.family })}
            />
          </Notice>
        ) : (
          <Obstacle obstacle={obstacle} onRetry={onConfirm} />
        )}
      </View>
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
      <Card title={UNBIND.staysTitle}>
        {UNBIND.stays.map((line) => (
          <View key={line} className='fs-unbind__line'>
            <Text className='fs-unbind__sign'>✓</Text>
            <Text className='fs-unbind__words'>{line}</Text>
          </View>
        ))}
      </Card>
      <Card title={UNBIND.undoTitle}>
        <View>{atMidnight ? UNBIND.undoUntil(prepared.endsAt) : UNBIND.undoNever}</View>
      </Card>
      <PrimaryButton kind='quiet' label={UNBIND.back} onPress={onBack} />
    </Page>
  )
}
