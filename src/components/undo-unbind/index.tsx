import Taro from '@tarojs/taro'
import type { ValueFor } from '../../cloud/call'
import { useWriting } from '../../cloud/use-writing'
import { UNDO_UNBIND } from '../../copy/unbind'
import { ConfirmDialog } from '../confirm-dialog'
import { Obstacle } from '../obstacle'

export interface Undoing {
  readonly bindingIds: ValueFor<'bindings', 'undo-unbind'>[number]['bindingId'][]
  /** With whom the sharing goes on. */
  readonly name: string
}

export interface UndoUnbindDialogProps {
  /** What is asked about; null while nothing is. */
  readonly undoing: Undoing | null
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Takes an unbinding back: the money can be used again, so it is asked about first. */
export function UndoUnbindDialog({ undoing, onClose, onDone }: UndoUnbindDialogProps) {
  const undo = useWriting('bindings', 'undo-unbind')
  const close = () => {
    undo.clear()
    onClose()
  }
  const confirm = async () => {
    if (undoing === null) return
    const outcome = await undo.send({ bindingIds: undoing.bindingIds })
    // Refused at midnight: what stands behind the dialog has changed as well.
    if (outcome?.kind === 'refused') onDone()
    if (outcome?.kind !== 'value') return
    close()
    onDone()
    void Taro.showToast({ title: UNDO_UNBIND.done, icon: 'none' })
  }
  return (
    <ConfirmDialog
      open={undoing !== null}
      title={UNDO_UNBIND.title(undoing?.name ?? '')}
      text={UNDO_UNBIND.text}
      confirmLabel={UNDO_UNBIND.confirm}
      cancelLabel={UNDO_UNBIND.cancel}
      loading={undo.sending}
      onConfirm={() => void confirm()}
      onCancel={close}
    >
      <Obstacle obstacle={undo.obstacle} onRetry={() => void confirm()} />
    </ConfirmDialog>
  )
}
