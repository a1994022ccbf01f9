import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { regionWords } from '../../../shared/rules/region-words'
import { call, type ValueFor } from '../../cloud/call'
import { useReading } from '../../cloud/use-reading'
import { useWriting } from '../../cloud/use-writing'
import { SignLetterPage } from '../../components/letter-reader/sign-letter-page'
import { Obstacle } from '../../components/obstacle'
import { Page } from '../../components/page'
import { ReadingView } from '../../components/reading-view'
import { JOIN_COPY } from '../../copy/join'
import { AcceptPage } from './accept-page'
import { Asked } from './asked'
import { DeclinePage } from './decline-page'
import { JoinedPage } from './joined-page'
import { type OpenedInvitation, tokenOf, viewOfInvitation, viewOfRefusal } from './model'
import { ToldPage } from './told-page'

type Doing = 'reading' | 'signing' | 'accepting' | 'declining' | 'declined'

/** Where a forwarded invitation opens, for the one who is asked. */
export default function JoinPage() {
  const token = tokenOf(useRouter().params)
  const { reading, reload } = useReading<OpenedInvitation>(token === null ? null : `open:${token}`, () =>
    call('invitations', 'open', { token: token ?? '' }),
  )
  const [doing, setDoing] = useState<Doing>('reading')
  const [joined, setJoined] = useState<ValueFor<'invitations', 'accept'> | null>(null)
  const accepting = useWriting('invitations', 'accept')

  if (token === null) return <ToldPage view='no-token' />
  if (reading.phase === 'refused') {
    const view = viewOfRefusal(reading.refusal.code)
    if (view !== 'refused') {
      return <ToldPage view={view} refusal={reading.refusal} onAgain={() => void reload()} />
    }
    return (
      <Page title={JOIN_COPY.title}>
        <Obstacle obstacle={{ kind: 'refused', refusal: reading.refusal }} />
      </Page>
    )
  }
  if (reading.phase !== 'ready') {
    return (
      <Page title={JOIN_COPY.title} reading={reading}>
        <ReadingView reading={reading} onRetry={() => void reload()}>
          {() => null}
        </ReadingView>
      </Page>
    )
  }

  const invitation = reading.value
  const forChild = invitation.role === 'guardian'
  if (joined !== null) return <JoinedPage joined={joined} forChild={forChild} />
  if (doing === 'declined') return <ToldPage view='declined' />

  const accept = async () => {
    setDoing('accepting')
    const outcome = await accepting.send({ token })
    if (outcome?.kind === 'value') setJoined(outcome.value)
  }
  const view = viewOfInvitation(invitation)
  switch (view) {
    case 'pending':
    case 'obstacle':
    case 'signed': {
      if (view !== 'obstacle' && (doing === 'accepting' || (view === 'signed' && doing !== 'declining'))) {
        return (
          <AcceptPage
            invitation={invitation}
            sending={accepting.sending}
            obstacle={accepting.obstacle}
            onAccept={() => void accept()}
            onDecline={() => setDoing('declining')}
          />
        )
      }
      if (view === 'pending' && doing === 'signing') {
        return (
          <SignLetterPage
            letterId={invitation.letterId}
            title={JOIN_COPY.signTitle}
            lead={forChild ? JOIN_COPY.signLeadChild : JOIN_COPY.signLead}
            regionName={regionWords(invitation.regionCode).name}
            tickLabel={regionWords(invitation.regionCode).tickLabel}
            padTitle={JOIN_COPY.yourName}
            onSigned={() => {
              void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
              void accept()
            }}
          />
        )
      }
      if (doing === 'declining') {
        return (
          <DeclinePage
            token={token}
            onBack={() => setDoing('reading')}
            onDeclined={() => setDoing('declined')}
          />
        )
      }
      return (
        <Asked
          invitation={invitation}
          reading={reading}
          onSign={() => setDoing('signing')}
          onDecline={() => setDoing('declining')}
          onAgain={() => void reload()}
        />
      )
    }
    default:
      return <ToldPage view={view} invitation={invitation} />
  }
}
