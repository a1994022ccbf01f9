import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../../components/card'
import { ConfirmDialog } from '../../../components/confirm-dialog'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { PrimaryButton } from '../../../components/primary-button'
import { PRIVACY_PAGE, PRIVACY_TITLE, PRIVACY_VERSION, privacySections } from '../../../copy/privacy'
import { usePrivacy, withdrawPrivacy } from '../../../privacy/consent'
import { consentIn } from '../../../privacy/model'
import { accessible } from '../../../theme/accessible'
import './index.css'

/** What is used, why, by whom, how long, and how to take the consent back. */
export default function PrivacyPage() {
  const privacy = usePrivacy()
  const [asking, setAsking] = useState(false)
  const [withdrawn, setWithdrawn] = useState(false)
  const isAgreed = consentIn(privacy, PRIVACY_VERSION) === 'agreed'
  const withdraw = () => {
    withdrawPrivacy()
    setAsking(false)
    setWithdrawn(true)
  }
  return (
    <Page
      title={PRIVACY_TITLE}
      lead={PRIVACY_PAGE.lead}
      floating={
        <ConfirmDialog
          open={asking}
          kind='attention'
          title={PRIVACY_PAGE.withdraw}
          text={PRIVACY_PAGE.withdrawAsk}
          confirmLabel={PRIVACY_PAGE.withdraw}
          cancelLabel={PRIVACY_PAGE.withdrawNo}
          onConfirm={withdraw}
          onCancel={() => setAsking(false)}
        />
      }
    >
      {privacySections(OPERATOR_NAME, OPERATOR_CONTACT).map(({ title, lines }) => (
        <Card key={title} title={title}>
          {lines.map((line) => (
            <View key={line} className='privacy__line'>
              {line}
            </View>
          ))}
        </Card>
      ))}
      {/* In a box of its own, so that an answer does not send the whole text to the view once more. */}
      <View>
        {isAgreed ? (
          <>
            <Notice text={PRIVACY_PAGE.agreed} />
            <PrimaryButton
              id='privacy-withdraw'
              kind='attention'
              label={PRIVACY_PAGE.withdraw}
              onPress={() => setAsking(true)}
            />
          </>
        ) : (
          <View {...accessible({ role: 'status' })}>
            <Notice text={withdrawn ? PRIVACY_PAGE.withdrawn : PRIVACY_PAGE.notAgreed} />
          </View>
        )}
      </View>
      <View className='privacy__version'>{PRIVACY_PAGE.version(PRIVACY_VERSION)}</View>
    </Page>
  )
}
