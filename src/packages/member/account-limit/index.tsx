import Taro from '@tarojs/taro'
import { useState } from 'react'
import { yuanText } from '../../../../shared/copy'
import { fen } from '../../../../shared/values/fen'
import { call } from '../../../cloud/call'
import { readMe } from '../../../cloud/me'
import { both } from '../../../cloud/outcome'
import { useReading } from '../../../cloud/use-reading'
import { useWriting } from '../../../cloud/use-writing'
import { Card } from '../../../components/card'
import { ConfirmDialog } from '../../../components/confirm-dialog'
import { FieldRow } from '../../../components/field-row'
import { Notice } from '../../../components/notice'
import { Obstacle } from '../../../components/obstacle'
import { goBack, Page } from '../../../components/page'
import { Points } from '../../../components/points'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import { TextField } from '../../../components/text-field'
import { ACCOUNT_LIMIT } from '../../../copy/together'
import { fenFromYuan } from '../../../copy/yuan'
import { limitProblem } from './model'

/** How much of her account all relatives may use together, where the region has its policyholders set it. */
export default function AccountLimitPage() {
  const { reading, reload } = useReading('account-limit', async () =>
    both(...(await Promise.all([call('bindings', 'list', {}), readMe()]))),
  )
  if (reading.phase !== 'ready') {
    return (
      <Page title={ACCOUNT_LIMIT.title}>
        <ReadingView reading={reading} onRetry={() => void reload()}>
          {() => null}
        </ReadingView>
      </Page>
    )
  }
  const { accountLimit } = reading.value.first
  if (accountLimit === undefined) {
    return (
      <Page title={ACCOUNT_LIMIT.title} reading={reading}>
        <Notice kind='attention' text={ACCOUNT_LIMIT.notHere}>
          <PrimaryButton kind='quiet' label={ACCOUNT_LIMIT.toFamily} onPress={goBack} />
        </Notice>
      </Page>
    )
  }
  return (
    <AccountLimit
      limitFen={accountLimit.limitFen ?? null}
      balanceFen={reading.value.second.account?.balanceFen ?? null}
      onRefused={() => void reload()}
    />
  )
}

interface AccountLimitProps {
  readonly limitFen: number | null
  /** Null where the insurer gives no answer. */
  readonly balanceFen: number | null
  readonly onRefused: () => void
}

function AccountLimit({ limitFen, balanceFen, onRefused }: AccountLimitProps) {
  const [typed, setTyped] = useState('')
  const [removing, setRemoving] = useState(false)
  const setting = useWriting('bindings', 'set-account-limit')
  const problem = limitProblem(typed, limitFen)
  const set = async (wished: number | null, done: string) => {
    const outcome = await setting.send({ limitFen: wished })
    // Set on another phone meanwhile, or the last sharing is over: what stands here has changed as well.
    if (outcome?.kind === 'refused') onRefused()
    if (outcome?.kind !== 'value') return
    void Taro.showToast({ title: done, icon: 'none' })
    goBack()
  }
  const save = () => {
    if (problem === null) void set(fenFromYuan(typed), ACCOUNT_LIMIT.saved)
  }
  const close = () => {
    setting.clear()
    setRemoving(false)
  }
  return (
    <Page
      title={ACCOUNT_LIMIT.title}
      lead={ACCOUNT_LIMIT.lead}
      bottom={
        <BottomBar>
          <PrimaryButton
            id='account-limit-save'
            label={setting.sending ? ACCOUNT_LIMIT.saving : ACCOUNT_LIMIT.save}
            loading={setting.sending && !removing}
            disabledReason={problem}
            onPress={save}
          />
          {limitFen === null ? null : (
            <PrimaryButton
              id='account-limit-remove'
              kind='quiet'
              label={ACCOUNT_LIMIT.remove}
              onPress={() => setRemoving(true)}
            />
          )}
        </BottomBar>
      }
      floating={
        <ConfirmDialog
          open={removing}
          title={ACCOUNT_LIMIT.removeTitle}
          text={ACCOUNT_LIMIT.removeText}
          confirmLabel={ACCOUNT_LIMIT.remove}
          loading={setting.sending}
          onConfirm={() => void set(null, ACCOUNT_LIMIT.removed)}
          onCancel={close}
        >
          <Obstacle obstacle={setting.obstacle} />
        </ConfirmDialog>
      }
    >
      <Card>
        <FieldRow
          label={ACCOUNT_LIMIT.now}
          value={limitFen === null ? ACCOUNT_LIMIT.noLimit : yuanText(fen(limitFen))}
        />
        {balanceFen === null ? null : (
          <FieldRow label={ACCOUNT_LIMIT.balance} value={yuanText(fen(balanceFen))} />
        )}
      </Card>
      <Card>
        <TextField
          id='account-limit'
          label={ACCOUNT_LIMIT.label}
          hint={ACCOUNT_LIMIT.hint}
          placeholder={ACCOUNT_LIMIT.placeholder}
          value={typed}
          type='digit'
          maxLength={12}
          problem={typed.trim() === '' ? null : problem}
          onChange={(text) => {
            setting.clear()
            setTyped(text)
          }}
        />
      </Card>
      <Obstacle obstacle={removing ? null : setting.obstacle} onRetry={save} />
      <Card title={ACCOUNT_LIMIT.effectTitle}>
        <Points lines={ACCOUNT_LIMIT.effects} />
      </Card>
    </Page>
  )
}
