import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { idNumberProblem, normaliseIdNumber } from '../../../shared/values/id-document'
import { type VerificationMethod, type Verified, verifyPerson } from '../../cloud/verification'
import { IDENTITY, VERIFY_MYSELF } from '../../copy/identity'
import { Card } from '../card'
import { Notice } from '../notice'
import { Obstacle } from '../obstacle'
import { PrimaryButton } from '../primary-button'
import { PrivacyLink } from '../privacy-sheet'
import { TextField } from '../text-field'
import './index.css'

export interface VerifyMyselfProps {
  /** Why she is asked once more. */
  readonly why: string
  readonly onToken: (token: string) => void
}

/** She shows that it is she who asks for this. Her face is never the only way. */
export function VerifyMyself({ why, onToken }: VerifyMyselfProps) {
  const [name, setName] = useState('')
  const [idNumber, setIdNumber] = useState('')
  const [pressed, setPressed] = useState(false)
  const [method, setMethod] = useState<VerificationMethod | null>(null)
  const [missed, setMissed] = useState<Exclude<Verified, { kind: 'token' }> | null>(null)
  const running = useRef(false)
  const person = { name: name.trim(), idType: '01' as const, idNumber: normaliseIdNumber(idNumber) }
  const isUnnamed = person.name === ''
  const isWrong = idNumberProblem(person) !== null

  const verify = async (by: VerificationMethod) => {
    setPressed(true)
    if (isUnnamed || isWrong || running.current) return
    running.current = true
    setMethod(by)
    setMissed(null)
    const verified = await verifyPerson(person, by)
    running.current = false
    setMethod(null)
    if (verified.kind === 'token') onToken(verified.token)
    else setMissed(verified)
  }
  return (
    <Card title={VERIFY_MYSELF.title}>
      <View className='fs-verify-myself__why'>{why}</View>
      <TextField
        id='own-name'
        label={VERIFY_MYSELF.name}
        value={name}
        maxLength={50}
        onChange={setName}
        problem={pressed && isUnnamed ? VERIFY_MYSELF.nameMissing : null}
      />
      <TextField
        id='own-id-number'
        label={VERIFY_MYSELF.idNumber}
        value={idNumber}
        type='idcard'
        maxLength={30}
        onChange={setIdNumber}
        problem={pressed && isWrong ? VERIFY_MYSELF.numberWrong : null}
      />
      <PrivacyLink />
      {missed === null ? null : missed.kind === 'given-up' ? (
        <Notice kind='attention' title={IDENTITY.givenUp.title} text={IDENTITY.givenUp.text} />
      ) : (
        <Obstacle obstacle={missed} />
      )}
      <View className='fs-verify-myself__buttons'>
        <PrimaryButton
          id='verify-face'
          label={VERIFY_MYSELF.byFace}
          loading={method === 'face'}
          onPress={() => void verify('face')}
        />
        <PrimaryButton
          id='verify-sms'
          kind='quiet'
          label={VERIFY_MYSELF.bySms}
          loading={method === 'sms'}
          onPress={() => void verify('sms')}
        />
      </View>
    </Card>
  )
}
