import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { parseId } from '../../../../shared/values/ids'
import { call } from '../../../cloud/call'
import { forgetOpenPayment, openPayments } from '../../../cloud/open-payment'
import { openPaper } from '../../../cloud/papers'
import { useReading } from '../../../cloud/use-reading'
import { useTaking } from '../../../cloud/use-taking'
import { Card } from '../../../components/card'
import { EmptyState } from '../../../components/empty-state'
import { FieldRow } from '../../../components/field-row'
import { Notice } from '../../../components/notice'
import { Obstacle } from '../../../components/obstacle'
import { Page } from '../../../components/page'
import { Pressable } from '../../../components/pressable'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import { StatusTag } from '../../../components/status-tag'
import { dayText, fullMomentText } from '../../../copy/app'
import {
  insuredText,
  PREMIUM_CHECK,
  PREMIUM_PAYMENT,
  PREMIUM_RECORDS,
  PREMIUM_REFUND,
  PREMIUMS,
} from '../../../copy/premiums'
import { addressOf, ROUTES } from '../../../routes'
import { accessible } from '../../../theme/accessible'
import '../premiums.css'
import {
  headlineOf,
  isOpen,
  offersOf,
  type PaymentLine,
  type PaymentRecord,
  paidOf,
  pauseAfter,
  standingOf,
  statusOfLine,
} from './model'

/** One payment as it stands: just paid, not known yet, or years ago. What is open is asked about until it is known. */
export default function PaymentPage() {
  const { paymentId = '', just } = useRouter().params
  const isKnown = parseId<'payment'>(paymentId) !== null
  const asked = useRef(0)
  const [pause, setPause] = useState<number | null>(pauseAfter(0))
  const { reading, reload } = useReading(
    isKnown ? `payment:${paymentId}` : null,
    async () => {
      const outcome = await call('premiums', 'get', { paymentId })
      asked.current += 1
      const isSettled = outcome.kind === 'value' && !isOpen(outcome.value)
      if (isSettled) forgetOpenPayment(paymentId)
      setPause(isSettled ? null : pauseAfter(asked.current))
      return outcome
    },
    pause === null ? {} : { everyMs: pause },
  )
  const kept = openPayments().find((each) => each.paymentId === paymentId) ?? null
  const standing = standingOf(reading, kept, Date.now())
  const record = reading.phase === 'ready' ? reading.value : null

  if (!isKnown) return <NotFound />
  if (standing.kind === 'not-arrived') return <NotArrived paymentId={paymentId} />
  if (standing.kind === 'asking') return <Asking isUnreachable={standing.unreachable} />
  return (
    <Page
      title={record === null ? PREMIUM_PAYMENT.title : headlineOf(record).title}
      reading={reading}
      bottom={record === null || just === undefined ? undefined : <Next label={nextLabel(record)} />}
    >
      <ReadingView reading={reading} onRetry={() => void reload()}>
        {(value) => (
          <>
            <Headline record={value} />
            {value.lines.map((line) => (
              <LineCard key={line.lineId} line={line} />
            ))}
            <Facts record={value} />
            <Receipt record={value} />
            <Refunds record={value} />
          </>
        )}
      </ReadingView>
    </Page>
  )
}

/** Pages of the stack below hold what she chose before; where this one was opened directly there are none. */
function toPremiums(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.redirectTo({ url: ROUTES.premiums })
}

function NotFound() {
  return (
    <Page title={PREMIUM_PAYMENT.title}>
      <EmptyState
        title={PREMIUM_PAYMENT.missing.title}
        text={PREMIUM_PAYMENT.missing.text}
        action={
          <PrimaryButton
            label={PREMIUM_RECORDS.title}
            onPress={() => void Taro.redirectTo({ url: ROUTES.premiumRecords })}
          />
        }
      />
    </Page>
  )
}

/** The function has not got it, and nothing of it is on its way any more: no money has moved. */
function NotArrived({ paymentId }: { readonly paymentId: string }) {
  const { title, text, button } = PREMIUM_PAYMENT.notArrived
  const payAgain = () => {
    forgetOpenPayment(paymentId)
    toPremiums()
  }
  return (
    <Page
      title={title}
      lead={text}
      bottom={
        <BottomBar>
          <PrimaryButton id='pay-again' label={button} onPress={payAgain} />
        </BottomBar>
      }
    />
  )
}

function Asking({ isUnreachable }: { readonly isUnreachable: boolean }) {
  const { title, text } = PREMIUM_PAYMENT.asking
  return (
    <Page title={title} lead={text} bottom={<Next label={PREMIUM_PAYMENT.leave} />}>
      {isUnreachable ? (
        <Notice kind='attention' text={PREMIUM_PAYMENT.cannotAsk} />
      ) : (
        <View className='fs-skeleton' {...accessible({ role: 'status', label: title })} />
      )}
    </Page>
  )
}

function Next({ label }: { readonly label: string }) {
  return (
    <BottomBar>
      <PrimaryButton id='payment-next' label={label} onPress={toPremiums} />
    </BottomBar>
  )
}

/** What to do next, where one comes here from paying. */
function nextLabel(record: PaymentRecord): string {
  if (isOpen(record)) return PREMIUM_PAYMENT.leave
  return offersOf(record).payAgain ? PREMIUM_PAYMENT.payAgain : PREMIUM_PAYMENT.done
}

function Headline({ record }: { readonly record: PaymentRecord }) {
  const { tone, lines } = headlineOf(record)
  return (
    <Card kind={tone === 'going-well' ? 'jade' : tone === 'attention' ? 'attention' : 'plain'}>
      <View className='fs-premium__amount'>{PREMIUMS.amount(paidOf(record))}</View>
      <View>{PREMIUM_PAYMENT.sum(record.premiumYear, record.lines.length)}</View>
      {lines.map((line) => (
        <View key={line} className='fs-premium__after' {...accessible({ role: 'status' })}>
          {line}
        </View>
      ))}
    </Card>
  )
}

/** One relative: how hers went, and if not, why and what to do. */
function LineCard({ line }: { readonly line: PaymentLine }) {
  const { amountFen, tierTitle, settledAt, benefitFrom, refundedAt, refusal } = line
  const status = statusOfLine(line)
  return (
    <Card>
      <View className='fs-premium__head'>
        <Text className='fs-premium__name'>{insuredText(line)}</Text>
        <StatusTag text={status.text} tone={status.tone} />
      </View>
      <View className='fs-premium__amount'>{PREMIUMS.amount(amountFen)}</View>
      {refusal === undefined ? null : <View className='fs-premium__reason'>{refusal.message}</View>}
      <FieldRow label={PREMIUM_CHECK.tier} value={tierTitle} />
      {settledAt === undefined ? null : (
        <FieldRow label={PREMIUM_PAYMENT.paidAt} value={fullMomentText(settledAt)} />
      )}
      {benefitFrom === undefined || line.state !== 'paid' ? null : (
        <FieldRow label={PREMIUM_PAYMENT.benefit} value={dayText(benefitFrom)} />
      )}
      {refundedAt === undefined ? null : (
        <FieldRow label={PREMIUM_PAYMENT.refundedAt} value={fullMomentText(refundedAt)} />
      )}
    </Card>
  )
}

function Facts({ record }: { readonly record: PaymentRecord }) {
  const { side, payer, createdAt, paymentId } = record
  return (
    <Card>
      <FieldRow
        label={PREMIUM_PAYMENT.payer}
        value={side === 'policyholder' ? PREMIUM_PAYMENT.yours : PREMIUM_PAYMENT.theirs(payer.name)}
      />
      <FieldRow label={PREMIUM_PAYMENT.when} value={fullMomentText(createdAt)} />
      <FieldRow label={PREMIUM_PAYMENT.number} value={paymentId} below />
    </Card>
  )
}

function Receipt({ record }: { readonly record: PaymentRecord }) {
  const { under, said, obstacle, take } = useTaking<'receipt'>()
  if (!offersOf(record).receipt) return null
  const { paymentId } = record
  const open = () =>
    take(
      'receipt',
      () => call('premiums', 'receipt', { paymentId }),
      ({ url }) => openPaper(url),
      { done: PREMIUM_PAYMENT.receiptOpened, failed: PREMIUM_PAYMENT.receiptFailed },
    )
  return (
    <Card>
      <PrimaryButton
        id='receipt'
        kind='quiet'
        label={PREMIUM_PAYMENT.receipt}
        loading={under !== null}
        onPress={() => void open()}
      />
      <View className='fs-premium__soft fs-premium__after'>{PREMIUM_PAYMENT.receiptText}</View>
      {said === null ? null : <View {...accessible({ role: 'status' })}>{said}</View>}
      <Obstacle obstacle={obstacle} />
    </Card>
  )
}

/** Each line is given back on its own. */
function Refunds({ record }: { readonly record: PaymentRecord }) {
  const { paymentId } = record
  const { refunds } = offersOf(record)
  if (refunds.length === 0) return null
  return (
    <Card title={PREMIUM_PAYMENT.refund}>
      <View className='fs-premium__soft'>{PREMIUM_REFUND.lead}</View>
      {refunds.map((line) => (
        <Pressable
          key={line.lineId}
          id={`refund-${line.lineId}`}
          className='fs-premium__link'
          onPress={() =>
            void Taro.navigateTo({ url: addressOf(ROUTES.premiumRefund, { paymentId, lineId: line.lineId }) })
          }
        >
          <Text>{PREMIUM_PAYMENT.refundName(insuredText(line))} ›</Text>
        </Pressable>
      ))}
    </Card>
  )
}
