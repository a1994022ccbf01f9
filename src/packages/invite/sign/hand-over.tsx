import { Text, View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { SIGN_COPY } from '../../../copy/invite'
import './index.css'

/** From here on the phone is in the relative's hands, and every word is for her. */
export function HandOver({ who, onTaken }: { readonly who: string; readonly onTaken: () => void }) {
  return (
    <Page
      title={SIGN_COPY.handOverTitle(who)}
      lead={SIGN_COPY.handOverText(who)}
      bottom={
        <BottomBar>
          <PrimaryButton id='hand-over' label={SIGN_COPY.handOverDone(who)} onPress={onTaken} />
        </BottomBar>
      }
    >
      <Card title={SIGN_COPY.handOverWhat(who)}>
        {SIGN_COPY.handOverSteps.map((step, index) => (
          <View key={step} className='fs-sign__step'>
            <Text className='fs-sign__number'>{String(index + 1)}</Text>
            <Text className='fs-sign__words'>{step}</Text>
          </View>
        ))}
      </Card>
      <Notice text={SIGN_COPY.handOverWindow(who)} />
    </Page>
  )
}
