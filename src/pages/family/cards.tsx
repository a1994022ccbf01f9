import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Pressable } from '../../components/pressable'
import { PrimaryButton } from '../../components/primary-button'
import { StatusTag } from '../../components/status-tag'
import { FAMILY } from '../../copy/family'
import { addressOf, ROUTES } from '../../routes'
import type { Asked } from './invitation-dialogs'
import type { InvitationAction, InvitationRow, MemberRow } from './model'

/** One binding; a tap opens everything about it. */
export function MemberCard({ row }: { readonly row: MemberRow }) {
  return (
    <Pressable className='family__card' onPress={() => void Taro.navigateTo({ url: row.address })}>
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
      <View className='family__more'>{`${FAMILY.open} ›`}</View>
    </Pressable>
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
