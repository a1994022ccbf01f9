import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../../cloud/call'
import type { Outcome } from '../../../cloud/outcome'
import type { ValueFor } from '../../../cloud/writes'
import { Card } from '../../../components/card'
import { OneOf } from '../../../components/choice-list'
import { FieldRow } from '../../../components/field-row'
import { Obstacle } from '../../../components/obstacle'
import { Page } from '../../../components/page'
import { Pressable } from '../../../components/pressable'
import { PrimaryButton } from '../../../components/primary-button'
import { TextField } from '../../../components/text-field'
import { balanceText } from '../../../copy/app'
import { SETTLEMENT_PREVIEW, sourceText } from '../../../copy/settlement'
import { fenFromYuan } from '../../../copy/yuan'
import '../settlement.css'

type Place = 'hospital' | 'pharmacy'
type Shown = ValueFor<'settlements', 'preview'>

const PLACES = (['hospital', 'pharmacy'] as const).map((value) => ({
  value,
  label: SETTLEMENT_PREVIEW.places[value],
}))

/** What a bill of hers would be paid from, before she goes. Nothing is paid and nothing is kept. */
export default function SettlementPreviewPage() {
  const [place, setPlace] = useState<Place>('hospital')
  const [amount, setAmount] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const [shown, setShown] = useState<{ readonly outcome: Outcome<Shown>; readonly amountFen: number } | null>(
    null,
  )

  const look = async () => {
    const amountFen = fenFromYuan(amount)
    setProblem(amountFen === null ? SETTLEMENT_PREVIEW.amountProblem : null)
    if (amountFen === null) return
    setAsking(true)
    const outcome = await call('settlements', 'preview', { at: place, amountFen })
    setAsking(false)
    setShown({ outcome, amountFen })
  }
  const change = (work: () => void) => {
    work()
    setShown(null)
  }
  return (
    <Page title={SETTLEMENT_PREVIEW.title} lead={SETTLEMENT_PREVIEW.lead}>
      <OneOf
        label={SETTLEMENT_PREVIEW.where}
        choices={PLACES}
        inPairs
        chosen={place}
        onChoose={(next) => change(() => setPlace(next))}
      />
      <TextField
        id='amount'
        label={SETTLEMENT_PREVIEW.amount}
        hint={SETTLEMENT_PREVIEW.amountHint}
        type='digit'
        maxLength={12}
        value={amount}
        problem={problem}
        onChange={(next) => change(() => setAmount(next))}
      />
      <PrimaryButton id='look' label={SETTLEMENT_PREVIEW.look} loading={asking} onPress={() => void look()} />
      {shown === null ? null : <Result {...shown} onRetry={() => void look()} />}
    </Page>
  )
}

interface ResultProps {
  readonly outcome: Outcome<Shown>
  readonly amountFen: number
  readonly onRetry: () => void
}

function Result({ outcome, amountFen, onRetry }: ResultProps) {
  const [open, setOpen] = useState(false)
  if (outcome.kind !== 'value') {
    return (
      <View className='settlement__result'>
        <Obstacle obstacle={outcome} doing='reading' onRetry={onRetry} />
      </View>
    )
  }
  const { lines, reasons, remarks, rules } = outcome.value
  return (
    <View className='settlement__result'>
      <Card title={SETTLEMENT_PREVIEW.result(amountFen)}>
        {lines.map((line) => (
          <FieldRow
            key={`${line.from}${line.bindingId ?? ''}`}
            label={sourceText(line.from, line.policyholder?.name)}
            value={balanceText(line.amountFen)}
          />
        ))}
      </Card>
      <Card title={SETTLEMENT_PREVIEW.why}>
        {reasons.map((reason) => (
          <View key={reason} className='settlement__reason'>
            {reason}
          </View>
        ))}
        {remarks.length + rules.length === 0 ? null : (
          <Pressable className='settlement__turn' onPress={() => setOpen(!open)}>
            <Text>{open ? SETTLEMENT_PREVIEW.close : SETTLEMENT_PREVIEW.open}</Text>
          </Pressable>
        )}
        {(open ? remarks : []).map((remark) => (
          <View key={remark} className='settlement__source'>
            {remark}
          </View>
        ))}
        {(open ? rules : []).map(({ parameter, source }) => (
          <View
            key={parameter}
            className='settlement__source'
          >{`${SETTLEMENT_PREVIEW.basis}：${source}`}</View>
        ))}
      </Card>
      <View className='settlement__source'>{SETTLEMENT_PREVIEW.note}</View>
    </View>
  )
}
