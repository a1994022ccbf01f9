import { Text, View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { relationLabel, yuanText } from '../../../../shared/copy'
import { fen } from '../../../../shared/values/fen'
import { birthDayOf, maskIdNumber, normaliseIdNumber, sexOf } from '../../../../shared/values/id-document'
import { useWriting } from '../../../cloud/use-writing'
import { Card } from '../../../components/card'
import { FieldRow } from '../../../components/field-row'
import { Notice } from '../../../components/notice'
import { Obstacle } from '../../../components/obstacle'
import { goBack, Page } from '../../../components/page'
import { Pressable } from '../../../components/pressable'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { Steps } from '../../../components/steps'
import { dayText } from '../../../copy/app'
import {
  CHECK_COPY,
  INVITE_STEPS,
  INVITE_TITLES,
  kinWord,
  nextSteps,
  placesLeftSentence,
} from '../../../copy/invite'
import { usesInWords } from '../../../copy/list'
import { parameterTitle, ruleValueText } from '../../../copy/rule-value'
import { addressOf, ROUTES } from '../../../routes'
import { draftMade, keptDraft } from '../draft'
import { LostDraft } from '../lost-draft'
import { createAfterCheck, usesAfterCheck, wayAfterCheck } from './model'
import './index.css'

const WAYS = {
  'by-relative': CHECK_COPY.byRelative,
  'in-person': CHECK_COPY.inPerson,
  'own-child': CHECK_COPY.ownChild,
  'parent-of-child': CHECK_COPY.parentOfChild,
} as const

export default function InviteCheckPage() {
  // What was checked does not change while this page is open.
  const [draft] = useState(keptDraft)
  const creating = useWriting('invitations', 'create')
  const [rulesOpen, setRulesOpen] = useState(false)

  useDidShow(() => {
    // Back from the signature: this invitation is made, and to go on from here would only make it twice.
    if (draft !== null && keptDraft() === null) void Taro.switchTab({ url: ROUTES.family })
  })

  if (draft === null) return <LostDraft title={INVITE_TITLES.check} />

  const { input, answer } = draft
  const { relation, name, idNumber, idType = '01' } = input.relative
  const document = { idType, idNumber: normaliseIdNumber(idNumber) }
  const who = kinWord(relation, sexOf(document))
  const way = wayAfterCheck(input, answer)
  const { kept, dropped } = usesAfterCheck(input, answer)
  const born = birthDayOf(document)
  const needsProofs = answer.proofs.length > 0

  const create = async () => {
    const outcome = await creating.send(createAfterCheck(input, answer))
    if (outcome?.kind !== 'value') return
    const { invitationId } = outcome.value
    draftMade(invitationId)
    void Taro.redirectTo({ url: addressOf(ROUTES.inviteSign, { invitationId }) })
  }

  const limit = (amountFen: number | undefined) =>
    amountFen === undefined ? CHECK_COPY.noLimit : yuanText(fen(amountFen))
  return (
    <Page
      title={INVITE_TITLES.check}
      lead={CHECK_COPY.lead}
      bottom={
        <BottomBar>
          {needsProofs ? (
            <PrimaryButton
              id='invite-to-proofs'
              label={CHECK_COPY.toProofs}
              onPress={() => void Taro.navigateTo({ url: ROUTES.inviteProofs })}
            />
          ) : (
            <PrimaryButton
              id='invite-create'
              label={creating.sending ? CHECK_COPY.creating : CHECK_COPY.create}
              loading={creating.sending}
              onPress={() => void create()}
            />
          )}
        </BottomBar>
      }
    >
      <Steps names={INVITE_STEPS} current={1} />
      <Card>
        <CardHead title={CHECK_COPY.who} />
        <FieldRow label={CHECK_COPY.name} value={name} />
        <FieldRow label={CHECK_COPY.relation} value={`${relationLabel(relation)}（${who}）`} />
        <FieldRow label={CHECK_COPY.idNumber} value={maskIdNumber(document.idNumber)} />
        {born === null ? null : <FieldRow label={CHECK_COPY.born} value={dayText(born)} />}
        <FieldRow label={CHECK_COPY.how} value={WAYS[way]} />
      </Card>
      <Card>
        <CardHead title={CHECK_COPY.terms} />
        <FieldRow
          label={CHECK_COPY.start}
          value={CHECK_COPY.startEarliest(dayText(answer.effectiveFrom), answer.review)}
        />
        <FieldRow
          label={CHECK_COPY.end}
          value={input.endDay === undefined ? CHECK_COPY.endOpen : dayText(input.endDay)}
        />
        <FieldRow label={CHECK_COPY.uses} value={usesInWords(kept)} />
        <FieldRow label={CHECK_COPY.monthly} value={limit(input.monthlyLimitFen)} />
        <FieldRow label={CHECK_COPY.perSettlement} value={limit(input.perSettlementLimitFen)} />
      </Card>
      {dropped.length === 0 ? null : <Notice kind='attention' text={CHECK_COPY.usesDropped(dropped)} />}
      {needsProofs ? <Notice title={CHECK_COPY.proofsTitle} text={CHECK_COPY.proofs(answer.proofs)} /> : null}
      <Card title={CHECK_COPY.nextTitle}>
        {nextSteps({ ...answer, way, who, mode: answer.letters[0]?.mode ?? 'tick' }).map((step, index) => (
          <View key={step} className='fs-check__step'>
            <Text className='fs-check__number'>{String(index + 1)}</Text>
            <Text className='fs-check__words'>{step}</Text>
          </View>
        ))}
      </Card>
      <Card title={CHECK_COPY.remarksTitle}>
        {answer.placesLeft === null ? null : (
          <View className='fs-check__remark'>{placesLeftSentence(answer.placesLeft)}</View>
        )}
        {answer.remarks.map((remark) => (
          <View key={remark} className='fs-check__remark'>
            {remark}
          </View>
        ))}
        {answer.rules.length === 0 ? null : (
          <Pressable className='fs-check__toggle' onPress={() => setRulesOpen(!rulesOpen)}>
            <Text>{rulesOpen ? CHECK_COPY.rulesFold : CHECK_COPY.rulesUnfold(answer.rules.length)}</Text>
          </Pressable>
        )}
        {!rulesOpen
          ? null
          : answer.rules.map((rule) => (
              <View key={rule.parameter} className='fs-check__rule'>
                <FieldRow
                  label={parameterTitle(rule.parameter)}
                  value={ruleValueText(rule.parameter, rule.value)}
                />
                <View className='fs-check__source'>
                  {rule.ourReading === true ? CHECK_COPY.ourReading : CHECK_COPY.source(rule.source)}
                </View>
              </View>
            ))}
      </Card>
      <Obstacle obstacle={creating.obstacle} onRetry={() => void create()} />
    </Page>
  )
}

/** The answers, with the way back to the form beside them. */
function CardHead({ title }: { readonly title: string }) {
  return (
    <View className='fs-check__head'>
      <Text className='fs-check__title'>{title}</Text>
      <Pressable className='fs-check__change' label={`${CHECK_COPY.change}${title}`} onPress={() => goBack()}>
        <Text>{CHECK_COPY.change}</Text>
      </Pressable>
    </View>
  )
}
