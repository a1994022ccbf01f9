import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../../cloud/call'
import { useReading } from '../../../cloud/use-reading'
import { useWriting } from '../../../cloud/use-writing'
import { Card } from '../../../components/card'
import { OneOf } from '../../../components/choice-list'
import { ConfirmDialog } from '../../../components/confirm-dialog'
import { EmptyState } from '../../../components/empty-state'
import { Notice } from '../../../components/notice'
import { Obstacle } from '../../../components/obstacle'
import { goBack, Page } from '../../../components/page'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import {
  insuredText,
  PREMIUM_REFUND,
  PREMIUMS,
  REFUND_REASON_LABELS,
  type RefundReason,
} from '../../../copy/premiums'
import { ROUTES } from '../../../routes'
import { offersOf } from '../payment/model'
import '../premiums.css'

const REASONS = (Object.keys(REFUND_REASON_LABELS) as RefundReason[]).map((value) => ({
  value,
  ...REFUND_REASON_LABELS[value],
}))

/** One line is asked back: why, one last question, and then the payment as it stands. */
export default function PremiumRefundPage() {
  const { paymentId = '', lineId = '' } = useRouter().params
  const { reading, reload } = useReading(paymentId === '' ? null : `payment:${paymentId}`, () =>
    call('premiums', 'get', { paymentId }),
  )
  const [reason, setReason] = useState<RefundReason | null>(null)
  const [isAsking, setAsking] = useState(false)
  const refunding = useWriting('premiums', 'refund')
  const record = reading.phase === 'ready' ? reading.value : null
  const line =
    record === null ? null : (offersOf(record).refunds.find((one) => one.lineId === lineId) ?? null)

  const refund = async () => {
    if (reason === null) return
    const outcome = await refunding.send({ paymentId, lineId, reason })
    if (outcome === null) return
    setAsking(false)
    // Whether it is back already or still on its way stands on the page that she comes from.
    if (outcome.kind === 'value') goBack()
  }
  const start = () => {
    refunding.clear()
    setAsking(true)
  }
  return (
    <Page
      title={PREMIUM_REFUND.title}
      lead={PREMIUM_REFUND.lead}
      reading={reading}
      bottom={
        line === null ? undefined : (
          <BottomBar>
            <PrimaryButton
              id='refund-send'
              kind='attention'
              label={PREMIUM_REFUND.send}
              disabledReason={reason === null ? PREMIUM_REFUND.reasonMissing : null}
              onPress={start}
            />
          </BottomBar>
        )
      }
      floating={
        line === null ? undefined : (
          <ConfirmDialog
            open={isAsking}
            title={PREMIUM_REFUND.dialog.title(insuredText(line))}
            text={PREMIUM_REFUND.dialog.text(line.amountFen)}
            confirmLabel={PREMIUM_REFUND.dialog.confirm}
            cancelLabel={PREMIUM_REFUND.dialog.cancel}
            kind='attention'
            loading={refunding.sending}
            onConfirm={() => void refund()}
            onCancel={() => setAsking(false)}
          />
        )
      }
    >
      <Obstacle
        obstacle={refunding.obstacle}
        onRetry={() => void refund()}
        refusedAction={<PrimaryButton label={PREMIUM_REFUND.back} kind='quiet' onPress={goBack} />}
      />
      <ReadingView reading={reading} onRetry={() => void reload()}>
        {() =>
          line === null ? (
            <NotHere />
          ) : (
            <>
              <Card title={insuredText(line)}>
                <View>{PREMIUM_REFUND.amount}</View>
                <View className='fs-premium__amount'>{PREMIUMS.amount(line.amountFen)}</View>
                {line.benefitFrom === undefined ? null : (
                  <View className='fs-premium__soft'>{PREMIUM_REFUND.until(line.benefitFrom)}</View>
                )}
              </Card>
              <Notice kind='attention' text={PREMIUM_REFUND.note} />
              <Card>
                <OneOf label={PREMIUM_REFUND.reason} choices={REASONS} chosen={reason} onChoose={setReason} />
              </Card>
            </>
          )
        }
      </ReadingView>
    </Page>
  )
}

function NotHere() {
  return (
    <EmptyState
      title={PREMIUM_REFUND.notHere}
      action={
        <PrimaryButton
          label={PREMIUM_REFUND.records}
          onPress={() => void Taro.redirectTo({ url: ROUTES.premiumRecords })}
        />
      }
    />
  )
}
