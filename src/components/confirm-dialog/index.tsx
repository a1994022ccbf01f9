import Popup from '@taroify/core/popup'
import { View } from '@tarojs/components'
import '@taroify/core/popup/style'
import type { PropsWithChildren } from 'react'
import { CONFIRM } from '../../copy/app'
import { accessible } from '../../theme/accessible'
import { PrimaryButton } from '../primary-button'
import './index.css'

export interface ConfirmDialogProps {
  readonly open: boolean
  readonly title: string
  /** What happens, and whether it can be taken back. */
  readonly text: string
  readonly confirmLabel: string
  readonly cancelLabel?: string
  /** `attention` where something is taken away. */
  readonly kind?: 'primary' | 'attention'
  readonly loading?: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** Asks before a step that cannot simply be done again. Children stand between the text and the buttons. */
export function ConfirmDialog(props: PropsWithChildren<ConfirmDialogProps>) {
  const { open, title, text, confirmLabel, cancelLabel = CONFIRM.cancel, kind = 'primary', loading } = props
  return (
    <Popup className='fs-confirm' open={open} placement='bottom' rounded onClose={props.onCancel}>
      {open ? (
        <View className='fs-confirm__body' {...accessible({ role: 'dialog', label: title })}>
          <View className='fs-confirm__title' {...accessible({ role: 'heading', level: 2 })}>
            {title}
          </View>
          <View className='fs-confirm__text'>{text}</View>
          {props.children}
          <View className='fs-confirm__buttons'>
            <PrimaryButton
              id='confirm'
              label={confirmLabel}
              kind={kind}
              loading={loading}
              onPress={props.onConfirm}
            />
            <PrimaryButton label={cancelLabel} kind='quiet' onPress={props.onCancel} />
          </View>
        </View>
      ) : null}
    </Popup>
  )
}
