import { View } from '@tarojs/components'
import { useState } from 'react'
import { useWriting } from '../../cloud/use-writing'
import { Card } from '../../components/card'
import { OneOf } from '../../components/choice-list'
import { Obstacle } from '../../components/obstacle'
import { Page } from '../../components/page'
import { BottomBar, PrimaryButton } from '../../components/primary-button'
import { TextField } from '../../components/text-field'
import { DECLINE_OTHER, DECLINE_SENTENCES, JOIN_COPY } from '../../copy/join'
import { DECLINE_CHOICES, type DeclineChoice, declineReason } from './model'
import './index.css'

export interface DeclinePageProps {
  readonly token: string
  readonly onBack: () => void
  readonly onDeclined: () => void
}

/** No reason is asked for; one that she gives goes to the inviter as it stands, and she is told so. */
export function DeclinePage({ token, onBack, onDeclined }: DeclinePageProps) {
  const [choice, setChoice] = useState<DeclineChoice | null>(null)
  const [words, setWords] = useState('')
  const declining = useWriting('invitations', 'decline')
  const reason = declineReason(choice, words, DECLINE_SENTENCES)
  const decline = async () => {
    const outcome = await declining.send(reason === undefined ? { token } : { token, reason })
    if (outcome?.kind === 'value') onDeclined()
  }
  return (
    <Page
      title={JOIN_COPY.declineTitle}
      bottom={
        <BottomBar>
          <PrimaryButton
            id='decline-confirm'
            kind='attention'
            label={JOIN_COPY.declineYes}
            loading={declining.sending}
            onPress={() => void decline()}
          />
          <PrimaryButton kind='quiet' label={JOIN_COPY.declineBack} onPress={onBack} />
        </BottomBar>
      }
    >
      <Card>
        <OneOf
          label={JOIN_COPY.declineAsk}
          choices={DECLINE_CHOICES.map((value) => ({
            value,
            label: value === 'other' ? DECLINE_OTHER : DECLINE_SENTENCES[value],
          }))}
          chosen={choice}
          onChoose={setChoice}
        />
        {choice === 'other' ? (
          <TextField
            label={JOIN_COPY.declineWordsLabel}
            placeholder={JOIN_COPY.declineWordsPlaceholder}
            value={words}
            maxLength={200}
            onChange={setWords}
          />
        ) : null}
        <View className='fs-join__seen'>{JOIN_COPY.declineTold}</View>
      </Card>
      <Obstacle obstacle={declining.obstacle} onRetry={() => void decline()} />
    </Page>
  )
}
