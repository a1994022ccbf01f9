import Taro from '@tarojs/taro'
import { useWriting } from '../../cloud/use-writing'
import { ConfirmDialog } from '../../components/confirm-dialog'
import { Obstacle } from '../../components/obstacle'
import { FAMILY } from '../../copy/family'
import { addressOf, ROUTES } from '../../routes'

/** A step that is asked about before it is done. */
export interface Asked {
  readonly action: 'revoke' | 'resend'
  readonly invitationId: string
  readonly name: string
}

export interface InvitationDialogsProps {
  readonly asked: Asked | null
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Revoking and sending anew: both make the old invitation worthless at once, so both ask first. */
export function InvitationDialogs({ asked, onClose, onDone }: InvitationDialogsProps) {
  const revoke = useWriting('invitations', 'revoke')
  const resend = useWriting('invitations', 'resend')

  const close = () => {
    revoke.clear()
    resend.clear()
    onClose()
  }
  const confirmRevoke = async ({ invitationId }: Asked) => {
    const outcome = await revoke.send({ invitationId })
    if (outcome?.kind !== 'value') return
    close()
    onDone()
    void Taro.showToast({ title: FAMILY.revoked, icon: 'none' })
  }
  const confirmResend = async ({ invitationId }: Asked) => {
    const outcome = await resend.send({ invitationId })
    if (outcome?.kind !== 'value') return
    close()
    void Taro.navigateTo({ url: addressOf(ROUTES.inviteShare, { invitationId }) })
  }

  return (
    <>
      <ConfirmDialog
        open={asked?.action === 'revoke'}
        kind='attention'
        title={FAMILY.revokeDialog.title(asked?.name ?? '')}
        text={FAMILY.revokeDialog.text}
        confirmLabel={FAMILY.revokeDialog.confirm}
        cancelLabel={FAMILY.revokeDialog.cancel}
        loading={revoke.sending}
        onConfirm={() => void (asked === null ? null : confirmRevoke(asked))}
        onCancel={close}
      >
        <Obstacle obstacle={revoke.obstacle} />
      </ConfirmDialog>
      <ConfirmDialog
        open={asked?.action === 'resend'}
        title={FAMILY.resendDialog.title}
        text={FAMILY.resendDialog.text}
        confirmLabel={FAMILY.resendDialog.confirm}
        loading={resend.sending}
        onConfirm={() => void (asked === null ? null : confirmResend(asked))}
        onCancel={close}
      >
        <Obstacle obstacle={resend.obstacle} />
      </ConfirmDialog>
    </>
  )
}
