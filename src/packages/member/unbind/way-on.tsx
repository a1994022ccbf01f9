import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { WritingObstacle } from '../../../cloud/use-writing'
import { Notice } from '../../../components/notice'
import { Obstacle } from '../../../components/obstacle'
import { PrimaryButton } from '../../../components/primary-button'
import { UNBIND } from '../../../copy/unbind'
import { ROUTES } from '../../../routes'
import type { wayOnAfter } from './model'

export interface WayOnProps {
  readonly wayOn: ReturnType<typeof wayOnAfter>
  readonly obstacle: WritingObstacle | null
  readonly onConfirm: () => void
  readonly onReadAgain: () => void
}

/** What stood in the way of the last tap, with what helps. */
export function WayOn({ wayOn, obstacle, onConfirm, onReadAgain }: WayOnProps) {
  return (
    <View>
      {wayOn === 'read-again' ? (
        <Notice kind='attention' title={UNBIND.changedTitle} text={UNBIND.changedText}>
          <PrimaryButton id='unbind-read-again' label={UNBIND.readAgain} onPress={onReadAgain} />
        </Notice>
      ) : wayOn === 'look' ? (
        <Notice kind='attention' text={UNBIND.elsewhere}>
          <PrimaryButton
            label={UNBIND.toFamily}
            onPress={() => void Taro.switchTab({ url: ROUTES.family })}
          />
        </Notice>
      ) : (
        <Obstacle obstacle={obstacle} onRetry={onConfirm} />
      )}
    </View>
  )
}
