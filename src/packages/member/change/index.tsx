import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { mayChange } from '../../../../shared/rules/binding-changes'
import { USES } from '../../../../shared/values/relation'
import { call } from '../../../cloud/call'
import { useReading } from '../../../cloud/use-reading'
import { useWriting } from '../../../cloud/use-writing'
import { Card } from '../../../components/card'
import { SomeOf } from '../../../components/choice-list'
import { Notice } from '../../../components/notice'
import { Obstacle } from '../../../components/obstacle'
import { goBack, Page } from '../../../components/page'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import { TextField } from '../../../components/text-field'
import { CHANGE } from '../../../copy/change'
import { USE_CHOICES } from '../../../copy/invite'
import { accessible } from '../../../theme/accessible'
import type { BindingDetail } from '../detail/model'
import './index.css'
import { isInOrder, type LimitsForm, limitsAtFirst, limitsInput, problemsOf, usesToChoose } from './model'

/** What it may be used for, and how much: the policyholder sets it, and it holds at once. */
export default function ChangePage() {
  const { bindingId = '' } = useRouter().params
  const { reading, reload } = useReading<BindingDetail>(`binding:${bindingId}`, () =>
    call('bindings', 'get', { bindingId }),
  )
  if (reading.phase !== 'ready') {
    return (
      <Page title={CHANGE.title}>
        <ReadingView reading={reading} onRetry={() => void reload()}>
          {() => null}
        </ReadingView>
      </Page>
    )
  }
  const binding = reading.value
  if (mayChange('set-limits', binding.state, binding.side) !== 'yes') {
    return (
      <Page title={CHANGE.title} reading={reading}>
        <Notice kind='attention' text={CHANGE.notYours}>
          <PrimaryButton kind='quiet' label={CHANGE.toDetail} onPress={goBack} />
        </Notice>
      </Page>
    )
  }
  return <Limits binding={binding} />
}

function Limits({ binding }: { readonly binding: BindingDetail }) {
  const [form, setForm] = useState(() => limitsAtFirst(binding))
  const setting = useWriting('bindings', 'set-limits')
  const problems = problemsOf(form)
  const input = limitsInput(binding, form)
  const change = (changed: Partial<LimitsForm>) => {
    setting.clear()
    setForm({ ...form, ...changed })
  }
  const save = async () => {
    if (input === null || !isInOrder(problems)) return
    const outcome = await setting.send(input)
    if (outcome?.kind !== 'value') return
    void Taro.showToast({ title: CHANGE.saved, icon: 'none' })
    goBack()
  }
  return (
    <Page
      title={CHANGE.title}
      lead={CHANGE.lead(binding.counterpart.name)}
      bottom={
        <BottomBar>
          <PrimaryButton
            id='limits-save'
            label={setting.sending ? CHANGE.saving : CHANGE.save}
            loading={setting.sending}
            disabledReason={input === null ? CHANGE.nothing : null}
            onPress={() => void save()}
          />
        </BottomBar>
      }
    >
      <Card title={CHANGE.uses}>
        <View className='fs-change__hint'>{CHANGE.usesHint}</View>
        <SomeOf
          label={CHANGE.uses}
          hideLabel
          choices={usesToChoose(binding).map((use) => ({
            value: use,
            label: USE_CHOICES[use].label,
            note: USE_CHOICES[use].hint,
          }))}
          chosen={form.uses}
          onChange={(uses) => change({ uses: USES.filter((use) => uses.includes(use)) })}
        />
        <View>
          {problems.uses === null ? null : (
            <View className='fs-change__problem' {...accessible({ role: 'alert' })}>
              {problems.uses}
            </View>
          )}
        </View>
      </Card>
      <Card>
        <TextField
          id='limits-monthly'
          label={CHANGE.monthly}
          hint={CHANGE.limitHint}
          placeholder={CHANGE.limitPlaceholder}
          value={form.monthlyYuan}
          type='digit'
          maxLength={12}
          problem={problems.monthlyYuan}
          onChange={(monthlyYuan) => change({ monthlyYuan })}
        />
        <TextField
          id='limits-per-settlement'
          label={CHANGE.perSettlement}
          hint={CHANGE.limitHint}
          placeholder={CHANGE.limitPlaceholder}
          value={form.perSettlementYuan}
          type='digit'
          maxLength={12}
          problem={problems.perSettlementYuan}
          onChange={(perSettlementYuan) => change({ perSettlementYuan })}
        />
      </Card>
      <Obstacle obstacle={setting.obstacle} onRetry={() => void save()} />
    </Page>
  )
}
