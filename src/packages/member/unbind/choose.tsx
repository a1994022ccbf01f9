import { View } from '@tarojs/components'
import { useState } from 'react'
import { UNBIND_REASONS } from '../../../../shared/rules/binding-changes'
import { regionWords } from '../../../../shared/rules/region-words'
import { addDays, dayOf } from '../../../../shared/values/day'
import { useNow } from '../../../cloud/now'
import type { Reading } from '../../../cloud/reading'
import type { WritingObstacle } from '../../../cloud/use-writing'
import { Card } from '../../../components/card'
import { OneOf, SomeOf } from '../../../components/choice-list'
import { DayChoice } from '../../../components/day-choice'
import { Notice } from '../../../components/notice'
import { Obstacle } from '../../../components/obstacle'
import { Page } from '../../../components/page'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { Steps } from '../../../components/steps'
import { UNBIND, UNBIND_REASON_LABELS } from '../../../copy/unbind'
import { accessible } from '../../../theme/accessible'
import './index.css'
import { type Candidates, chosenOf, isApplication, latestLastDay, stepsOf, type UnbindForm } from './model'

/** Where no end is agreed, nobody plans an unbinding further ahead. */
const LATEST_DAYS = 365

export interface ChoosePageProps {
  readonly candidates: Candidates
  readonly form: UnbindForm
  readonly preparing: boolean
  readonly obstacle: WritingObstacle | null
  readonly reading: Reading<unknown>
  readonly onChange: (changed: Partial<UnbindForm>) => void
  readonly onNext: () => void
}

/** Whose, why, and perhaps until when. */
export function ChoosePage(props: ChoosePageProps) {
  const { candidates, form, preparing, obstacle, reading, onChange, onNext } = props
  const today = dayOf(useNow())
  const [pressed, setPressed] = useState(false)
  const chosen = chosenOf(candidates, form)
  const withdrawing = candidates.rows.some(({ inReview }) => inReview)
  const applying = isApplication(candidates, chosen)
  const nobody = chosen.length === 0
  const days = applying ? UNBIND.application : UNBIND
  const next = () => {
    setPressed(true)
    if (!nobody && form.reason !== null) onNext()
  }
  const choices = candidates.rows.map(({ bindingId, name, relation }) => ({
    value: bindingId,
    label: name,
    note: relation,
  }))
  const problem = (text: string) => (
    <View className='fs-unbind__problem' {...accessible({ role: 'alert' })}>
      {text}
    </View>
  )
  return (
    <Page
      title={withdrawing ? UNBIND.withdrawTitle : applying ? UNBIND.application.title : UNBIND.title}
      reading={reading}
      bottom={
        <BottomBar>
          <PrimaryButton
            id='unbind-next'
            label={preparing ? UNBIND.preparing : UNBIND.next}
            loading={preparing}
            onPress={next}
          />
        </BottomBar>
      }
    >
      <Steps names={stepsOf({ proofs: applying })} current={0} />
      <View>
        {applying ? <Notice text={UNBIND.application.told(regionNameOf(candidates, chosen))} /> : null}
      </View>
      <Card title={UNBIND.who}>
        <View className='fs-unbind__hint'>
          {candidates.severalAtOnce ? UNBIND.leadGiven : UNBIND.leadReceived}
        </View>
        {candidates.severalAtOnce ? (
          <SomeOf
            label={UNBIND.who}
            hideLabel
            choices={choices}
            chosen={chosen.map(({ bindingId }) => bindingId)}
            onChange={(values) => onChange({ chosen: values })}
          />
        ) : (
          <OneOf
            label={UNBIND.who}
            hideLabel
            choices={choices}
            chosen={chosen[0]?.bindingId ?? null}
            onChoose={(value) => onChange({ chosen: [value] })}
          />
        )}
        <View>{pressed && nobody ? problem(UNBIND.whoMissing) : null}</View>
      </Card>
      <Card title={UNBIND.reason}>
        <View className='fs-unbind__hint'>
          {applying ? UNBIND.application.reasonHint : UNBIND.reasonHint}
        </View>
        <OneOf
          label={UNBIND.reason}
          hideLabel
          inPairs
          choices={UNBIND_REASONS.map((reason) => ({ value: reason, label: UNBIND_REASON_LABELS[reason] }))}
          chosen={form.reason}
          onChoose={(reason) => onChange({ reason })}
        />
        <View>{pressed && form.reason === null ? problem(UNBIND.reasonMissing) : null}</View>
      </Card>
      {withdrawing ? null : (
        <Card>
          <DayChoice
            id='unbind-last-day'
            label={days.lastDay}
            hint={days.lastDayHint}
            value={form.lastDay}
            whenEmpty={applying ? UNBIND.application.lastDayOpen : UNBIND.lastDayToday}
            first={today}
            last={latestLastDay(chosen) ?? addDays(today, LATEST_DAYS)}
            clearLabel={days.lastDayClear}
            onChange={(lastDay) => onChange({ lastDay })}
          />
        </Card>
      )}
      <View>
        <Obstacle obstacle={obstacle} onRetry={onNext} />
      </View>
    </Page>
  )
}

/** Of the first that has to be applied for: chosen together are only those of one region. */
function regionNameOf({ rows }: Candidates, chosen: ReturnType<typeof chosenOf>): string {
  const [first] = [...chosen, ...rows].filter(({ reviewed }) => reviewed)
  return regionWords(first?.regionCode ?? '').name
}
