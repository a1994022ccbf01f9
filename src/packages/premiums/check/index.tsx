import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { RefusalReply } from '../../../../shared/contract/fields'
import { call } from '../../../cloud/call'
import { readMe } from '../../../cloud/me'
import { useNow } from '../../../cloud/now'
import { forgetOpenPayment, keepOpenPayment } from '../../../cloud/open-payment'
import { both } from '../../../cloud/outcome'
import { useReading } from '../../../cloud/use-reading'
import { useWriting } from '../../../cloud/use-writing'
import type { ValueFor } from '../../../cloud/writes'
import { Card } from '../../../components/card'
import { EmptyState } from '../../../components/empty-state'
import { FieldRow } from '../../../components/field-row'
import { Notice } from '../../../components/notice'
import { goBack, Page } from '../../../components/page'
import { PasswordPad } from '../../../components/password-pad'
import { Pressable } from '../../../components/pressable'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import { RefusalCard } from '../../../components/refusal-card'
import { dayText } from '../../../copy/app'
import { insuredText, PREMIUM_CHECK, PREMIUMS } from '../../../copy/premiums'
import { addressOf, ROUTES } from '../../../routes'
import { itemsOf } from '../items'
import { isOpen } from '../payment/model'
import '../premiums.css'
import { RuleFold } from '../rule-fold'
import { minutesLeft, type NextStep, STEP_LABELS, stepAfter } from './model'

type Quote = ValueFor<'premiums', 'quote'>

/** What it costs, for how long that holds and why; then the password. What she has seen is what she pays. */
export default function PremiumCheckPage() {
  const { year = '', items: address } = useRouter().params
  const items = itemsOf(address)
  const isValid = items !== null && /^20\d\d$/.test(year)
  const { reading, reload } = useReading(isValid ? `quote:${year}:${address}` : null, async () =>
    both(
      await call('premiums', 'quote', { premiumYear: Number(year), items: [...(items ?? [])] }),
      await readMe(),
    ),
  )
  const [confirmed, setConfirmed] = useState<Quote | null>(null)
  const [refused, setRefused] = useState<RefusalReply | null>(null)
  const now = useNow()

  if (!isValid) return <WrongAddress />
  if (confirmed !== null) {
    return (
      <AskPassword
        quote={confirmed}
        onCancel={() => setConfirmed(null)}
        onRefused={(refusal) => {
          setConfirmed(null)
          setRefused(refusal)
        }}
      />
    )
  }
  const quote = reading.phase === 'ready' ? reading.value.first : null
  const hasPassword = reading.phase === 'ready' && reading.value.second.settings.hasPaymentPassword
  const minutes = quote === null ? 0 : minutesLeft(quote.expiresAt, now)
  const again = () => {
    setRefused(null)
    void reload()
  }
  const toPassword = () => {
    setRefused(null)
    void Taro.navigateTo({ url: ROUTES.paymentPassword })
  }
  const steps: Readonly<Record<Exclude<NextStep, 'type-again'>, () => void>> = {
    'set-password': toPassword,
    'check-again': again,
    'choose-again': goBack,
  }
  return (
    <Page
      title={PREMIUM_CHECK.title}
      lead={PREMIUM_CHECK.lead}
      reading={reading}
      bottom={
        quote === null || refused !== null ? undefined : (
          <BottomBar>
            {minutes < 0 ? (
              <PrimaryButton id='check-again' label={PREMIUM_CHECK.again} onPress={again} />
            ) : hasPassword ? (
              <PrimaryButton
                id='to-password-pad'
                label={PREMIUM_CHECK.pay(quote.totalFen)}
                onPress={() => setConfirmed(quote)}
              />
            ) : (
              <PrimaryButton id='set-password' label={PREMIUM_CHECK.setPassword} onPress={toPassword} />
            )}
          </BottomBar>
        )
      }
    >
      {refused === null ? null : <Refused refusal={refused} steps={steps} />}
      <ReadingView
        reading={reading}
        onRetry={() => void reload()}
        refused={(refusal) => <Refused refusal={refusal} steps={steps} />}
      >
        {({ first }) => (
          <>
            {refused !== null || hasPassword ? null : (
              <Notice
                kind='attention'
                title={PREMIUM_CHECK.noPassword.title}
                text={PREMIUM_CHECK.noPassword.text}
              />
            )}
            {minutes < 0 ? (
              <Notice
                kind='attention'
                title={PREMIUM_CHECK.expired.title}
                text={PREMIUM_CHECK.expired.text}
              />
            ) : null}
            <Sums quote={first} />
            {first.lines.map((line) => (
              <QuotedLine key={line.bindingId} line={line} premiumYear={first.premiumYear} />
            ))}
            {minutes < 0 ? null : (
              <View className='fs-premium__soft'>{PREMIUM_CHECK.holdsUntil(first.expiresAt, minutes)}</View>
            )}
          </>
        )}
      </ReadingView>
    </Page>
  )
}

function WrongAddress() {
  const { title, text } = PREMIUM_CHECK.wrongAddress
  return (
    <Page title={PREMIUM_CHECK.title}>
      <EmptyState
        title={title}
        text={text}
        action={
          <PrimaryButton
            label={PREMIUMS.title}
            onPress={() => void Taro.redirectTo({ url: ROUTES.premiums })}
          />
        }
      />
    </Page>
  )
}

interface RefusedProps {
  readonly refusal: RefusalReply
  readonly steps: Readonly<Record<Exclude<NextStep, 'type-again'>, () => void>>
}

function Refused({ refusal, steps }: RefusedProps) {
  const after = stepAfter(refusal)
  const step = after === 'type-again' ? 'check-again' : after
  return (
    <RefusalCard
      refusal={refusal}
      action={<PrimaryButton id='refused-next' label={STEP_LABELS[step]} onPress={steps[step]} />}
    />
  )
}

function Sums({ quote }: { readonly quote: Quote }) {
  const { totalFen, balanceFen } = quote
  return (
    <Card>
      <View>{PREMIUM_CHECK.total}</View>
      <View className='fs-premium__amount'>{PREMIUMS.amount(totalFen)}</View>
      <FieldRow label={PREMIUM_CHECK.from} value={PREMIUM_CHECK.account} />
      <FieldRow label={PREMIUM_CHECK.balance} value={PREMIUMS.amount(balanceFen)} />
      <FieldRow label={PREMIUM_CHECK.left} value={PREMIUMS.amount(balanceFen - totalFen)} />
    </Card>
  )
}

type QuoteLine = Quote['lines'][number]

function QuotedLine({ line, premiumYear }: { readonly line: QuoteLine; readonly premiumYear: number }) {
  const { amountFen, tierTitle, extras, late, benefitFrom, waiting, basis, remarks } = line
  return (
    <Card title={insuredText(line)}>
      <View className='fs-premium__amount'>{PREMIUMS.amount(amountFen)}</View>
      <FieldRow label={PREMIUM_CHECK.year} value={PREMIUMS.yearText(premiumYear)} />
      <FieldRow label={PREMIUM_CHECK.tier} value={tierTitle} />
      {benefitFrom === undefined ? null : (
        <FieldRow label={PREMIUM_CHECK.benefit} value={dayText(benefitFrom)} />
      )}
      {waiting === undefined ? null : (
        <FieldRow
          label={PREMIUM_CHECK.waiting}
          value={
            'days' in waiting
              ? PREMIUM_CHECK.waitingDays(waiting.days)
              : PREMIUM_CHECK.waitingMonths(waiting.months)
          }
        />
      )}
      {[
        ...(late ? [PREMIUMS.late] : []),
        ...extras.map((extra) => PREMIUMS.extra(extra.title, extra.amountFen)),
        ...remarks,
      ].map((text) => (
        <View key={text} className='fs-premium__soft'>
          {text}
        </View>
      ))}
      <RuleFold rules={basis} open={PREMIUM_CHECK.showBasis} close={PREMIUM_CHECK.hideBasis} />
    </Card>
  )
}

interface AskPasswordProps {
  readonly quote: Quote
  readonly onCancel: () => void
  /** Something that another password does not help against. */
  readonly onRefused: (refusal: RefusalReply) => void
}

/** The password is handed to the call and kept nowhere; whatever the answer, the pad is empty afterwards. */
function AskPassword({ quote, onCancel, onRefused }: AskPasswordProps) {
  const paying = useWriting('premiums', 'pay')
  const [problem, setProblem] = useState<string | null>(null)
  const { asking } = PREMIUM_CHECK

  const pay = async (password: string) => {
    const { quoteId, paymentId } = quote
    setProblem(null)
    // Before it is sent: a phone that dies now asks for it when it comes back.
    keepOpenPayment(paymentId)
    const outcome = await paying.send({ quoteId, password })
    if (outcome === null) return
    if (outcome.kind === 'refused') {
      forgetOpenPayment(paymentId)
      if (stepAfter(outcome.refusal) === 'type-again') setProblem(outcome.refusal.message)
      else onRefused(outcome.refusal)
      return
    }
    if (outcome.kind === 'value' && !isOpen(outcome.value)) forgetOpenPayment(paymentId)
    // Without an answer it is asked there what became of it; nothing is sent a second time from here.
    void Taro.redirectTo({ url: addressOf(ROUTES.payment, { paymentId, just: '1' }) })
  }
  return (
    <Page title={asking.title} lead={asking.text(quote.lines.length)}>
      <View className='fs-premium__amount fs-premium__middle'>{PREMIUMS.amount(quote.totalFen)}</View>
      <PasswordPad busy={paying.sending} problem={problem} onDone={(password) => void pay(password)} />
      <View className='fs-premium__ways'>
        <Pressable
          id='password-forgot'
          className='fs-premium__link fs-premium__link--middle'
          onPress={() => void Taro.navigateTo({ url: ROUTES.paymentPassword })}
        >
          {asking.forgot}
        </Pressable>
        <PrimaryButton id='password-cancel' kind='quiet' label={asking.cancel} onPress={onCancel} />
      </View>
    </Page>
  )
}
