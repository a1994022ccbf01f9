import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { relationLabel, yuanText } from '../../../../shared/copy'
import { regionWords } from '../../../../shared/rules/region-words'
import { dayOf } from '../../../../shared/values/day'
import { fen } from '../../../../shared/values/fen'
import { parseId } from '../../../../shared/values/ids'
import { call } from '../../../cloud/call'
import { useNow } from '../../../cloud/now'
import { both } from '../../../cloud/outcome'
import { useReading } from '../../../cloud/use-reading'
import { Card } from '../../../components/card'
import { EmptyState } from '../../../components/empty-state'
import { FieldRow } from '../../../components/field-row'
import { Page } from '../../../components/page'
import { Pressable } from '../../../components/pressable'
import { PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import { StatusTag, type StatusTone } from '../../../components/status-tag'
import { dayText } from '../../../copy/app'
import { BINDING_STATES } from '../../../copy/family'
import { usesInWords } from '../../../copy/join'
import { LETTER_PURPOSES } from '../../../copy/letter'
import { MEMBER_COPY, NOT_YET, stateSentence } from '../../../copy/member'
import { addressOf, ROUTES } from '../../../routes'
import { History } from './history'
import { HowToEnd } from './how-to-end'
import { type BindingDetail, type BindingHistory, holdsOn, ownSide } from './model'
import './index.css'

interface Known {
  readonly first: BindingDetail
  readonly second: BindingHistory
}

const TONES: Readonly<Record<BindingDetail['state'], StatusTone>> = {
  'in-review': 'waiting',
  active: 'going-well',
  paused: 'attention',
  ending: 'attention',
  ended: 'over',
}

export default function MemberDetailPage() {
  const { bindingId = '' } = useRouter().params
  // An address that was cut off names nothing; asking for it would only be refused.
  const known = parseId<'binding'>(bindingId) !== null
  const { reading, reload } = useReading<Known>(known ? `binding:${bindingId}` : null, async () => {
    const [detail, history] = await Promise.all([
      call('bindings', 'get', { bindingId }),
      call('bindings', 'history', { bindingId }),
    ])
    return both(detail, history)
  })
  const today = dayOf(useNow())

  const missing = (
    <EmptyState
      title={MEMBER_COPY.missing}
      text={MEMBER_COPY.missingText}
      action={
        <PrimaryButton
          label={MEMBER_COPY.toFamily}
          onPress={() => void Taro.switchTab({ url: ROUTES.family })}
        />
      }
    />
  )
  return (
    <Page title={titleOf(reading.phase === 'ready' ? reading.value.first : null)} reading={reading}>
      {!known ? (
        missing
      ) : (
        <ReadingView
          reading={reading}
          onRetry={() => void reload()}
          refused={({ code }) => (code === 'not-found' ? missing : null)}
        >
          {({ first: binding, second: history }) => (
            <>
              <Terms binding={binding} today={today} />
              {binding.letters.length === 0 ? null : (
                <Card title={MEMBER_COPY.lettersTitle}>
                  {binding.letters.map((letter) => (
                    <Pressable
                      key={letter.letterId}
                      className='fs-member__letter'
                      onPress={() => openLetter(letter.letterId)}
                    >
                      <Text>{letterName(letter.purpose)}</Text>
                      <Text className='fs-member__read'>{MEMBER_COPY.readLetter}</Text>
                    </Pressable>
                  ))}
                  <View className='fs-member__quiet'>{MEMBER_COPY.otherSidesLetter}</View>
                </Card>
              )}
              <History history={history} side={ownSide(binding.side)} />
              {binding.state === 'ended' ? null : <HowToEnd regionCode={binding.regionCode} />}
            </>
          )}
        </ReadingView>
      )}
    </Page>
  )
}

function titleOf(binding: BindingDetail | null): string {
  if (binding === null) return MEMBER_COPY.title
  const { name } = binding.counterpart
  switch (binding.side) {
    case 'policyholder':
      return MEMBER_COPY.sharedWith(name)
    case 'guardian':
      return MEMBER_COPY.sharedByForChild(binding.child?.name ?? MEMBER_COPY.child, name)
    case 'relative':
      return MEMBER_COPY.sharedBy(name)
  }
}

const RELATION_NAMES = {
  policyholder: MEMBER_COPY.relation,
  relative: MEMBER_COPY.relationOfMe,
  guardian: MEMBER_COPY.relationOfChild,
} as const

function Terms({ binding, today }: { readonly binding: BindingDetail; readonly today: string }) {
  const { state, effectiveFrom, lastDay, monthlyLimitFen, perSettlementLimitFen, side } = binding
  const ahead = state === 'active' && !holdsOn(binding, today)
  const limit = (amountFen: number | undefined) =>
    amountFen === undefined ? MEMBER_COPY.noLimit : yuanText(fen(amountFen))
  return (
    <Card>
      <StatusTag text={ahead ? NOT_YET : BINDING_STATES[state]} tone={ahead ? 'waiting' : TONES[state]} />
      <View className='fs-member__state'>{stateSentence(state, effectiveFrom, lastDay, today)}</View>
      <FieldRow label={RELATION_NAMES[side]} value={relationLabel(binding.relation)} />
      <FieldRow label={MEMBER_COPY.from} value={dayText(effectiveFrom)} />
      <FieldRow
        label={MEMBER_COPY.lastDay}
        value={lastDay === undefined ? MEMBER_COPY.lastDayOpen : dayText(lastDay)}
      />
      <FieldRow label={MEMBER_COPY.uses} value={usesInWords(binding.uses)} />
      <FieldRow label={MEMBER_COPY.monthly} value={limit(monthlyLimitFen)} />
      <FieldRow label={MEMBER_COPY.perSettlement} value={limit(perSettlementLimitFen)} />
      <FieldRow label={MEMBER_COPY.region} value={regionWords(binding.regionCode).name} />
    </Card>
  )
}

function openLetter(letterId: string): void {
  void Taro.navigateTo({ url: addressOf(ROUTES.letterRead, { letterId }) })
}

function letterName(purpose: string): string {
  return purpose in LETTER_PURPOSES
    ? LETTER_PURPOSES[purpose as keyof typeof LETTER_PURPOSES]
    : MEMBER_COPY.letter
}
