import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { ValueFor } from '../../../cloud/writes'
import { Card } from '../../../components/card'
import { FieldRow } from '../../../components/field-row'
import { Page } from '../../../components/page'
import { Pressable } from '../../../components/pressable'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { RefusalCard } from '../../../components/refusal-card'
import { dayText } from '../../../copy/app'
import { usesInWords } from '../../../copy/list'
import { ruleLines } from '../../../copy/refusal'
import { parameterTitle } from '../../../copy/rule-value'
import { MAY_INVITE } from '../../../copy/rules'
import { wordsFor } from '../../../region-words'
import { addressOf, ROUTES } from '../../../routes'
import { InParts } from '../in-parts'
import { type AskedRelation, familyRelation } from './model'

type Answer = ValueFor<'rules', 'may-invite'>

export interface AnswerViewProps {
  readonly answer: Answer
  readonly relation: AskedRelation
  readonly enrolled: string | null
  readonly onChange: () => void
}

/** Yes or no, why, on what it rests, and the next step. */
export function AnswerView({ answer, relation, enrolled, onChange }: AnswerViewProps) {
  const sure = answer.open.length === 0
  const family = familyRelation(relation)
  const invite = () =>
    Taro.navigateTo({ url: addressOf(ROUTES.inviteForm, family === null ? {} : { relation: family }) })
  return (
    <Page
      title={answer.allowed ? (sure ? MAY_INVITE.yes : MAY_INVITE.yesIf) : MAY_INVITE.no}
      lead={(answer.allowed ? MAY_INVITE.yesText : MAY_INVITE.noText)(answer.name, answer.day)}
      bottom={
        <BottomBar>
          {answer.allowed ? (
            <PrimaryButton id='may-invite-go' label={MAY_INVITE.invite} onPress={() => void invite()} />
          ) : null}
          <PrimaryButton
            id='may-invite-change'
            kind='quiet'
            label={MAY_INVITE.changeAnswers}
            onPress={onChange}
          />
        </BottomBar>
      }
    >
      {answer.reasons.length > 1 ? (
        <View className='rules-remark'>{MAY_INVITE.reasons(answer.reasons.length)}</View>
      ) : null}
      {answer.reasons.map((reason) => (
        <RefusalCard key={`${reason.code} ${reason.message}`} refusal={reason} />
      ))}
      {answer.allowed && answer.open.length > 0 ? <Open open={answer.open} /> : null}
      {answer.terms === undefined ? null : <Terms terms={answer.terms} />}
      {answer.allowed && enrolled !== null && enrolled !== answer.regionCode ? (
        <View className='rules-remark'>{MAY_INVITE.inviteElsewhere(wordsFor(enrolled).shortName)}</View>
      ) : null}
      {answer.remarks.length === 0 ? null : (
        <Card title={MAY_INVITE.remarks}>
          {answer.remarks.map((remark) => (
            <View key={remark} className='may-invite__line'>
              {remark}
            </View>
          ))}
        </Card>
      )}
      <Rules answer={answer} />
    </Page>
  )
}

function Open({ open }: Pick<Answer, 'open'>) {
  return (
    <Card kind='attention' title={MAY_INVITE.open}>
      {open.map(({ about, message }, index) => (
        <View key={about} className='may-invite__line'>
          {`${index + 1}. ${message}`}
        </View>
      ))}
    </Card>
  )
}

function Terms({ terms }: { readonly terms: NonNullable<Answer['terms']> }) {
  return (
    <Card title={MAY_INVITE.terms}>
      <FieldRow label={MAY_INVITE.from} value={dayText(terms.effectiveFrom)} />
      <FieldRow label={MAY_INVITE.uses} value={usesInWords(terms.uses)} />
      <FieldRow
        label={MAY_INVITE.who}
        value={terms.acceptance === 'by-guardian' ? MAY_INVITE.byGuardian : MAY_INVITE.byRelative}
      />
      {terms.placesLeft === null ? null : (
        <FieldRow label={MAY_INVITE.places} value={MAY_INVITE.placesLeft(terms.placesLeft)} />
      )}
      {terms.proofs.length === 0 ? null : (
        <FieldRow label={MAY_INVITE.proofs} value={MAY_INVITE.proofsElsewhere(terms.proofs)} />
      )}
      {terms.review ? <FieldRow label={MAY_INVITE.review} value={MAY_INVITE.reviewNeeded} /> : null}
    </Card>
  )
}

/** What a person reads of a rule: its title, its value, and since when and who says so. */
function linesOf(rule: Answer['rules'][number]): readonly string[] {
  const [value, ...lines] = ruleLines(rule)
  return [
    parameterTitle(rule.parameter),
    value?.value ?? '',
    ...lines.map((line) => `${line.label}：${line.value}`),
  ]
}

/** The rules behind the answer: folded under a yes, because whoever got a no has each with its reason. */
function Rules({ answer }: { readonly answer: Answer }) {
  const [open, setOpen] = useState(false)
  const seeAll = () =>
    Taro.navigateTo({ url: addressOf(ROUTES.browseRules, { regionCode: answer.regionCode }) })
  return (
    <Card>
      {answer.allowed ? (
        <Pressable id='may-invite-rules' className='may-invite__toggle' onPress={() => setOpen(!open)}>
          <Text>{open ? MAY_INVITE.foldRules : MAY_INVITE.rules(answer.rules.length)}</Text>
        </Pressable>
      ) : null}
      <View>
        {answer.allowed && open ? (
          <InParts rows={answer.rules} textsOf={linesOf}>
            {(rule) => {
              const [title, value, ...lines] = linesOf(rule)
              return (
                <View key={rule.parameter} className='rules-rule'>
                  <View className='rules-rule__title'>{title}</View>
                  <View className='rules-rule__value'>{value}</View>
                  {lines.map((line) => (
                    <View key={line} className='rules-rule__source'>
                      {line}
                    </View>
                  ))}
                </View>
              )
            }}
          </InParts>
        ) : null}
      </View>
      <Pressable className='may-invite__toggle' onPress={() => void seeAll()}>
        <Text>{MAY_INVITE.allRules}</Text>
      </Pressable>
    </Card>
  )
}
