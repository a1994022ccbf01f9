import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { useWriting } from '../../../cloud/use-writing'
import { Notice } from '../../../components/notice'
import { Obstacle } from '../../../components/obstacle'
import { goBack, Page } from '../../../components/page'
import { PasswordPad } from '../../../components/password-pad'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { VerifyMyself } from '../../../components/verify-myself'
import { PASSWORD } from '../../../copy/password'
import '../premiums.css'
import { afterRefusal, type Step } from './model'

/** Sets the payment password, the first time and whenever it is forgotten or locked: verified, typed, typed again. */
export default function PaymentPasswordPage() {
  const [step, setStep] = useState<Step>('verify')
  const [problem, setProblem] = useState<string | null>(null)
  const setting = useWriting('identity', 'set-payment-password')
  const token = useRef('')
  /** The first typing, until the second is compared with it. */
  const first = useRef('')

  const go = (next: Step, why: string | null = null) => {
    if (next !== 'again') first.current = ''
    if (next === 'verify') token.current = ''
    setProblem(why)
    setStep(next)
  }
  const typedAgain = async (password: string) => {
    const isSame = password === first.current
    first.current = ''
    if (!isSame) return go('first', PASSWORD.differs)
    const outcome = await setting.send({ password, verificationToken: token.current })
    if (outcome === null) return
    if (outcome.kind === 'value') return go('done')
    if (outcome.kind !== 'refused') return go('first')
    const { next, why } = afterRefusal(outcome.refusal)
    setting.clear()
    go(next, why)
  }

  switch (step) {
    case 'verify':
      return (
        <Page title={PASSWORD.setTitle} lead={PASSWORD.lead} asksPersonalData>
          {problem === null ? null : <Notice kind='attention' text={problem} />}
          <VerifyMyself
            why={PASSWORD.why}
            onToken={(verified) => {
              token.current = verified
              go('first')
            }}
          />
        </Page>
      )
    case 'first':
      return (
        <Page title={PASSWORD.first.title} lead={PASSWORD.first.lead}>
          <Obstacle obstacle={setting.obstacle} />
          <PasswordPad
            key='first'
            problem={problem}
            onDone={(password) => {
              first.current = password
              setting.clear()
              go('again')
            }}
          />
        </Page>
      )
    case 'again':
      return (
        <Page title={PASSWORD.again.title} lead={PASSWORD.again.lead}>
          <PasswordPad key='again' busy={setting.sending} onDone={(password) => void typedAgain(password)} />
          <View className='fs-premium__after'>
            <PrimaryButton kind='quiet' label={PASSWORD.startOver} onPress={() => go('first')} />
          </View>
        </Page>
      )
    case 'done':
      return (
        <Page
          title={PASSWORD.done.title}
          lead={PASSWORD.done.text}
          bottom={
            <BottomBar>
              <PrimaryButton id='password-done' label={PASSWORD.done.back} onPress={goBack} />
            </BottomBar>
          }
        />
      )
  }
}
