import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { idNumberProblem, normaliseIdNumber } from '../../../../shared/values/id-document'
import { type VerificationMethod, type Verified, verifyPerson } from '../../../cloud/verification'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Obstacle } from '../../../components/obstacle'
import { PrimaryButton } from '../../../components/primary-button'
import { PrivacyLink } from '../../../components/privacy-sheet'
import { TextField } from '../../../components/text-field'
import { IDENTITY } from '../../../copy/identity'
import { FIELD_PROBLEMS, SIGN_COPY } from '../../../copy/invite'
import { personHere } from '../draft'
import { problemSentence } from '../form/problem-sentence'
import './index.css'

export interface VerifyHereProps {
  readonly invitationId: string
  readonly title: string
  readonly why: string
  /** What follows the verification is on its way. */
  readonly busy?: boolean
  readonly onToken: (token: string) => void
}

/** The relative shows on this phone that it is she. Her face is never the only way. */
export function VerifyHere({ invitationId, title, why, busy = false, onToken }: VerifyHereProps) {
  const known = personHere(invitationId)
  const [name, setName] = useState('')
  const [idNumber, setIdNumber] = useState('')
  const [pressed, setPressed] = useState(false)
  const [method, setMethod] = useState<VerificationMethod | null>(null)
  const [missed, setMissed] = useState<Exclude<Verified, { kind: 'token' }> | null>(null)
  const running = useRef(false)

  // After a restart the phone no longer knows her number; the masked one in the list cannot be verified.
  const typed = { name: name.trim(), idType: '01' as const, idNumber: normaliseIdNumber(idNumber) }
  const person = known ?? typed
  const nameProblem = person.name === '' ? FIELD_PROBLEMS.name.missing : undefined
  const numberProblem = known !== null || idNumberProblem(typed) === null ? null : idNumberProblem(typed)

  const verify = async (by: VerificationMethod) => {
    setPressed(true)
    if (nameProblem !== undefined || numberProblem !== null || running.current) return
    running.current = true
    setMethod(by)
    setMissed(null)
    const verified = await verifyPerson(person, by)
    running.current = false
    setMethod(null)
    if (verified.kind === 'token') onToken(verified.token)
    else setMissed(verified)
  }
  const button = (by: VerificationMethod, label: string, kind: 'primary' | 'quiet') => (
    <PrimaryButton
      id={`verify-${by}`}
      label={label}
      kind={kind}
      loading={method === by || (busy && kind === 'primary')}
      onPress={() => void verify(by)}
    />
  )
  return (
    <Card title={title}>
      <View className='fs-sign__why'>{why}</View>
      {known !== null ? null : (
        <>
          <TextField
            label={SIGN_COPY.ownName}
            value={name}
            onChange={setName}
            problem={pressed ? (nameProblem ?? null) : null}
          />
          <TextField
            label={SIGN_COPY.ownIdNumber}
            value={idNumber}
            type='idcard'
            maxLength={30}
            onChange={setIdNumber}
            problem={
              pressed && numberProblem !== null
                ? problemSentence('idNumber', typed.idNumber === '' ? 'missing' : `id-${numberProblem}`, '01')
                : null
            }
          />
          <PrivacyLink />
        </>
      )}
      {missed === null ? null : missed.kind === 'given-up' ? (
        <Notice kind='attention' title={IDENTITY.givenUp.title} text={SIGN_COPY.verifyMissed} />
      ) : (
        <Obstacle obstacle={missed} />
      )}
      <View className='fs-sign__ways'>
        {button('face', SIGN_COPY.byFace, 'primary')}
        {button('sms', SIGN_COPY.bySms, 'quiet')}
      </View>
    </Card>
  )
}
