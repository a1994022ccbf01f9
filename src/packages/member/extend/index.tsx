import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { addDays, dayOf } from '../../../../shared/values/day'
import { call } from '../../../cloud/call'
import { useNow } from '../../../cloud/now'
import { useReading } from '../../../cloud/use-reading'
import { useWriting } from '../../../cloud/use-writing'
import { Card } from '../../../components/card'
import { OneOf } from '../../../components/choice-list'
import { DayChoice } from '../../../components/day-choice'
import { FieldRow } from '../../../components/field-row'
import { Notice } from '../../../components/notice'
import { Obstacle } from '../../../components/obstacle'
import { goBack, Page } from '../../../components/page'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import { dayText } from '../../../copy/app'
import { CHANGE, EXTEND } from '../../../copy/change'
import type { BindingDetail } from '../detail/model'
import './index.css'
import { type ExtendForm, firstLaterDay, proposedIn, whyNot } from './model'

const LATEST_DAYS = 365 * 30

/** A later end, or none: one side proposes it here, the other answers on the binding's own page. */
export default function ExtendPage() {
  const { bindingId = '' } = useRouter().params
  const { reading, reload } = useReading<BindingDetail>(`binding:${bindingId}`, () =>
    call('bindings', 'get', { bindingId }),
  )
  const [sent, setSent] = useState<{ readonly endDay: string | null; readonly agreed: boolean } | null>(null)
  const back = <PrimaryButton id='extend-back' label={CHANGE.toDetail} onPress={goBack} />
  if (sent !== null) {
    const { endDay, agreed } = sent
    return (
      <Page title={agreed ? EXTEND.agreedTitle : EXTEND.askedTitle} bottom={<BottomBar>{back}</BottomBar>}>
        <Card kind='jade'>
          <View>{agreed ? EXTEND.agreedText(endDay) : EXTEND.askedText(endDay)}</View>
        </Card>
      </Page>
    )
  }
  if (reading.phase !== 'ready') {
    return (
      <Page title={EXTEND.title}>
        <ReadingView reading={reading} onRetry={() => void reload()}>
          {() => null}
        </ReadingView>
      </Page>
    )
  }
  const why = whyNot(reading.value)
  if (why !== null) {
    return (
      <Page title={EXTEND.title} reading={reading}>
        <Notice kind='attention' text={why}>
          {back}
        </Notice>
      </Page>
    )
  }
  return <Proposing binding={reading.value} onSent={setSent} />
}

interface ProposingProps {
  readonly binding: BindingDetail
  readonly onSent: (sent: { readonly endDay: string | null; readonly agreed: boolean }) => void
}

function Proposing({ binding, onSent }: ProposingProps) {
  const now = useNow()
  const [form, setForm] = useState<ExtendForm>({ how: null, endDay: '' })
  const proposing = useWriting('bindings', 'propose-end-day')
  const proposed = proposedIn(form)
  const send = async () => {
    if ('missing' in proposed) return
    const { endDay } = proposed
    const outcome = await proposing.send({ bindingId: binding.bindingId, endDay })
    if (outcome?.kind === 'value') onSent({ endDay, agreed: outcome.value.agreed })
  }
  return (
    <Page
      title={EXTEND.title}
      lead={EXTEND.lead}
      bottom={
        <BottomBar>
          <PrimaryButton
            id='extend-send'
            label={proposing.sending ? EXTEND.sending : EXTEND.send}
            loading={proposing.sending}
            disabledReason={'missing' in proposed ? proposed.missing : null}
            onPress={() => void send()}
          />
        </BottomBar>
      }
    >
      <Card>
        <FieldRow label={EXTEND.now} value={dayText(binding.lastDay ?? '')} />
      </Card>
      <Card title={EXTEND.how}>
        <OneOf
          label={EXTEND.how}
          hideLabel
          choices={[
            { value: 'day', label: EXTEND.day },
            { value: 'open', label: EXTEND.open, note: EXTEND.openNote },
          ]}
          chosen={form.how}
          onChoose={(how) => setForm({ ...form, how })}
        />
        <View>
          {form.how !== 'day' ? null : (
            <DayChoice
              id='extend-day'
              label={EXTEND.dayLabel}
              value={form.endDay}
              whenEmpty={EXTEND.dayEmpty}
              first={firstLaterDay(binding, now)}
              last={addDays(dayOf(now), LATEST_DAYS)}
              clearLabel={EXTEND.dayClear}
              onChange={(endDay) => setForm({ ...form, endDay })}
            />
          )}
        </View>
      </Card>
      <View className='fs-extend__earlier'>{EXTEND.earlier}</View>
      <Obstacle obstacle={proposing.obstacle} onRetry={() => void send()} />
    </Page>
  )
}
