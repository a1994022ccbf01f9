import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../../cloud/call'
import { useReading } from '../../../cloud/use-reading'
import type { WritingObstacle } from '../../../cloud/use-writing'
import type { ValueFor } from '../../../cloud/writes'
import { Obstacle } from '../../../components/obstacle'
import { Page } from '../../../components/page'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import { MAY_INVITE } from '../../../copy/rules'
import { regionAtFirst } from '../at-first'
import { readWithRegions } from '../read-regions'
import { RegionLine } from '../region-line'
import { AnswerView } from './answer-view'
import { type Answers, answersAtFirst, askInput, problemsIn, type Question } from './model'
import { Questions } from './questions'
import '../rules.css'
import './index.css'

export default function MayInvitePage() {
  const { regionCode: asked } = useRouter().params
  const { reading, reload } = useReading('regions', readWithRegions)
  const [picked, setPicked] = useState<string | null>(null)
  const [changed, setChanged] = useState<Answers | null>(null)
  const [pressed, setPressed] = useState(false)
  const [asking, setAsking] = useState(false)
  const [answer, setAnswer] = useState<ValueFor<'rules', 'may-invite'> | null>(null)
  const [obstacle, setObstacle] = useState<WritingObstacle | null>(null)
  const known = reading.phase === 'ready' ? reading.value : null
  const regionCode = picked ?? (known === null ? null : regionAtFirst(known, asked))
  const answers = changed ?? answersAtFirst(known ?? { person: null })
  const problems = problemsIn(answers)

  const change = (part: Partial<Answers>) => {
    setChanged({ ...answers, ...part })
    setObstacle(null)
  }
  const ask = async () => {
    setPressed(true)
    const first = Object.keys(problems)[0]
    const input = regionCode === null ? null : askInput(regionCode, answers)
    if (input === null) {
      if (first !== undefined) void Taro.pageScrollTo({ selector: `#question-${first}`, offsetTop: -16 })
      return
    }
    setAsking(true)
    setObstacle(null)
    const outcome = await call('rules', 'may-invite', input)
    setAsking(false)
    if (outcome.kind === 'value') {
      setAnswer(outcome.value)
      void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
    } else setObstacle(outcome)
  }

  if (answer !== null && answers.relation !== null) {
    return (
      <AnswerView
        answer={answer}
        relation={answers.relation}
        enrolled={known?.enrolled ?? null}
        onChange={() => setAnswer(null)}
      />
    )
  }
  return (
    <Page
      title={MAY_INVITE.title}
      lead={MAY_INVITE.lead}
      reading={reading}
      bottom={
        known === null || regionCode === null ? undefined : (
          <BottomBar>
            <PrimaryButton
              id='may-invite-ask'
              label={asking ? MAY_INVITE.asking : MAY_INVITE.ask}
              loading={asking}
              onPress={() => void ask()}
            />
          </BottomBar>
        )
      }
    >
      <ReadingView reading={reading} onRetry={() => void reload()}>
        {({ regions }) =>
          regionCode === null ? null : (
            <>
              <View className='may-invite__label'>{MAY_INVITE.region}</View>
              <RegionLine regions={regions} chosen={regionCode} onChoose={setPicked} />
              <Questions
                answers={answers}
                problemOf={(question: Question) => (pressed ? (problems[question] ?? null) : null)}
                onChange={change}
              />
              <Obstacle obstacle={obstacle} onRetry={() => void ask()} doing='reading' />
            </>
          )
        }
      </ReadingView>
    </Page>
  )
}
