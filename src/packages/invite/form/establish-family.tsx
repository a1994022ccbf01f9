import { Text, View } from '@tarojs/components'
import type { RegionWords } from '../../../../shared/rules'
import { useWriting } from '../../../cloud/use-writing'
import { Card } from '../../../components/card'
import { Obstacle } from '../../../components/obstacle'
import { PrimaryButton } from '../../../components/primary-button'
import { FORM_COPY } from '../../../copy/invite'
import { ownSteps } from '../../../region-words'

export interface EstablishFamilyProps {
  readonly words: RegionWords
  readonly onEstablished: () => void
}

/** The step before the form where the region has one: the family is set up, with one tap. */
export function EstablishFamily({ words, onEstablished }: EstablishFamilyProps) {
  const establishing = useWriting('bindings', 'establish')
  const { establish } = FORM_COPY
  const send = async () => {
    const outcome = await establishing.send({})
    if (outcome?.kind === 'value') onEstablished()
  }
  return (
    <Card>
      <View className='fs-establish__text'>{establish.text(words.shortName)}</View>
      {ownSteps(words).length === 0 ? null : (
        <View className='fs-establish__steps'>
          <View className='fs-establish__steps-title'>{establish.stepsTitle}</View>
          {words.steps.map((step, index) => (
            <View key={step} className='fs-establish__step'>
              <Text className='fs-establish__number'>{String(index + 1)}</Text>
              <Text>{step}</Text>
            </View>
          ))}
        </View>
      )}
      <Obstacle obstacle={establishing.obstacle} onRetry={() => void send()} />
      <PrimaryButton
        id='establish-family'
        label={establishing.sending ? establish.sending : establish.button}
        loading={establishing.sending}
        onPress={() => void send()}
      />
    </Card>
  )
}
