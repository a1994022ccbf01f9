import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { dayOf } from '../../../../shared/values/day'
import { call, type ValueFor } from '../../../cloud/call'
import type { WritingObstacle } from '../../../cloud/use-writing'
import { Card } from '../../../components/card'
import { FieldRow } from '../../../components/field-row'
import { Notice } from '../../../components/notice'
import { Obstacle } from '../../../components/obstacle'
import { Page } from '../../../components/page'
import { PrimaryButton } from '../../../components/primary-button'
import { TextField } from '../../../components/text-field'
import { momentText } from '../../../copy/app'
import { CHECK_LETTER, LETTER_PURPOSES } from '../../../copy/letter'
import { type Asked, askedInParams, askedInText } from './model'
import './index.css'

type Checked = ValueFor<'consent-letters', 'verify'>

/** For anyone who holds a printed letter: its code is scanned or typed, and the page says whether it is as it was. */
export default function CheckLetterPage() {
  const { params } = useRouter()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [checked, setChecked] = useState<Checked | null>(null)
  const [checking, setChecking] = useState(false)
  const [obstacle, setObstacle] = useState<WritingObstacle | null>(null)
  const last = useRef<Asked | null>(null)

  const check = useCallback(async (asked: Asked) => {
    last.current = asked
    setChecking(true)
    setObstacle(null)
    setProblem(null)
    const outcome = await call('consent-letters', 'verify', asked)
    setChecking(false)
    if (outcome.kind === 'value') setChecked(outcome.value)
    else setObstacle(outcome)
  }, [])
  const asked = useRef(askedInParams(params))
  useEffect(() => {
    if (asked.current !== null) void check(asked.current)
  }, [check])

  const checkTyped = () => {
    const given = askedInText(typed)
    if (given === null) setProblem(CHECK_LETTER.incomplete)
    else void check(given)
  }
  const scan = async () => {
    try {
      const { result } = await Taro.scanCode({ scanType: ['qrCode'] })
      const given = askedInText(result)
      if (given === null) setProblem(CHECK_LETTER.scanFailed)
      else await check(given)
    } catch {
      // She closed the camera; the field is still there.
    }
  }
  const again = () => {
    setChecked(null)
    setTyped('')
  }

  return (
    <Page title={CHECK_LETTER.title} lead={checked === null ? CHECK_LETTER.lead : undefined} forAnyone>
      {checked === null ? (
        <Card>
          {process.env.TARO_ENV === 'h5' ? null : (
            <PrimaryButton
              id='check-scan'
              kind='quiet'
              label={CHECK_LETTER.scan}
              onPress={() => void scan()}
            />
          )}
          <TextField
            id='check-code'
            label={CHECK_LETTER.label}
            hint={CHECK_LETTER.hint}
            placeholder={CHECK_LETTER.placeholder}
            value={typed}
            onChange={(text) => {
              setTyped(text)
              setProblem(null)
            }}
            problem={problem}
            maxLength={300}
          />
          <PrimaryButton
            id='check-send'
            label={checking ? CHECK_LETTER.checking : CHECK_LETTER.check}
            loading={checking}
            onPress={checkTyped}
          />
        </Card>
      ) : (
        <Result checked={checked} onAgain={again} />
      )}
      <Obstacle
        obstacle={obstacle}
        doing='reading'
        onRetry={() => {
          if (last.current !== null) void check(last.current)
        }}
      />
      <View className='letter-check__quiet'>
        <Text>{CHECK_LETTER.privacy}</Text>
      </View>
    </Page>
  )
}

function Result({ checked, onAgain }: { readonly checked: Checked; readonly onAgain: () => void }) {
  const { intact, purpose, signedAt, signer } = checked
  return (
    <>
      <Notice
        kind={intact ? 'told' : 'attention'}
        title={intact ? CHECK_LETTER.intact : CHECK_LETTER.changed}
        text={intact ? CHECK_LETTER.intactText : CHECK_LETTER.changedText}
      />
      <Card>
        <FieldRow label={CHECK_LETTER.what} value={LETTER_PURPOSES[purpose]} />
        <FieldRow
          label={CHECK_LETTER.when}
          value={CHECK_LETTER.moment(dayOf(signedAt).slice(0, 4), momentText(signedAt))}
        />
        <FieldRow label={CHECK_LETTER.who} value={signer} />
      </Card>
      <PrimaryButton id='check-again' kind='quiet' label={CHECK_LETTER.again} onPress={onAgain} />
    </>
  )
}
