import { CustomWrapper, Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { dayOf } from '../../../../shared/values/day'
import { parseId } from '../../../../shared/values/ids'
import { call } from '../../../cloud/call'
import { useNow } from '../../../cloud/now'
import { both } from '../../../cloud/outcome'
import { LIVE_EVERY_MS, useReading } from '../../../cloud/use-reading'
import { Card } from '../../../components/card'
import { EmptyState } from '../../../components/empty-state'
import { Page } from '../../../components/page'
import { Pressable } from '../../../components/pressable'
import { PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import { type Undoing, UndoUnbindDialog } from '../../../components/undo-unbind'
import { LETTER_PURPOSES } from '../../../copy/letter'
import { MEMBER_COPY } from '../../../copy/member'
import { addressOf, ROUTES } from '../../../routes'
import { Application } from './application'
import { Changes } from './changes'
import { EndingCard } from './ending'
import { History } from './history'
import './index.css'
import { type BindingDetail, type BindingHistory, ownSide } from './model'
import { OwnConsent } from './own-consent'
import { Proposal } from './proposal'
import { SwitchDialog } from './switch-dialog'
import { Terms } from './terms'

interface Known {
  readonly first: BindingDetail
  readonly second: BindingHistory
}

export default function MemberDetailPage() {
  const { bindingId = '' } = useRouter().params
  // An address that was cut off names nothing; asking for it would only be refused.
  const known = parseId<'binding'>(bindingId) !== null
  // What the other side does is seen here at once.
  const { reading, reload } = useReading<Known>(
    known ? `binding:${bindingId}` : null,
    async () => {
      const [detail, history] = await Promise.all([
        call('bindings', 'get', { bindingId }),
        call('bindings', 'history', { bindingId }),
      ])
      return both(detail, history)
    },
    { everyMs: LIVE_EVERY_MS },
  )
  const now = useNow()
  const [switching, setSwitching] = useState<'pause' | 'resume' | null>(null)
  const [undoing, setUndoing] = useState<Undoing | null>(null)
  const shown = reading.phase === 'ready' ? reading.value.first : null

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
    <Page
      title={titleOf(shown)}
      reading={reading}
      floating={
        <>
          <SwitchDialog
            binding={shown}
            action={switching}
            onClose={() => setSwitching(null)}
            onDone={() => void reload()}
          />
          <UndoUnbindDialog undoing={undoing} onClose={() => setUndoing(null)} onDone={() => void reload()} />
        </>
      }
    >
      {!known ? (
        missing
      ) : (
        <ReadingView
          reading={reading}
          onRetry={() => void reload()}
          refused={({ code }) => (code === 'not-found' ? missing : null)}
        >
          {({ first: binding, second: history }) => (
            <CustomWrapper>
              {/* Boxes of their own: what comes and goes in them does not send the whole page to the view again. */}
              <View>
                {binding.ending === undefined ? null : (
                  <EndingCard
                    binding={binding}
                    ending={binding.ending}
                    now={now}
                    onUndo={() => setUndoing(undoingOf(binding))}
                  />
                )}
              </View>
              <View>
                <OwnConsent binding={binding} />
              </View>
              <View>
                <Application binding={binding} onUndo={() => setUndoing(undoingOf(binding))} />
              </View>
              <View>
                {binding.proposedEndDay === undefined || !isOpen(binding) ? null : (
                  <Proposal
                    binding={binding}
                    proposed={binding.proposedEndDay}
                    onAnswered={() => void reload()}
                  />
                )}
              </View>
              <Terms binding={binding} today={dayOf(now)} />
              <View>
                <Changes binding={binding} onSwitch={setSwitching} />
              </View>
              <View>{binding.state === 'ended' ? <AfterEnd side={ownSide(binding.side)} /> : null}</View>
              <Letters letters={binding.letters} />
              <History history={history} side={ownSide(binding.side)} />
            </CustomWrapper>
          )}
        </ReadingView>
      )}
    </Page>
  )
}

function undoingOf({ bindingId, counterpart }: BindingDetail): Undoing {
  return { bindingIds: [bindingId], name: counterpart.name }
}

function isOpen({ state }: BindingDetail): boolean {
  return state === 'active' || state === 'paused'
}

function titleOf(binding: BindingDetail | null): string {
  if (binding === null) return MEMBER_COPY.title
  const { name } = binding.counterpart
  if (binding.state === 'in-review') return MEMBER_COPY.inReview(name)
  if (binding.endedBecause === 'review-rejected') return MEMBER_COPY.rejected(name)
  const over = binding.state === 'ended'
  switch (binding.side) {
    case 'policyholder':
      return over ? MEMBER_COPY.sharedBefore(name) : MEMBER_COPY.sharedWith(name)
    case 'guardian':
      return over
        ? MEMBER_COPY.sharedByForChildBefore(binding.child?.name ?? MEMBER_COPY.child, name)
        : MEMBER_COPY.sharedByForChild(binding.child?.name ?? MEMBER_COPY.child, name)
    case 'relative':
      return over ? MEMBER_COPY.sharedBefore(name) : MEMBER_COPY.sharedBy(name)
  }
}

/** It is over; whoever has the money can invite anew. */
function AfterEnd({ side }: { readonly side: 'policyholder' | 'relative' }) {
  return (
    <Card title={MEMBER_COPY.againTitle}>
      <View className='fs-member__after'>{MEMBER_COPY.again[side]}</View>
      {side === 'relative' ? null : (
        <PrimaryButton
          kind='quiet'
          label={MEMBER_COPY.inviteAgain}
          onPress={() => void Taro.navigateTo({ url: ROUTES.inviteForm })}
        />
      )}
    </Card>
  )
}

function Letters({ letters }: Pick<BindingDetail, 'letters'>) {
  if (letters.length === 0) return null
  return (
    <Card title={MEMBER_COPY.lettersTitle}>
      {letters.map((letter) => (
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
