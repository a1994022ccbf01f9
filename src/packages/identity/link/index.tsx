import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { ID_TYPES } from '../../../../shared/values/id-document'
import type { Failure } from '../../../cloud/outcome'
import { useWriting } from '../../../cloud/use-writing'
import { verifyPerson } from '../../../cloud/verification'
import type { ValueFor } from '../../../cloud/writes'
import { Card } from '../../../components/card'
import { OneOf, SomeOf } from '../../../components/choice-list'
import { Notice } from '../../../components/notice'
import { Obstacle } from '../../../components/obstacle'
import { goBack, Page } from '../../../components/page'
import { Pressable } from '../../../components/pressable'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { PrivacyLink } from '../../../components/privacy-sheet'
import { Steps } from '../../../components/steps'
import { TextField } from '../../../components/text-field'
import { ID_TYPE_LABELS } from '../../../copy/id-types'
import { IDENTITY } from '../../../copy/identity'
import { accessible } from '../../../theme/accessible'
import './index.css'
import { EMPTY_FORM, isComplete, type LinkForm, linkInput, linkProblems } from './model'

const METHODS = [
  { value: 'face' as const, ...IDENTITY.method.face },
  { value: 'sms' as const, ...IDENTITY.method.sms },
]
const AGREE = [{ value: 'agreed' as const, label: IDENTITY.agree.text, note: IDENTITY.agree.note }]
const ID_TYPE_CHOICES = ID_TYPES.map((value) => ({ value, label: ID_TYPE_LABELS[value] }))

export default function LinkIdentityPage() {
  const [form, setForm] = useState<LinkForm>(EMPTY_FORM)
  const [shown, setShown] = useState(false)
  const link = useIdentityLink()
  const problems = linkProblems(form)
  const change = (part: Partial<LinkForm>) => setForm((before) => ({ ...before, ...part }))
  const submit = () => {
    setShown(true)
    if (isComplete(problems)) void link.start(form)
    else toTop()
  }
  // What stood in the way is said at the top; whoever has scrolled down to the button would not see it.
  useEffect(() => {
    if (link.obstacle !== null) toTop()
  }, [link.obstacle])

  if (link.done !== null) return <Done {...link.done} />
  return (
    <Page
      title={IDENTITY.title}
      lead={IDENTITY.lead}
      asksPersonalData
      bottom={
        <BottomBar>
          <PrimaryButton
            id='submit'
            label={link.obstacle === null ? IDENTITY.submit : IDENTITY.again}
            loading={link.busy}
            onPress={submit}
          />
        </BottomBar>
      }
    >
      <Steps names={IDENTITY.steps} current={link.busy ? 1 : 0} />
      {link.obstacle === null ? null : <LinkObstacle obstacle={link.obstacle} />}
      <Card>
        <TextField
          id='name'
          label={IDENTITY.name.label}
          hint={IDENTITY.name.hint}
          value={form.name}
          maxLength={50}
          onChange={(name) => change({ name })}
          problem={shown ? problems.name : null}
        />
        <IdType form={form} onChange={change} />
        <TextField
          id='id-number'
          label={IDENTITY.idNumber.label}
          type={form.idType === '01' ? 'idcard' : 'text'}
          value={form.idNumber}
          maxLength={40}
          onChange={(idNumber) => change({ idNumber })}
          problem={shown ? problems.idNumber : null}
        />
      </Card>
      <Card>
        <OneOf
          label={IDENTITY.method.label}
          choices={METHODS}
          chosen={form.method}
          onChoose={(method) => change({ method })}
        />
        <View className='link__privacy'>{IDENTITY.privacy}</View>
        <PrivacyLink />
      </Card>
      <SomeOf
        label={IDENTITY.agree.label}
        hideLabel
        choices={AGREE}
        chosen={form.agreed ? ['agreed'] : []}
        onChange={(values) => change({ agreed: values.length > 0 })}
      />
      {shown && problems.agreed !== null ? <Notice kind='attention' text={problems.agreed} /> : null}
    </Page>
  )
}

function toTop(): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 200 })
}

/** Nearly everyone has a resident ID card, so the other documents are a tap away. */
function IdType(props: { readonly form: LinkForm; readonly onChange: (part: Partial<LinkForm>) => void }) {
  const [open, setOpen] = useState(false)
  const { form, onChange } = props
  const toggle = () => {
    if (open) onChange({ idType: '01' })
    setOpen(!open)
  }
  return (
    <>
      {open ? (
        <OneOf
          label={IDENTITY.idType.label}
          choices={ID_TYPE_CHOICES}
          chosen={form.idType}
          onChoose={(idType) => onChange({ idType })}
        />
      ) : null}
      <Pressable className='link__other' onPress={toggle}>
        {open ? IDENTITY.idType.less : IDENTITY.idType.more}
      </Pressable>
    </>
  )
}

type LinkObstacleKind = NonNullable<ReturnType<typeof useIdentityLink>['obstacle']>

function LinkObstacle({ obstacle }: { readonly obstacle: LinkObstacleKind }) {
  if (obstacle.kind === 'given-up') {
    return <Notice kind='attention' title={IDENTITY.givenUp.title} text={IDENTITY.givenUp.text} />
  }
  if (obstacle.kind === 'outage' && obstacle.code === 'verification-not-configured') {
    return <Notice kind='attention' title={IDENTITY.notConfigured.title} text={IDENTITY.notConfigured.text} />
  }
  return <Obstacle obstacle={obstacle} />
}

function Done({ moved, replaced }: Linked) {
  return (
    <Page
      title={IDENTITY.done.title}
      lead={IDENTITY.done.text}
      bottom={
        <BottomBar>
          <PrimaryButton id='done' label={IDENTITY.done.button} onPress={goBack} />
        </BottomBar>
      }
    >
      <Steps names={IDENTITY.steps} current={2} />
      <View className='link__tick' {...accessible({ hidden: true })}>
        ✓
      </View>
      {moved ? <Notice kind='attention' text={IDENTITY.done.moved} /> : null}
      {replaced ? <Notice kind='attention' text={IDENTITY.done.replaced} /> : null}
    </Page>
  )
}

/** Whether another phone lost the link, and whether this phone was another person's. */
type Linked = Pick<ValueFor<'identity', 'link'>, 'moved' | 'replaced'>

/** Verifies the person and then links her to this phone: one step for her, two parties behind it. */
function useIdentityLink() {
  const linking = useWriting('identity', 'link')
  const [verifying, setVerifying] = useState(false)
  const [notVerified, setNotVerified] = useState<Failure | { readonly kind: 'given-up' } | null>(null)
  const [done, setDone] = useState<Linked | null>(null)

  const start = async (form: LinkForm) => {
    const input = linkInput(form)
    setNotVerified(null)
    linking.clear()
    setVerifying(true)
    const verified = await verifyPerson(input, form.method)
    setVerifying(false)
    if (verified.kind !== 'token') {
      setNotVerified(verified)
      return
    }
    const outcome = await linking.send({ ...input, verificationToken: verified.token })
    if (outcome?.kind === 'value') setDone(outcome.value)
  }
  return { start, done, busy: verifying || linking.sending, obstacle: notVerified ?? linking.obstacle }
}
