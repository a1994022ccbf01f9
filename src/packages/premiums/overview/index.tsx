import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type Day, dayOf } from '../../../../shared/values/day'
import { call } from '../../../cloud/call'
import { useNow } from '../../../cloud/now'
import { useReading } from '../../../cloud/use-reading'
import { Card } from '../../../components/card'
import { OneOf, SomeOf } from '../../../components/choice-list'
import { EmptyState } from '../../../components/empty-state'
import { Notice } from '../../../components/notice'
import { OpenPaymentNotice } from '../../../components/open-payment'
import { Page } from '../../../components/page'
import { Pressable } from '../../../components/pressable'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import { StatusTag } from '../../../components/status-tag'
import { insuredText, PREMIUMS, relationText } from '../../../copy/premiums'
import { addressOf, ROUTES } from '../../../routes'
import { itemsInAddress } from '../items'
import '../premiums.css'
import { Way } from '../../../components/way'
import { RuleFold } from '../rule-fold'
import {
  type Chosen,
  chosenAtFirst,
  glanceOf,
  linesOf,
  mayBeChosen,
  type Payable,
  type PayableRelative,
  type Selection,
  selectionOf,
  statusOf,
  toggled,
  windowText,
  yearChoices,
} from './model'

/** Everybody whose premium she may pay, on one screen: who is paid, who is not, what it costs, and what is left. */
export default function PremiumsPage() {
  const { year: asked } = useRouter().params
  const [year, setYear] = useState<number | null>(asked === undefined ? null : yearIn(asked))
  const { reading, reload } = useReading(`payable:${year ?? ''}`, () =>
    call('premiums', 'payable', year === null ? {} : { premiumYear: year }),
  )
  const [changed, setChanged] = useState<Chosen | null>(null)
  const today = dayOf(useNow())
  const payable = reading.phase === 'ready' ? reading.value : null
  const chosen = payable === null ? {} : (changed ?? chosenAtFirst(payable))
  const selection = payable === null ? null : selectionOf(payable, chosen)
  const mayPay = payable?.relatives.some(mayBeChosen) === true
  const showYear = (next: number) => {
    setChanged(null)
    setYear(next)
  }
  return (
    <Page
      title={PREMIUMS.title}
      lead={PREMIUMS.lead}
      reading={reading}
      bottom={
        mayPay && payable !== null && selection !== null ? (
          <ToCheck premiumYear={payable.premiumYear} selection={selection} />
        ) : undefined
      }
    >
      <OpenPaymentNotice />
      <ReadingView reading={reading} onRetry={() => void reload()} blocks={4}>
        {(value) => (
          <>
            <View className='fs-premium__years'>
              <OneOf
                label={PREMIUMS.years}
                hideLabel
                inPairs
                choices={yearChoices(value, today).map((each) => ({
                  value: String(each),
                  label: PREMIUMS.yearText(each),
                }))}
                chosen={String(value.premiumYear)}
                onChoose={(each) => showYear(Number(each))}
              />
            </View>
            <Account payable={value} />
            <YearStanding payable={value} today={today} />
            {value.relatives.length === 0 ? <NoRelatives /> : null}
            {value.relatives.map((relative) => (
              <RelativeCard
                key={relative.bindingId}
                relative={relative}
                pageWindow={value.window}
                today={today}
                told={value.unknown?.message}
                tier={chosen[relative.bindingId]}
                onToggle={() => setChanged(toggled(chosen, relative))}
                onTier={(tier) => setChanged({ ...chosen, [relative.bindingId]: tier })}
              />
            ))}
          </>
        )}
      </ReadingView>
      <Card>
        <Way id='to-records' words={PREMIUMS.records} route={ROUTES.premiumRecords} />
        <Way id='to-password' words={PREMIUMS.password} route={ROUTES.paymentPassword} last />
      </Card>
    </Page>
  )
}

function yearIn(text: string): number | null {
  return /^20\d\d$/.test(text) ? Number(text) : null
}

/** Whose money it is, how much there is, and how the family stands, at one glance. */
function Account({ payable }: { readonly payable: Payable }) {
  const glance = glanceOf(payable)
  if (payable.balanceFen === undefined) return <Notice text={PREMIUMS.noAccount} />
  return (
    <Card kind='jade'>
      <View>{PREMIUMS.balance}</View>
      <View className='fs-premium__amount'>{PREMIUMS.amount(payable.balanceFen)}</View>
      {glance === '' ? null : (
        <View className='fs-premium__glance'>{`${PREMIUMS.yearText(payable.premiumYear)}：${glance}`}</View>
      )}
    </Card>
  )
}

/** When the year can be paid; of a year that nobody has published, that it is not known. */
function YearStanding({ payable, today }: { readonly payable: Payable; readonly today: Day }) {
  const { unknown, window } = payable
  if (unknown !== undefined) {
    return (
      <Notice kind='attention' title={PREMIUMS.unknownTitle} text={unknown.message}>
        {unknown.rule === undefined ? null : (
          <RuleFold rules={[unknown.rule]} open={PREMIUMS.rule} close={PREMIUMS.hideRule} />
        )}
      </Notice>
    )
  }
  return window === undefined ? null : <Notice text={windowText(window, today)} />
}

function NoRelatives() {
  return (
    <EmptyState
      title={PREMIUMS.empty.title}
      text={PREMIUMS.empty.text}
      action={
        <PrimaryButton
          label={PREMIUMS.empty.action}
          onPress={() => void Taro.navigateTo({ url: ROUTES.inviteForm })}
        />
      }
    />
  )
}

interface RelativeCardProps {
  readonly relative: PayableRelative
  readonly pageWindow: Payable['window']
  readonly today: Day
  /** What the page says of them all, which is not said again. */
  readonly told: string | undefined
  /** Undefined: not chosen; empty: chosen, and the tier is still to be said. */
  readonly tier: string | undefined
  readonly onToggle: () => void
  readonly onTier: (tier: string) => void
}

function RelativeCard(props: RelativeCardProps) {
  const { relative, pageWindow, today, told, tier, onToggle, onTier } = props
  const { bindingId, tiers, refusal, state } = relative
  const name = insuredText(relative)
  const status = statusOf(relative)
  return (
    <Card>
      <View className='fs-premium__head'>
        <Text className='fs-premium__name'>{name}</Text>
        <StatusTag text={status.text} tone={status.tone} />
      </View>
      <View className='fs-premium__soft'>{relationText(relative.relation)}</View>
      {state === 'unpaid'
        ? tiers.map(({ tier: one, title, amountFen }) => (
            <View key={one} className='fs-premium__price'>
              <Text className='fs-premium__amount'>{PREMIUMS.amount(amountFen)}</Text>
              {tiers.length === 1 ? null : <Text className='fs-premium__soft'>{title}</Text>}
            </View>
          ))
        : null}
      {linesOf(relative, pageWindow, today).map((line) => (
        <View key={line} className='fs-premium__soft'>
          {line}
        </View>
      ))}
      {refusal === undefined || refusal.message === told ? null : (
        <View className='fs-premium__reason'>
          <View>{refusal.message}</View>
          {refusal.rule === undefined ? null : (
            <RuleFold rules={[refusal.rule]} open={PREMIUMS.rule} close={PREMIUMS.hideRule} />
          )}
        </View>
      )}
      {mayBeChosen(relative) ? (
        <SomeOf
          label={PREMIUMS.pick(name)}
          hideLabel
          choices={[{ value: bindingId as string, label: PREMIUMS.pick(name) }]}
          chosen={tier === undefined ? [] : [bindingId as string]}
          onChange={onToggle}
        />
      ) : null}
      {tier === undefined || tiers.length < 2 ? null : (
        <OneOf
          label={PREMIUMS.tier}
          choices={tiers.map((one) => ({
            value: one.tier,
            label: `${one.title} ${PREMIUMS.amount(one.amountFen)}`,
          }))}
          chosen={tier}
          onChoose={onTier}
        />
      )}
      {state === 'processing' ? (
        <Pressable
          className='fs-premium__link'
          onPress={() => void Taro.navigateTo({ url: ROUTES.premiumRecords })}
        >
          <Text>{PREMIUMS.seeRecords} ›</Text>
        </Pressable>
      ) : null}
    </Card>
  )
}

function ToCheck({
  premiumYear,
  selection,
}: {
  readonly premiumYear: number
  readonly selection: Selection
}) {
  const { items, total, left, problem } = selection
  const check = () =>
    void Taro.navigateTo({
      url: addressOf(ROUTES.premiumCheck, { year: String(premiumYear), items: itemsInAddress(items) }),
    })
  return (
    <BottomBar>
      {total === 0 ? null : (
        <View className='fs-premium__sum'>
          <View className='fs-premium__sum-total'>{PREMIUMS.chosen(items.length, total)}</View>
          {left === null || left < 0 ? null : <View className='fs-premium__soft'>{PREMIUMS.left(left)}</View>}
        </View>
      )}
      <PrimaryButton id='to-check' label={PREMIUMS.next} disabledReason={problem} onPress={check} />
    </BottomBar>
  )
}
