import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import type { ValueFor } from '../../../cloud/call'
import { useWriting } from '../../../cloud/use-writing'
import { Card } from '../../../components/card'
import { Obstacle } from '../../../components/obstacle'
import { Page } from '../../../components/page'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { SIGN_COPY } from '../../../copy/invite'

export interface AddChildProps {
  readonly invitationId: string
  readonly who: string
  /** She has just signed the second letter here: then nothing more is asked. */
  readonly atOnce: boolean
  readonly onJoined: (joined: ValueFor<'invitations', 'accept-for-child'>) => void
}

/** Both letters are signed. The child is added at once; who comes back later to an unfinished one presses a button. */
export function AddChild({ invitationId, who, atOnce, onJoined }: AddChildProps) {
  const { send, sending, obstacle } = useWriting('invitations', 'accept-for-child')
  const add = async () => {
    const outcome = await send({ invitationId })
    if (outcome?.kind === 'value') onJoined(outcome.value)
  }
  const addNow = useRef(add)
  addNow.current = add
  useEffect(() => {
    if (atOnce) void addNow.current()
  }, [atOnce])
  return (
    <Page
      title={SIGN_COPY.addChildTitle(who)}
      bottom={
        obstacle !== null ? null : (
          <BottomBar>
            <PrimaryButton
              id='add-child'
              label={sending ? SIGN_COPY.adding : SIGN_COPY.addForChild(who)}
              loading={sending}
              onPress={() => void add()}
            />
          </BottomBar>
        )
      }
    >
      <Card>
        <View>{SIGN_COPY.addChildText(who)}</View>
      </Card>
      <Obstacle obstacle={obstacle} onRetry={() => void add()} />
    </Page>
  )
}
