import { View } from '@tarojs/components'
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { regionWords } from '../../../../shared/rules/region-words'
import { dayOf } from '../../../../shared/values/day'
import { call } from '../../../cloud/call'
import { type Me, readMe } from '../../../cloud/me'
import { useNow } from '../../../cloud/now'
import { useReading } from '../../../cloud/use-reading'
import type { WritingObstacle } from '../../../cloud/use-writing'
import { Card } from '../../../components/card'
import { OneOf } from '../../../components/choice-list'
import { EmptyState } from '../../../components/empty-state'
import { Notice } from '../../../components/notice'
import { Obstacle } from '../../../components/obstacle'
import { Page } from '../../../components/page'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { PrivacyLink } from '../../../components/privacy-sheet'
import { ReadingView } from '../../../components/reading-view'
import { Steps } from '../../../components/steps'
import { TextField } from '../../../components/text-field'
import { HOME } from '../../../copy/home'
import { childExplained, FORM_COPY, INVITE_STEPS, INVITE_TITLES } from '../../../copy/invite'
import { addressOf, ROUTES } from '../../../routes'
import { keepDraft, keptDraft } from '../draft'
import { DayFields } from './day-fields'
import { EstablishFamily } from './establish-family'
import { FurtherSettings } from './further-settings'
import { IdDocumentFields } from './id-document-fields'
import {
  checkInputOf,
  createInputOf,
  FORM_FIELDS,
  FURTHER_FIELDS,
  formAtFirst,
  type InviteForm,
  isYoungChild,
  personIn,
  problemsIn,
} from './model'
import { problemSentence } from './problem-sentence'
import { RelationChoice } from './relation-choice'
import './index.css'

export default function InviteFormPage() {
  const { reading, reload } = useReading<Me>('me', readMe)
  const me = reading.phase === 'ready' ? reading.value : null
  const regionCode = me?.person?.regionCode ?? null
  const words = regionCode === null ? null : regionWords(regionCode)
  const daysInForm = words?.formFields.includes('start-day') === true
  const familyFirst = words !== null && me?.family?.established === false
  const title = familyFirst ? FORM_COPY.establish.title : (words?.inviteLabel ?? INVITE_TITLES.form)

  const { relation } = useRouter().params
  const today = dayOf(useNow())
  const [form, setForm] = useState<InviteForm>(() => formAtFirst(relation))
  const [pressed, setPressed] = useState(false)
  const [unfolded, setUnfolded] = useState(false)
  const [checking, setChecking] = useState(false)
  const [obstacle, setObstacle] = useState<WritingObstacle | null>(null)
  const busy = useRef(false)
  const handedOn = useRef(false)

  useDidShow(() => {
    // Back from the signature: this invitation is made, and the filled form would only make it twice.
    if (handedOn.current && keptDraft() === null) void Taro.switchTab({ url: ROUTES.family })
  })

  const problems = problemsIn(form, today)
  const change = (changed: Partial<InviteForm>) => {
    setForm((before) => ({ ...before, ...changed }))
    setObstacle(null)
  }
  const goTo = (id: string) =>
    setTimeout(() => void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -16 }), 60)

  const goOn = async () => {
    if (busy.current) return
    setPressed(true)
    const first = FORM_FIELDS.find((field) => problems[field] !== undefined)
    if (first !== undefined && FURTHER_FIELDS.includes(first)) setUnfolded(true)
    const input = createInputOf(form, today)
    if (first !== undefined || input === null) {
      if (first !== undefined) goTo(`field-${first}`)
      return
    }
    busy.current = true
    setChecking(true)
    setObstacle(null)
    const outcome = await call('invitations', 'check', checkInputOf(input))
    busy.current = false
    setChecking(false)
    if (outcome.kind === 'value') {
      handedOn.current = true
      keepDraft({ form, input, answer: outcome.value })
      void Taro.navigateTo({ url: addressOf(ROUTES.inviteCheck) })
    } else {
      setObstacle(outcome)
      goTo('invite-obstacle')
    }
  }

  const shown = (field: (typeof FORM_FIELDS)[number]) =>
    pressed ? problemSentence(field, problems[field], form.idType) : null
  const person = personIn(form, today)
  const isChild = isYoungChild(form, today)
  const explained = person !== null && isChild ? childExplained(form.relation === 'child', person.sex) : null

  return (
    <Page
      title={title}
      lead={FORM_COPY.lead}
      reading={reading}
      asksPersonalData
      bottom={
        me?.linked !== true || familyFirst ? null : (
          <BottomBar>
            <PrimaryButton
              id='invite-continue'
              label={checking ? FORM_COPY.checking : FORM_COPY.continue}
              loading={checking}
              onPress={() => void goOn()}
            />
          </BottomBar>
        )
      }
    >
      <ReadingView reading={reading} onRetry={() => void reload()}>
        {(known) =>
          !known.linked ? (
            <EmptyState
              title={FORM_COPY.linkTitle}
              text={FORM_COPY.linkText}
              action={
                <PrimaryButton
                  label={HOME.link.button}
                  onPress={() => void Taro.navigateTo({ url: addressOf(ROUTES.linkIdentity) })}
                />
              }
            />
          ) : familyFirst ? (
            <>
              {cannotInvite(known) === null ? null : (
                <Notice kind='attention' text={cannotInvite(known) ?? ''} />
              )}
              <EstablishFamily words={words} onEstablished={() => void reload()} />
            </>
          ) : (
            <>
              <Steps names={INVITE_STEPS} current={0} />
              {cannotInvite(known) === null ? null : (
                <Notice kind='attention' text={cannotInvite(known) ?? ''} />
              )}
              <RelationChoice
                chosen={form.relation}
                problem={shown('relation')}
                onChoose={(relation) => change({ relation })}
              />
              <View id='field-name'>
                <TextField
                  id='invite-name'
                  label={FORM_COPY.nameLabel}
                  placeholder={FORM_COPY.namePlaceholder}
                  value={form.name}
                  onChange={(name) => change({ name })}
                  problem={shown('name')}
                  maxLength={50}
                />
              </View>
              <IdDocumentFields form={form} today={today} pressed={pressed} onChange={change} />
              {/* A box of its own: what takes the other's place in it sends no other part of the form again. */}
              <View>
                {explained === null ? (
                  <View id='field-hasPhone'>
                    <OneOf
                      label={FORM_COPY.phoneTitle}
                      choices={[
                        { value: 'yes', label: FORM_COPY.hasPhone.label, note: FORM_COPY.hasPhone.hint },
                        { value: 'no', label: FORM_COPY.noPhone.label, note: FORM_COPY.noPhone.hint },
                      ]}
                      chosen={form.hasPhone === null ? null : form.hasPhone ? 'yes' : 'no'}
                      onChoose={(answer) => change({ hasPhone: answer === 'yes' })}
                    />
                    {shown('hasPhone') === null ? null : (
                      <View className='fs-invite-form__problem'>{shown('hasPhone')}</View>
                    )}
                  </View>
                ) : (
                  <Notice title={explained.title} text={explained.text} />
                )}
              </View>
              {daysInForm ? (
                <Card title={FORM_COPY.daysTitle}>
                  <View className='fs-invite-form__days-hint'>{FORM_COPY.daysHint(words.shortName)}</View>
                  <DayFields form={form} today={today} problemOf={shown} onChange={change} />
                </Card>
              ) : null}
              <FurtherSettings
                form={form}
                today={today}
                unfolded={unfolded}
                withDays={!daysInForm}
                problemOf={shown}
                onUnfold={setUnfolded}
                onChange={change}
              />
              <View id='invite-obstacle'>
                <Obstacle obstacle={obstacle} onRetry={() => void goOn()} />
              </View>
              <View className='fs-invite-form__privacy'>{FORM_COPY.privacy}</View>
              <PrivacyLink />
            </>
          )
        }
      </ReadingView>
    </Page>
  )
}

/** Said before she has typed anything; the check says the same with the rule behind it. */
function cannotInvite({ person }: Me): string | null {
  if (person === undefined) return null
  if (person.enrolment === 'none') return HOME.balance.notEnrolled
  if (person.enrolment === 'suspended') return HOME.balance.suspended
  return person.scheme === 'employee' ? null : FORM_COPY.residentScheme
}
