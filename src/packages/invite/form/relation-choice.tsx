import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Relation } from '../../../../shared/values/relation'
import { Pressable } from '../../../components/pressable'
import { FORM_COPY, RELATION_CHOICES } from '../../../copy/invite'
import { accessible } from '../../../theme/accessible'
import { FURTHER_RELATIONS, NEAR_RELATIONS } from './model'

export interface RelationChoiceProps {
  readonly chosen: Relation | null
  readonly problem: string | null
  readonly onChoose: (relation: Relation) => void
}

/** What she is to me, in large tiles: three for nearly everybody, five more on a tap. */
export function RelationChoice({ chosen, problem, onChoose }: RelationChoiceProps) {
  const [asked, setAsked] = useState(false)
  const unfolded = asked || (chosen !== null && FURTHER_RELATIONS.includes(chosen))
  const tiles: readonly Relation[] = unfolded ? [...NEAR_RELATIONS, ...FURTHER_RELATIONS] : NEAR_RELATIONS
  return (
    <View id='field-relation' className='fs-relations'>
      <Text className='fs-relations__label'>{FORM_COPY.relationTitle}</Text>
      <View
        className='fs-relations__tiles'
        {...accessible({ role: 'radiogroup', label: FORM_COPY.relationTitle })}
      >
        {tiles.map((relation) => {
          const { label, hint } = RELATION_CHOICES[relation]
          const on = relation === chosen
          return (
            <Pressable
              key={relation}
              id={`relation-${relation}`}
              role='radio'
              checked={on}
              label={`${label}，${hint}`}
              className={`fs-relations__tile ${on ? 'fs-relations__tile--on' : ''}`}
              onPress={() => onChoose(relation)}
            >
              <Text className='fs-relations__name'>{on ? `✓ ${label}` : label}</Text>
              <Text className='fs-relations__hint'>{hint}</Text>
            </Pressable>
          )
        })}
      </View>
      {unfolded ? null : (
        <Pressable id='relations-more' className='fs-invite-form__link' onPress={() => setAsked(true)}>
          <Text>{FORM_COPY.furtherRelations}</Text>
        </Pressable>
      )}
      {problem === null ? null : (
        <View className='fs-invite-form__problem' {...accessible({ role: 'alert' })}>
          {problem}
        </View>
      )}
    </View>
  )
}
