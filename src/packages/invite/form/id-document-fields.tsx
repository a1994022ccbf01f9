import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Day } from '../../../../shared/values/day'
import { ID_TYPES } from '../../../../shared/values/id-document'
import { OneOf } from '../../../components/choice-list'
import { Pressable } from '../../../components/pressable'
import { TextField } from '../../../components/text-field'
import { ID_TYPE_LABELS } from '../../../copy/id-types'
import { FORM_COPY, personRead } from '../../../copy/invite'
import { accessible } from '../../../theme/accessible'
import { type InviteForm, idNumberHint, personIn, problemsIn } from './model'
import { problemSentence } from './problem-sentence'

export interface IdDocumentFieldsProps {
  readonly form: InviteForm
  readonly today: Day
  /** Whether 下一步 was pressed: then a missing number is told as well. */
  readonly pressed: boolean
  readonly onChange: (changed: Partial<InviteForm>) => void
}

/** The ID number, looked at while it is typed; other documents behind a tap, because nearly nobody needs them. */
export function IdDocumentFields({ form, today, pressed, onChange }: IdDocumentFieldsProps) {
  const [left, setLeft] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const problem = pressed ? problemsIn(form, today).idNumber : idNumberHint(form, left, today)
  const isResident = form.idType === '01'
  const person = personIn(form, today)
  return (
    <View id='field-idNumber'>
      {choosing || !isResident ? (
        <OneOf
          label={FORM_COPY.idTypeLabel}
          choices={ID_TYPES.map((idType) => ({ value: idType, label: ID_TYPE_LABELS[idType] }))}
          chosen={form.idType}
          onChoose={(idType) => onChange({ idType })}
        />
      ) : null}
      <TextField
        id='invite-id-number'
        label={isResident ? FORM_COPY.idNumberLabel : FORM_COPY.otherIdNumberLabel}
        placeholder={isResident ? FORM_COPY.idNumberPlaceholder : FORM_COPY.otherIdNumberPlaceholder}
        value={form.idNumber}
        type={isResident ? 'idcard' : 'text'}
        // Numbers are often pasted with blanks between the groups.
        maxLength={30}
        onChange={(idNumber) => onChange({ idNumber })}
        onBlur={() => setLeft(true)}
        problem={problemSentence('idNumber', problem, form.idType)}
      />
      {person === null ? null : (
        <View className='fs-invite-form__read' {...accessible({ role: 'status' })}>
          {personRead(person.birthDay, person.sex, person.age)}
        </View>
      )}
      {choosing || !isResident || person !== null ? null : (
        <Pressable id='other-document' className='fs-invite-form__link' onPress={() => setChoosing(true)}>
          <Text>{FORM_COPY.chooseIdType}</Text>
        </Pressable>
      )}
    </View>
  )
}
