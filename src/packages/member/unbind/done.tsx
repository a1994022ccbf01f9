import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { ValueFor } from '../../../cloud/call'
import { useNow } from '../../../cloud/now'
import { Card } from '../../../components/card'
import { Page } from '../../../components/page'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { timeLeft } from '../../../components/share-invitation/time-left'
import { type Undoing, UndoUnbindDialog } from '../../../components/undo-unbind'
import { countdownText, UNBIND, UNDO_UNBIND } from '../../../copy/unbind'
import { ROUTES } from '../../../routes'
import './index.css'

export interface Ended {
  readonly names: string
  readonly bindings: ValueFor<'bindings', 'unbind'>
}

const toFamily = () => void Taro.switchTab({ url: ROUTES.family })

/** What was done, how long it still holds, and the way back. */
export function DonePage({ ended }: { readonly ended: Ended }) {
  const now = useNow()
  const [undoing, setUndoing] = useState<Undoing | null>(null)
  const { names, bindings } = ended
  const [first] = bindings
  const applied = first?.state === 'in-review'
  const ending = first?.state === 'ending' && first.lastDay !== undefined && first.endsAt !== undefined
  return (
    <Page
      title={applied ? UNBIND.application.doneTitle : ending ? UNBIND.doneTitle : UNBIND.overTitle}
      bottom={
        <BottomBar>
          <PrimaryButton id='unbind-done' label={UNBIND.toFamily} onPress={toFamily} />
        </BottomBar>
      }
      floating={<UndoUnbindDialog undoing={undoing} onClose={() => setUndoing(null)} onDone={toFamily} />}
    >
      <Card kind='jade'>
        {ending ? (
          <>
            <View className='fs-unbind__countdown'>{countdownText(timeLeft(first.endsAt ?? '', now))}</View>
            <View>{UNBIND.doneText(names, first.lastDay ?? '')}</View>
          </>
        ) : (
          <View>{applied ? UNBIND.application.doneText(names) : UNBIND.overText(names)}</View>
        )}
        <View className='fs-unbind__line'>{UNBIND.told}</View>
      </Card>
      {applied ? (
        <Card title={UNBIND.undoTitle}>
          <View>{UNBIND.application.undo}</View>
        </Card>
      ) : null}
      {!ending ? null : (
        <Card title={UNBIND.undoTitle}>
          <View className='fs-unbind__after'>{UNBIND.undoUntil(first.endsAt ?? '')}</View>
          <PrimaryButton
            id='undo-unbind'
            kind='quiet'
            label={UNDO_UNBIND.action}
            onPress={() => setUndoing({ bindingIds: bindings.map((one) => one.bindingId), name: names })}
          />
        </Card>
      )}
    </Page>
  )
}
