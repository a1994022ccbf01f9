import Taro from '@tarojs/taro'
import { useWriting } from '../../../cloud/use-writing'
import { ConfirmDialog } from '../../../components/confirm-dialog'
import { Obstacle } from '../../../components/obstacle'
import { PAUSE } from '../../../copy/change'
import type { BindingDetail } from './model'

export interface SwitchDialogProps {
  readonly binding: BindingDetail | null
  readonly action: 'pause' | 'resume' | null
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Stops the money, or lets it flow again: it holds at once, so it is asked about first. */
export function SwitchDialog({ binding, action, onClose, onDone }: SwitchDialogProps) {
  const pause = useWriting('bindings', 'pause')
  const resume = useWriting('bindings', 'resume')
  const writing = action === 'resume' ? resume : pause
  const words = PAUSE[action ?? 'pause']
  const name = binding?.counterpart.name ?? ''
  const close = () => {
    pause.clear()
    resume.clear()
    onClose()
  }
  const confirm = async () => {
    if (binding === null) return
    const outcome = await writing.send({ bindingId: binding.bindingId })
    if (outcome?.kind === 'refused') onDone()
    if (outcome?.kind !== 'value') return
    close()
    onDone()
    void Taro.showToast({ title: words.done, icon: 'none' })
  }
  return (
    <ConfirmDialog
      open={action !== null && binding !== null}
      kind={action === 'pause' ? 'attention' : 'primary'}
      title={words.title(name)}
      text={words.text(name)}
      confirmLabel={words.confirm}
      loading={writing.sending}
      onConfirm={() => void confirm()}
      onCancel={close}
    >
      <Obstacle obstacle={writing.obstacle} onRetry={() => void confirm()} />
    </ConfirmDialog>
  )
}
