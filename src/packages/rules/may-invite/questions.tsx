import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../../components/card'
import { type Choice, OneOf } from '../../../components/choice-list'
import { Pressable } from '../../../components/pressable'
import { TextField } from '../../../components/text-field'
import { MAY_INVITE, RULES } from '../../../copy/rules'
import { accessible } from '../../../theme/accessible'
import { type Answers, isBeyondFamily, type Question } from './model'

export interface QuestionsProps {
  readonly answers: Answers
  readonly problemOf: (question: Question) => string | null
  readonly onChange: (changed: Partial<Answers>) => void
}

const FURTHER = ['age', 'members', 'ofRelation', 'policyholders'] as const

function choicesOf<Value extends string>(
  words: Readonly<Record<Value, { readonly label: string; readonly note?: string }>>,
): readonly Choice<Value>[] {
  return (Object.keys(words) as Value[]).map((value) => ({ value, ...words[value] }))
}

/** A few questions, none of them about a name or a number; the last ones may stay empty. */
export function Questions({ answers, problemOf, onChange }: QuestionsProps) {
  const beyond = isBeyondFamily(answers.relation)
  const [asked, setAsked] = useState(false)
  const unfolded = asked || FURTHER.some((question) => problemOf(question) !== null)
  return (
    <>
      <Asked question='relation' problemOf={problemOf}>
        <OneOf
          label={MAY_INVITE.relation}
          inPairs
          choices={choicesOf(MAY_INVITE.relations)}
          chosen={answers.relation}
          onChoose={(relation) => onChange({ relation })}
        />
      </Asked>
      {beyond ? null : (
        <>
          <Asked question='own' problemOf={problemOf}>
            <OneOf
              label={MAY_INVITE.own}
              choices={choicesOf(MAY_INVITE.owns)}
              chosen={answers.own}
              onChoose={(own) => onChange({ own })}
            />
          </Asked>
          <Asked question='hers' problemOf={problemOf}>
            <OneOf
              label={MAY_INVITE.hers}
              inPairs
              choices={choicesOf(MAY_INVITE.hersChoices)}
              chosen={answers.hers}
              onChoose={(hers) => onChange({ hers })}
            />
          </Asked>
          <Asked question='area' problemOf={problemOf}>
            <OneOf
              label={MAY_INVITE.area}
              inPairs
              choices={choicesOf(MAY_INVITE.areas)}
              chosen={answers.area}
              onChoose={(area) => onChange({ area })}
            />
          </Asked>
          <Card>
            <Pressable
              id='may-invite-more'
              className='rules-topic__head'
              label={`${MAY_INVITE.more}，${MAY_INVITE.moreHint}，${unfolded ? RULES.close : RULES.open}`}
              onPress={() => setAsked(!unfolded)}
            >
              <View>
                <View className='rules-topic__title'>{MAY_INVITE.more}</View>
                <View className='may-invite__hint'>{MAY_INVITE.moreHint}</View>
              </View>
              <Text className='rules-topic__action'>{unfolded ? RULES.close : RULES.open}</Text>
            </Pressable>
            {unfolded
              ? FURTHER.map((question) => (
                  <View key={question} id={`question-${question}`}>
                    <TextField
                      id={`may-invite-${question.toLowerCase()}`}
                      label={MAY_INVITE[question]}
                      placeholder={MAY_INVITE.numberPlaceholder}
                      value={answers[question]}
                      type='number'
                      maxLength={3}
                      onChange={(text) => onChange({ [question]: text })}
                      problem={problemOf(question)}
                    />
                  </View>
                ))
              : null}
          </Card>
        </>
      )}
    </>
  )
}

function Asked(props: {
  readonly question: Question
  readonly problemOf: (question: Question) => string | null
  readonly children: React.ReactNode
}) {
  const problem = props.problemOf(props.question)
  return (
    <View id={`question-${props.question}`}>
      {props.children}
      {problem === null ? null : (
        <View className='may-invite__problem' {...accessible({ role: 'alert' })}>
          {problem}
        </View>
      )}
    </View>
  )
}
