import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Instant } from '../../../shared/values/day'
import { Pressable } from '../../components/pressable'
import { PrimaryButton } from '../../components/primary-button'
import { timeLeft } from '../../components/share-invitation/time-left'
import { StatusTag } from '../../components/status-tag'
import { FAMILY } from '../../copy/family'
import { countdownText, UNDO_UNBIND } from '../../copy/unbind'
import { addressOf, ROUTES } from '../../routes'
import type { Asked } from './invitation-dialogs'
import type { InvitationAction, InvitationRow, MemberRow } from './model'

export interface MemberCardProps {
  readonly row: MemberRow
  readonly now: Instant
  readonly onUndo: (row: MemberRow) => void
}

/** One binding; a tap opens everything about it. While it is ending, the way back stands below. */
export function MemberCard({ row, now, onUndo }: MemberCardProps) {
  return (
    <View className='family__card'>
      <Pressable onPress={() => void Taro.navigateTo({ url: row.address })}>
        <View className='family__head'>
          <Text className='family__name'>{row.name}</Text>
          <StatusTag text={row.status.text} tone={row.status.tone} />
        </View>
        <View>{row.relation}</View>
        {/* Boxes of their own, here and below: what comes and goes in them sends nothing of the card anew. */}
        <View>
          {row.ending === null ? null : (
            <View className='family__countdown'>{countdownText(timeLeft(row.ending.endsAt, now))}</View>
          )}
        </View>
        <View>
          {row.lines.map((line) => (
            <View key={line} className='family__line'>
              {line}
            </View>
          ))}
        </View>
        <View className='family__more'>{`${FAMILY.open} ›`}</View>
      </Pressable>
      <View>
        {row.ending?.mayUndo === true ? (
          <View className='family__actions'>
            <PrimaryButton
              id={`undo-${row.bindingId}`}
              kind='quiet'
              label={UNDO_UNBIND.action}
              onPress={() => onUndo(row)}
            />
          </View>
        ) : null}
      </View>
    </View>
  )
}

/** One invitation of mine, with what I can do about it. */
export function InvitationCard(props: {
  readonly row: InvitationRow
  readonly onAsk: (asked: Asked) => void
}) {
  const { row, onAsk } = props
  const act = (action: InvitationAction) => {
    const { invitationId, name } = row
    if (action === 'resume') void Taro.navigateTo({ url: addressOf(ROUTES.inviteSign, { invitationId }) })
    else if (action === 'share')
      void Taro.navigateTo({ url: addressOf(ROUTES.inviteShare, { invitationId }) })
    else onAsk({ action, invitationId, name })
  }
  const [next, ...others] = row.actions
  return (
    <View className='family__card'>
      <View className='family__head'>
        <Text className='family__name'>{row.name}</Text>
        <StatusTag text={row.status.text} tone={row.status.tone} />
      </View>
      <View>{row.relation}</View>
      {row.lines.map((line) => (
        <View key={line} className='family__line'>
          {line}
        </View>
      ))}
      {next === undefined ? null : (
        <View className='family__actions'>
          <PrimaryButton kind='quiet' label={FAMILY.actions[next]} onPress={() => act(next)} />
          <View className='family__others'>
            {others.map((action) => (
              <Pressable
                key={action}
                className='family__other'
                label={`${FAMILY.actions[action]}，${row.name}`}
                onPress={() => act(action)}
              >
                <Text>{FAMILY.actions[action]}</Text>
              </Pressable>
            ))}
          </View>
        </View>
      )}
    </View>
  )
}
