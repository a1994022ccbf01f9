import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../../cloud/call'
import { useReading } from '../../../cloud/use-reading'
import { useWriting } from '../../../cloud/use-writing'
import type { ValueFor } from '../../../cloud/writes'
import { Card } from '../../../components/card'
import { ConfirmDialog } from '../../../components/confirm-dialog'
import { Obstacle } from '../../../components/obstacle'
import { Page } from '../../../components/page'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import { VerifyMyself } from '../../../components/verify-myself'
import { CLOSE } from '../../../copy/records'
import { ROUTES } from '../../../routes'
import '../records.css'

type Withdrawal = ValueFor<'records', 'prepare-withdraw'>

/** What a withdrawal does, her own verification, one last question, and that it is done. */
export default function CloseAccountPage() {
  const [token, setToken] = useState<string | null>(null)
  const [eraseFrom, setEraseFrom] = useState<string | null>(null)
  const withdrawing = useWriting('records', 'withdraw')
  const { reading, reload } = useReading(eraseFrom === null ? 'prepare-withdraw' : null, () =>
    call('records', 'prepare-withdraw', {}),
  )
  const withdraw = async () => {
    if (token === null) return
    const outcome = await withdrawing.send({ verificationToken: token })
    if (outcome === null) return
    // A verification serves once; after a refusal she shows herself anew.
    if (outcome.kind !== 'value') {
      if (outcome.kind === 'refused') setToken(null)
      return
    }
    setToken(null)
    setEraseFrom(outcome.value.eraseFrom)
  }
  if (eraseFrom !== null) return <Done eraseFrom={eraseFrom} />
  return (
    <Page
      title={CLOSE.title}
      lead={CLOSE.lead}
      reading={reading}
      asksPersonalData
      floating={
        <ConfirmDialog
          open={token !== null}
          title={CLOSE.confirm.title}
          text={CLOSE.confirm.text}
          confirmLabel={CLOSE.confirm.yes}
          kind='attention'
          loading={withdrawing.sending}
          onConfirm={() => void withdraw()}
          onCancel={() => setToken(null)}
        >
          <Obstacle obstacle={withdrawing.obstacle} />
        </ConfirmDialog>
      }
    >
      <ReadingView reading={reading} onRetry={() => void reload()}>
        {(value) => (
          <>
            <WhatHappens withdrawal={value} />
            {token === null ? <Obstacle obstacle={withdrawing.obstacle} /> : null}
            <VerifyMyself why={CLOSE.why} onToken={setToken} />
          </>
        )}
      </ReadingView>
    </Page>
  )
}

function WhatHappens({ withdrawal }: { readonly withdrawal: Withdrawal }) {
  const { bindings, invitations, letters, lettersKeptUntil, eraseFrom } = withdrawal
  return (
    <>
      <Card title={CLOSE.ends}>
        {bindings.length === 0 ? <View className='fs-records__line'>{CLOSE.noBindings}</View> : null}
        {bindings.map(({ bindingId, side, counterpart, lastDay }) => (
          <View key={bindingId} className='fs-records__line'>
            {CLOSE.ending(counterpart.name, side, lastDay)}
          </View>
        ))}
        {bindings.length === 0 ? null : <View className='fs-records__text'>{CLOSE.told}</View>}
        {invitations === 0 ? null : <View>{CLOSE.invitations(invitations)}</View>}
      </Card>
      <Card title={CLOSE.keepTitle}>
        <View className='fs-records__line'>
          {lettersKeptUntil === undefined ? CLOSE.keepNone : CLOSE.keep(letters, lettersKeptUntil)}
        </View>
        <View>{CLOSE.keepMoney}</View>
      </Card>
      <Card title={CLOSE.gone}>
        <View className='fs-records__line'>{CLOSE.goneText(eraseFrom)}</View>
        <View>{CLOSE.back(eraseFrom)}</View>
      </Card>
    </>
  )
}

function Done({ eraseFrom }: { readonly eraseFrom: string }) {
  return (
    <Page
      title={CLOSE.done.title}
      lead={CLOSE.done.text(eraseFrom)}
      bottom={
        <BottomBar>
          <PrimaryButton
            id='done'
            label={CLOSE.done.button}
            onPress={() => void Taro.reLaunch({ url: ROUTES.home })}
          />
        </BottomBar>
      }
    />
  )
}
